import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const PROGRAM = join(import.meta.dirname, '../../node_modules/@microsoft/m365agentsplayground/cli.js')

export interface Playground {
  /** Its page: Microsoft's stand-in for Teams, with a personal chat, a group chat and a channel. */
  url: string
  stop(): Promise<void>
}

/** Microsoft's Agents Playground as Teams, in front of a running Candor. */
export async function startPlayground(serverUrl: string): Promise<Playground> {
  const port = await freePort()
  const args = ['-e', `${serverUrl}/api/messages`, '-c', 'msteams', '-p', String(port), '--disable-telemetry']
  const child = spawn(process.execPath, [PROGRAM, ...args], { stdio: ['ignore', 'pipe', 'ignore'] })
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the Agents Playground ended with code ${code}`)))
    createInterface({ input: child.stdout }).on('line', (line) => line.includes('Listening') && resolve())
  })
  child.removeAllListeners('exit')
  return {
    url: `http://127.0.0.1:${port}/`,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}

/** It would silently take another one itself, and not say which. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
