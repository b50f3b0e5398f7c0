import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Command } from 'commander'
import { loadLexicon } from '../../../bot/knowledge/index.ts'
import { clusterMessages } from '../../../nlp/index.ts'
import { OUT_OF_SCOPE } from '../nlu/candidate.ts'
import { explainMissingData } from '../nlu/data-sets.ts'
import { markdown } from '../nlu/table.ts'
import { type Judgement, judgeClusters, PURE } from './judge-clusters.ts'
import { clusterPlainly } from './plain-kmeans.ts'
import { SETTINGS, type Setting, withholdNeeds } from './withheld.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const SEEDS = [1, 2, 3]
const COMPARED = ['candor', 'kmeans'] as const
const TITLES = { candor: 'Candor', kmeans: 'TF-IDF, k-means, true k' }

type Outcome = Judgement & { seed: number; messages: number; ms: number }

export function clustersBenchCommand(): Command {
  return new Command('clusters')
    .description('messages that no need covers: how many withheld needs come back as clusters, beside k-means')
    .option('--json', 'print one JSON object as the last line')
    .action(async ({ json }: { json?: true }) => {
      const folder = process.env.BENCH_DATA ?? join(ROOT, '..', 'shared', 'bench-data')
      const present = SETTINGS.filter(({ dataSet }) => existsSync(join(folder, dataSet, 'train.csv')))
      if (present.length === 0) {
        process.stderr.write(`${explainMissingData(folder)}\n`)
        process.exitCode = 1
        return
      }
      const results = []
      for (const setting of present) results.push({ ...setting, outcomes: await measure(folder, setting) })
      console.log(
        markdown(
          [
            'messages',
            '',
            'clusters',
            'pure',
            'back',
            'holding a third',
            'holding half',
            'covered',
            'noise inside',
            'ms',
          ],
          results.flatMap(({ title, withheldNeeds, outcomes }) =>
            COMPARED.map((name) => [
              name === 'candor' ? `${title} (${outcomes[name].map(({ messages }) => messages).join(' / ')})` : '',
              TITLES[name],
              ...rowOf(outcomes[name], withheldNeeds),
            ]),
          ),
        ),
      )
      console.log(
        `\nSeeds ${SEEDS.join(' / ')}. A need is back when a cluster of purity ${PURE} or more has it as its majority; then: when one such cluster holds a third, half of its messages.`,
      )
      const needsBack = results.map(({ title, withheldNeeds, outcomes }) => ({
        messages: title,
        withheldNeeds,
        purity: PURE,
        back: outcomes.candor.map(({ back }) => back.any),
      }))
      if (json) console.log(JSON.stringify({ seeds: SEEDS, needsBack, results }))
    })
}

async function measure(folder: string, setting: Setting): Promise<Record<(typeof COMPARED)[number], Outcome[]>> {
  const lexicon = loadLexicon()
  const { language } = setting
  const outcomes = { candor: [] as Outcome[], kmeans: [] as Outcome[] }
  for (const seed of SEEDS) {
    process.stderr.write(`${setting.title}, seed ${seed}\n`)
    const messages = await withholdNeeds(folder, setting, seed)
    const labels = messages.map(({ label }) => label)
    const needs = new Set(labels.filter((label) => label !== OUT_OF_SCOPE)).size
    const judged = (cluster: () => number[][]): Outcome => {
      const startedAt = performance.now()
      const clusters = cluster()
      const ms = Math.round(performance.now() - startedAt)
      return { seed, messages: messages.length, ms, ...judgeClusters(labels, clusters) }
    }
    const coming = messages.map(({ text }, place) => ({ id: String(place), text, language }))
    outcomes.candor.push(judged(() => clusterMessages(coming, { lexicon }).map(({ ids }) => ids.map(Number))))
    const texts = messages.map(({ text }) => text)
    outcomes.kmeans.push(judged(() => clusterPlainly(texts, needs, seed)))
  }
  return outcomes
}

function rowOf(outcomes: Outcome[], needs: number): string[] {
  const each = (figure: (outcome: Outcome) => string | number) => outcomes.map(figure).join(' / ')
  const percent = (share: number | null) => (share === null ? '-' : `${Math.round(100 * share)} %`)
  return [
    each(({ clusters }) => clusters),
    each(({ pure }) => pure),
    `${each(({ back }) => back.any)} of ${needs}`,
    each(({ back }) => back.third),
    each(({ back }) => back.half),
    each(({ covered }) => percent(covered)),
    outcomes.every(({ noiseInside }) => noiseInside === null) ? '-' : each(({ noiseInside }) => percent(noiseInside)),
    each(({ ms }) => ms),
  ]
}
