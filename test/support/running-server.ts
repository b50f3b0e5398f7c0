import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export interface RunningServer {
  url: string
  port: number
  /** One-time sign-in link of the first administrator, while there is one to be made. */
  signIn: string | undefined
  /** What it wrote to standard error. */
  log(): string
  /** SIGKILL: no chance to tidy up. */
  kill(): Promise<void>
  /** SIGTERM: the orderly end. */
  stop(): Promise<void>
}

export interface ServerOptions {
  dataDir: string
  packDir?: string
  /** 0 or absent: any free one. */
  port?: number
  env?: Record<string, string>
}

const CLI = join(import.meta.dirname, '../../bot/cli.ts')

/** Starts `candor serve` as a process of its own, as a user would, and waits until it is ready. */
export function startServer({ dataDir, packDir, port = 0, env = {} }: ServerOptions): Promise<RunningServer> {
  const args = [
    CLI,
    'serve',
    '--json',
    '--port',
    String(port),
    '--data',
    dataDir,
    ...(packDir ? ['--pack', packDir] : []),
  ]
  const child = spawn(process.execPath, args, {
    env: {
      ...process.env,
      NODE_ENV: 'test',
      LOG_LEVEL: 'warn',
      HOST: '127.0.0.1',
      CANDOR_TOKENS_PER_MINUTE: '0',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let log = ''
  child.stderr.on('data', (chunk) => {
    log += chunk
  })
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with code ${code} before it was ready:\n${log}`)))
    createInterface({ input: child.stdout }).once('line', (line) => {
      const ready = JSON.parse(line) as { port: number; signIn?: string }
      child.removeAllListeners('exit')
      resolve({
        url: `http://127.0.0.1:${ready.port}`,
        port: ready.port,
        signIn: ready.signIn?.replace('//localhost:', '//127.0.0.1:'),
        log: () => log,
        kill: () => end(child, 'SIGKILL'),
        stop: () => end(child, 'SIGTERM'),
      })
    })
  })
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill(signal)
  })
}

/** A folder of its own, and how to remove it. */
export function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'candor-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}
