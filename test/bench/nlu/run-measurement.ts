import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { COMPETITORS_DIR } from './competitors.ts'
import type { Job, Measurement, Phase } from './measure.ts'
import type { Report } from './measuring-process.ts'

export type Outcome =
  | { kind: 'measured'; measurement: Measurement }
  | { kind: 'too-slow'; limitMs: number }
  | { kind: 'failed'; problem: string }

export interface RunOptions {
  /** For loading, training and classifying together; the process is ended then. */
  limitMs: number
  onPhase?(phase: Phase): void
}

const PROCESS_FILE = fileURLToPath(new URL('measuring-process.ts', import.meta.url))
const HEAP_LIMIT_MB = 8_192

/** Measures one candidate in a process of its own, which cannot outlast its limit. */
export function runMeasurement(job: Job, { limitMs, onPhase }: RunOptions): Promise<Outcome> {
  const child = fork(PROCESS_FILE, {
    execArgv: ['--expose-gc', '--no-warnings', `--max-old-space-size=${HEAP_LIMIT_MB}`],
    // nlp.js reads settings from the folder it is started in, and prints on standard output.
    cwd: COMPETITORS_DIR,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    serialization: 'advanced',
  })
  return new Promise((resolve) => {
    const timer = setTimeout(() => end({ kind: 'too-slow', limitMs }), limitMs)
    const end = (outcome: Outcome) => {
      clearTimeout(timer)
      child.kill('SIGKILL')
      resolve(outcome)
    }
    child.on('message', (report: Report) => {
      if (report.kind === 'phase') onPhase?.(report.phase)
      else end(report)
    })
    child.on('error', ({ message }) => end({ kind: 'failed', problem: message }))
    child.on('exit', (code, signal) => end({ kind: 'failed', problem: `its process ended early (${signal ?? code})` }))
    child.send(job)
  })
}
