/** Where is a Chromium, and how is it started so that it opens no connection of its own? apt-get brings one where it may. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Debian's, Google's on GitHub's machines, and macOS'. */
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** A browser that starts looks for updates and its maker's hosts; the tests open no connection. */
const QUIET = [
  ...['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
  ...['--disable-background-networking', '--disable-component-update'],
]

/** Arguments of the browser; Chromium refuses to run as root with its sandbox. */
export const chromiumArguments = (): string[] => (process.getuid?.() === 0 ? [...QUIET, '--no-sandbox'] : QUIET)

/** The browser's file: `CHROMIUM` of the environment, else the first that is there; undefined when none is or can be had. */
export function chromiumPath(): string | undefined {
  return process.env.CHROMIUM || find() || install()
}

/** What to say where there is none. */
export const NO_CHROMIUM = `none at ${PLACES.join(', ')}; apt-get install chromium brings it`

const find = (): string | undefined => PLACES.find((place) => existsSync(place))

function install(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  const stdio = ['ignore', 'ignore', 'inherit'] as const
  spawnSync('apt-get', ['update', '-qq'], { stdio: [...stdio] })
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
    stdio: [...stdio],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  return find()
}
