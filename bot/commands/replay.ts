import { randomUUID } from 'node:crypto'
import { Command } from 'commander'
import { loadPack, readLabelledCsv } from '../knowledge/index.ts'
import { labelsWithoutNeed, type ReplayFigures, replayMessages } from '../replay/replay-messages.ts'
import { progressBar } from '../terminal/progress-bar.ts'

interface ReplayOptions {
  pack: string
  messages: string
  oosLabel: string
  url: string
  follow?: true
  json?: true
}

/** `candor replay`: real messages through a real client to a running server. */
export function replayCommand(): Command {
  return new Command('replay')
    .description('send every labelled message as its own customer to a running server, and count what became of it')
    .requiredOption('--pack <dir>', 'the knowledge pack that the server serves')
    .requiredOption('--messages <file>', 'CSV with the columns text,label')
    .option('--oos-label <label>', 'the label of messages that are none of the needs', 'oos')
    .option('--url <url>', 'the running server', 'http://localhost:3978')
    .option(
      '--follow',
      'let each simulated customer say one thing more: pick the need from the list, or ask for a person',
    )
    .option('--json', 'print one JSON object as the last line')
    .action(async (options: ReplayOptions) => {
      const pack = await loadPack(options.pack)
      const messages = await readLabelledCsv(options.messages)
      const strange = labelsWithoutNeed({ pack, messages, oosLabel: options.oosLabel })
      if (strange.length > 0)
        console.error(
          `note  ${strange.length} label(s) are no need of the pack, so every answer to them counts as wrong: ${strange.slice(0, 5).join(', ')}${strange.length > 5 ? ', …' : ''}`,
        )
      const progress = progressBar()
      const figures = await replayMessages({
        pack,
        messages,
        oosLabel: options.oosLabel,
        url: options.url.replace(/\/$/, ''),
        newId: randomUUID,
        follow: options.follow ?? false,
        onProgress: (done) => progress(done, 'replaying'),
      })
      console.log(options.json ? JSON.stringify(figures) : asText(figures))
    })
}

function asText(figures: ReplayFigures): string {
  const { second } = figures
  const { answered, answeredRight, inScope, inScopeAnswered, outOfScope, outOfScopeAnswered, messages } = figures
  const percent = (part: number, whole: number) => (whole > 0 ? `${((100 * part) / whole).toFixed(1)} %` : '-')
  const rows: [string, string][] = [
    ['messages', `${messages} (${inScope} in scope, ${outOfScope} out of scope)`],
    ['answered by the bot alone', `${answered} (${percent(inScopeAnswered, inScope)} of in scope)`],
    ['  of these right', `${answeredRight} (${percent(answeredRight, answered)})`],
    ['  of these wrong', String(figures.answeredWrong)],
    [
      'clarified',
      `${figures.clarified} (${figures.clarifiedWithTruth} with the true need in the list, ${figures.entriesPerList} entries on average)`,
    ],
    ['handed over at once', `${figures.escalated} (${percent(figures.escalated, messages)})`],
    ['out of scope, not answered', percent(outOfScope - outOfScopeAnswered, outOfScope)],
    ['latency p50 / p99', `${figures.latencyMs.p50} / ${figures.latencyMs.p99} ms`],
    ['lost / duplicated', `${figures.lost} / ${figures.duplicated}`],
  ]
  if (second) {
    rows.push(
      ['after a simulated second step', 'who is not answered picks from the list, or asks for a person'],
      ['  handed over', `${second.handedOver} (${percent(second.handedOver, messages)})`],
      ['  answered right', `${second.answeredRight}, ${second.picked} of them by a pick from the list`],
      ['  answered wrong', `${second.answeredWrong} (${percent(second.answeredWrong, messages)})`],
      ['  neither', String(second.open)],
    )
  }
  return rows.map(([name, value]) => `${name.padEnd(30)}${value}`).join('\n')
}
