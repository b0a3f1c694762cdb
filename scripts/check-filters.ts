/** Do rspamd and SpamAssassin load what lurebook writes for them, and do the rules hit a documented lure and spare the notice? */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rspamdMap, spamassassinRules } from '../src/report/index.ts'
import { demoMails } from './demo-mails.ts'

const folder = mkdtempSync(join(tmpdir(), 'lurebook-filters-'))
let failed = 0

function run(command: string, args: string[], input?: Uint8Array) {
  const done = spawnSync(command, args, { encoding: 'utf8', timeout: 120_000, ...(input && { input }) })
  const missing = (done.error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT'
  return { missing, ok: done.status === 0, out: `${done.stdout ?? ''}${done.stderr ?? ''}` }
}

function report(name: string, result: { missing: boolean; ok: boolean; out: string }): void {
  if (result.missing) console.log(`skipped  ${name}: not installed (apt-get install rspamd spamassassin)`)
  else if (result.ok) console.log(`ok       ${name}`)
  else {
    failed++
    console.log(`FAIL     ${name}\n${result.out.split('\n').slice(0, 10).join('\n')}`)
  }
}

// A configuration of its own: Debian's asks the network for fuzzy servers.
mkdirSync(join(folder, 'local.d'))
mkdirSync(join(folder, 'maps.d'))
for (const [path, text] of Object.entries(rspamdMap())) writeFileSync(join(folder, path), text)
writeFileSync(
  join(folder, 'rspamd.conf'),
  `options { filters = "regexp"; pidfile = "${folder}/pid"; dns { nameserver = ["127.0.0.1"]; } }
logging { type = "console"; level = "info"; }
worker "normal" { bind_socket = "127.0.0.1:11333"; }
lua = "$RULESDIR/rspamd.lua";
modules { path = "$PLUGINSDIR/multimap.lua"; }
actions { reject = 15; add_header = 6; }
multimap { .include "${folder}/local.d/multimap.conf" }
composites { .include "${folder}/local.d/composites.conf" }
`,
)
const rspamd = [`--var=CONFDIR=${folder}`, 'configtest', '-c', join(folder, 'rspamd.conf')]
const tested = run('rspamadm', rspamd)
// configtest says yes where a map or a symbol of a module is wrong; the log tells.
const wrong = tested.out
  .split('\n')
  .filter((line) => /lurebook|multimap/i.test(line) && /cannot|error|invalid|fail/i.test(line))
report('rspamadm configtest', {
  ...tested,
  ok: tested.ok && wrong.length === 0,
  out: `${wrong.join('\n')}\n${tested.out}`,
})

const rules = join(folder, 'lurebook.cf')
const prefs = join(folder, 'user_prefs')
writeFileSync(rules, spamassassinRules())
writeFileSync(prefs, '')
const own = ['-p', prefs, `--cf=include ${rules}`]
report('spamassassin --lint', run('spamassassin', ['--lint', ...own]))
for (const { name, bytes } of demoMails()) {
  // The notice quotes phrases, and its sender is no brand: only a brand's name would be wrong.
  const isNotice = name === 'warning-notice.eml'
  if (!isNotice && !name.startsWith('server-failure')) continue
  const hit = run('spamassassin', ['-L', '-t', ...own], bytes)
  const fits = isNotice ? !/\bLB_N_/.test(hit.out) : /\bLB_P_/.test(hit.out)
  report(`spamassassin on ${name}`, { ...hit, ok: hit.ok && fits })
}
rmSync(folder, { recursive: true, force: true })
process.exitCode = failed > 0 ? 1 : 0
