import type { Progress } from '../models/index.ts'

/**
 * Shows the progress of long work on standard error: a bar that redraws itself on a terminal,
 * a line per tenth elsewhere.
 */
export function progressBar(stream: NodeJS.WriteStream = process.stderr): Progress {
  let shown = -1
  return (done, phase) => {
    const percent = Math.round(done * 100)
    const step = stream.isTTY ? percent : Math.floor(percent / 10) * 10
    if (step === shown) return
    shown = step
    if (!stream.isTTY) {
      stream.write(`${phase}: ${percent} %\n`)
      return
    }
    const filled = Math.round(done * 24)
    stream.write(`\r${'█'.repeat(filled)}${'░'.repeat(24 - filled)} ${String(percent).padStart(3)} %  ${phase}\u001b[K`)
    if (done >= 1) stream.write('\n')
  }
}
