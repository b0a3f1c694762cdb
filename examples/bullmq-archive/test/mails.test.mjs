/** Does the reader find each mail of an archive, whole and once, and does the file of results survive a crash? Needs no Redis. */
import assert from 'node:assert/strict'
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { mailsOf } from '../mails.mjs'
import { mboxMails } from '../mbox.mjs'
import { idOf } from '../queue.mjs'
import { openResults, readResults } from '../results.mjs'

const folder = mkdtempSync(join(tmpdir(), 'archive-mails-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const SEPARATOR = 'From a@mail.example Mon Feb 24 09:00:00 2020\n'

async function cutInto(text, chunkBytes, maxBytes = 1_000) {
  const bytes = Buffer.from(text, 'latin1')
  const chunks = []
  for (let at = 0; at < bytes.length; at += chunkBytes) chunks.push(bytes.subarray(at, at + chunkBytes))
  const mails = []
  for await (const mail of mboxMails(chunks, maxBytes)) mails.push([mail.bytes.toString('latin1'), mail.cut])
  return mails
}

describe('an mbox is cut into its mails', () => {
  const rows = [
    ['no byte', '', []],
    ['one mail', `${SEPARATOR}A: 1\n\nx\n`, [['A: 1\n\nx\n', false]]],
    [
      'two mails',
      `${SEPARATOR}A: 1\n\nx\n\n${SEPARATOR}A: 2\n\ny\n`,
      [
        ['A: 1\n\nx\n\n', false],
        ['A: 2\n\ny\n', false],
      ],
    ],
    [
      'an empty mail',
      `${SEPARATOR}\n${SEPARATOR}A: 2\n`,
      [
        ['\n', false],
        ['A: 2\n', false],
      ],
    ],
    [
      'line ends of Windows',
      `${SEPARATOR}A: 1\r\n\r\nx\r\n\r\n${SEPARATOR}A: 2\r\n`,
      [
        ['A: 1\r\n\r\nx\r\n\r\n', false],
        ['A: 2\r\n', false],
      ],
    ],
    ['a text line "From ..." without a time', `${SEPARATOR}A: 1\n\nFrom now on\n`, [['A: 1\n\nFrom now on\n', false]]],
    [
      'a text line "From ..." not behind an empty line',
      `${SEPARATOR}A: 1\n\nx\nFrom 10:00 on\n`,
      [['A: 1\n\nx\nFrom 10:00 on\n', false]],
    ],
    ['no line end at the end', `${SEPARATOR}A: 1\n\nx`, [['A: 1\n\nx', false]]],
    [
      'a mail that is too long',
      `${SEPARATOR}A: 1\n\n${'x\n'.repeat(900)}\n${SEPARATOR}A: 2\n`,
      [
        [`A: 1\n\n${'x\n'.repeat(497)}`, true],
        ['A: 2\n', false],
      ],
    ],
    [
      'a line without end',
      `${SEPARATOR}A: 1\n\n${'x'.repeat(200_000)}\n\n${SEPARATOR}A: 2\n`,
      [
        [`A: 1\n\n${'x'.repeat(994)}`, true],
        ['A: 2\n', false],
      ],
    ],
  ]
  for (const [name, text, want] of rows) {
    test(name, async () => {
      for (const chunkBytes of [1, 7, 64, 65_536, 1_000_000]) {
        if (text.length / chunkBytes > 100_000) continue
        assert.deepEqual(await cutInto(text, chunkBytes), want, `in chunks of ${chunkBytes}`)
      }
    })
  }
})

test('a folder gives its .eml, .mbox and Maildir files, in the same order everywhere, and nothing else', async () => {
  const files = {
    'a.eml': 'A: 1\n\nx\n',
    'b.mbox': `${SEPARATOR}A: 2\n\n${SEPARATOR}A: 3\n`,
    'empty.eml': '',
    'notes.txt': 'no mail',
    'user/cur/1.host:2,S': 'A: 4\n',
    'user/dovecot.index': 'no mail',
    'user/new/2.host': 'A: 5\n',
  }
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, 'all', name, '..'), { recursive: true })
    writeFileSync(join(folder, 'all', name), text)
  }
  const found = []
  for await (const { source, bytes, cut } of mailsOf(join(folder, 'all'), 7)) {
    found.push([source.slice(folder.length + 5), Buffer.from(bytes).toString(), cut])
  }
  assert.deepEqual(found, [
    ['a.eml', 'A: 1\n\nx', true],
    ['b.mbox#1', 'A: 2\n\n', false],
    ['b.mbox#2', 'A: 3\n', false],
    ['empty.eml', '', false],
    ['user/cur/1.host:2,S', 'A: 4\n', false],
    ['user/new/2.host', 'A: 5\n', false],
  ])
})

test('the id of a mail depends on its bytes alone', () => {
  assert.equal(idOf(Buffer.from('A: 1\n')), idOf(new Uint8Array([65, 58, 32, 49, 10])))
  assert.notEqual(
    idOf(Buffer.from('Message-ID: <1@a.example>\n\nx')),
    idOf(Buffer.from('Message-ID: <1@a.example>\n\ny')),
  )
})

describe('the file of results', () => {
  test('takes each id once, also after it was opened anew', async () => {
    const path = join(folder, 'once.ndjson')
    const first = await openResults(path)
    assert.equal(first.append([{ id: 'a' }, { id: 'b', label: 'none' }, { id: 'a' }]), 2)
    assert.equal(first.append([{ id: 'b' }]), 0)
    first.close()
    const second = await openResults(path)
    assert.equal(second.append([{ id: 'a' }, { id: 'c' }]), 1)
    second.close()
    assert.equal(readFileSync(path, 'utf8'), '{"id":"a"}\n{"id":"b","label":"none"}\n{"id":"c"}\n')
  })

  test('loses the line that a crash left half written, and only that', async () => {
    const path = join(folder, 'torn.ndjson')
    writeFileSync(path, '{"id":"a"}\n')
    appendFileSync(path, '{"id":"b","lab')
    assert.deepEqual(await readResults(path), { ids: new Set(['a']), end: 11 })
    const results = await openResults(path)
    results.append([{ id: 'b' }])
    results.close()
    assert.equal(readFileSync(path, 'utf8'), '{"id":"a"}\n{"id":"b"}\n')
  })

  for (const text of [
    '{"id":"a"}\n{"name":"b"}\n',
    '{"id":"a"}\n{"id":""}\n',
    '{"id":"a"}\nFrom a line without end',
    '{"id":"a"}\n\n',
  ]) {
    test(`is refused, and left as it is, when it holds something else: ${JSON.stringify(text)}`, async () => {
      const path = join(folder, 'other.ndjson')
      writeFileSync(path, text)
      await assert.rejects(openResults(path), /other\.ndjson:2 is no result of this archive/)
      assert.equal(readFileSync(path, 'utf8'), text)
    })
  }
})
