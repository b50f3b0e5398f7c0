/** The process in which one candidate is measured: takes one job, sends its phases and its measurement, and ends. */
import { type Job, type Measurement, measure, type Phase } from './measure.ts'

export type Report =
  | { kind: 'phase'; phase: Phase }
  | { kind: 'measured'; measurement: Measurement }
  | { kind: 'failed'; problem: string }

process.once('message', (job: Job) => void answer(job))

async function answer(job: Job): Promise<void> {
  try {
    const measurement = await measure(job, { now: () => performance.now(), usedBytes }, (phase) =>
      send({ kind: 'phase', phase }),
    )
    send({ kind: 'measured', measurement })
  } catch (error) {
    send({ kind: 'failed', problem: error instanceof Error ? error.message : String(error) })
  }
  process.disconnect()
}

function send(report: Report): void {
  process.send?.(report)
}

function usedBytes(): number {
  // The second one waits for the buffers that the first one gave up.
  globalThis.gc?.()
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
