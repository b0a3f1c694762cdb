/** A Dovecot of our own for the test: its configuration and mail in a temporary folder, one user, loopback, a free port. */
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, linkSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export const USER = 'desk@customer.example'
export const PASSWORD = 'correct-horse'

/** Dovecot lies in sbin, which is not on everybody's PATH. */
const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/usr/local/sbin` }

/** `2.3` or `2.4`, or undefined when Dovecot is not installed. */
export function dovecotVersion() {
  const { error, stdout } = spawnSync('dovecot', ['--version'], { env, encoding: 'utf8' })
  return error ? undefined : /^\d+\.\d+/.exec(stdout)?.[0]
}

/**
 * Starts it, as root or as an ordinary user.
 *
 * @returns `port`, `deliver(bytes)` which puts a mail into the Maildir as a delivery agent does, and `stop()`
 */
export async function startDovecot() {
  const folder = mkdtempSync(join(tmpdir(), 'sweep-dovecot-'))
  const isRoot = process.getuid() === 0
  // Dovecot gives no user with uid 0 access to mail; `nobody` is there on every Debian.
  const owner = isRoot ? idsOf('nobody') : { uid: process.getuid(), gid: process.getgid() }
  const maildir = join(folder, 'mail')
  for (const part of ['', 'new', 'cur', 'tmp']) ownedFolder(join(maildir, part), owner)
  chmodSync(folder, 0o755)

  const port = await freePort()
  writeFileSync(join(folder, 'users'), `${USER}:{PLAIN}${PASSWORD}:${owner.uid}:${owner.gid}::${folder}::\n`)
  writeFileSync(join(folder, 'dovecot.conf'), configuration({ folder, maildir, port, owner, isRoot }))
  const server = spawn('dovecot', ['-F', '-c', join(folder, 'dovecot.conf')], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let log = ''
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (text) => (log += text))
  const ended = new Promise((resolve) => server.once('exit', resolve))
  // Also when the test is stopped before it stops the server.
  const kill = () => server.kill('SIGTERM')
  process.once('exit', kill)
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))

  const stop = async () => {
    process.removeListener('exit', kill)
    kill()
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  for (let tries = 0; !(await answers(port)); tries++) {
    if (server.exitCode !== null || tries > 100) {
      await stop()
      throw new Error(`dovecot did not start\n${log}`)
    }
    await sleep(100)
  }
  let delivered = 0
  return {
    port,
    stop,
    deliver(bytes, { mailbox = 'INBOX', copies = 1 } = {}) {
      const name = () => `${1_700_000_000 + ++delivered}.${delivered}.customer.example`
      const mails = join(maildir, mailbox === 'INBOX' ? '' : `.${mailbox}`, 'new')
      // The names order the mails.
      const first = join(mails, name())
      writeFileSync(first, bytes)
      chownSync(first, owner.uid, owner.gid)
      for (let i = 1; i < copies; i++) linkSync(first, join(mails, name()))
    },
  }
}

function configuration({ folder, maildir, port, owner, isRoot }) {
  const me = userInfo().username
  // An ordinary user cannot change to Dovecot's users, nor chroot.
  const own = isRoot
    ? ''
    : `default_internal_user = ${me}
default_internal_group = ${spawnSync('id', ['-gn'], { encoding: 'utf8' }).stdout.trim()}
default_login_user = ${me}
service anvil {
  chroot =
}
`
  const login = isRoot ? '' : '  chroot =\n'
  const users = `${folder}/users`
  const isOld = dovecotVersion() === '2.3'
  // 2.4 renamed half of the settings, and wants to be told which version's defaults are meant, first of all.
  const versioned = isOld
    ? `protocols = imap
disable_plaintext_auth = no
mail_location = maildir:${maildir}
passdb {
  driver = passwd-file
  args = ${users}
}
userdb {
  driver = passwd-file
  args = ${users}
}
`
    : `dovecot_config_version = 2.4.0
dovecot_storage_version = 2.4.0
protocols {
  imap = yes
}
auth_allow_cleartext = yes
mail_driver = maildir
mail_path = ${maildir}
passdb passwd-file {
  passwd_file_path = ${users}
}
userdb passwd-file {
  passwd_file_path = ${users}
}
`
  return `${versioned}base_dir = ${folder}/run
state_dir = ${folder}/run
listen = 127.0.0.1
ssl = no
log_path = /dev/stderr
first_valid_uid = ${owner.uid}
first_valid_gid = ${owner.gid}
${own}service imap-login {
${login}  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
namespace inbox {
  inbox = yes
}
`
}

function ownedFolder(path, { uid, gid }) {
  mkdirSync(path, { recursive: true })
  chownSync(path, uid, gid)
}

function idsOf(user) {
  const id = (flag) => Number(spawnSync('id', [flag, user], { encoding: 'utf8' }).stdout)
  return { uid: id('-u'), gid: id('-g') }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}

function answers(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.setTimeout(2_000, () => done(false))
    socket.once('data', (greeting) => done(String(greeting).startsWith('* OK')))
    socket.once('error', () => done(false))
    function done(answer) {
      socket.destroy()
      resolve(answer)
    }
  })
}
