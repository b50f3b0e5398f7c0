import { Command } from 'commander'
import { CandorError, type KnowledgePack } from '../../domain/index.ts'
import { reviewTrainingSet, type TrainingReview } from '../../nlp/index.ts'
import { checkPack, loadLexicon, trainingSetOf } from '../knowledge/index.ts'
import { loadPolicy } from '../policy/index.ts'
import { progressBar } from '../terminal/progress-bar.ts'
import { examplesInWords } from './pack-report.ts'

/** Any seed will do; the same one makes two reviews of one pack alike. */
const SEED = 1

/** `candor pack check`: what is wrong with a pack, and with `--review` also what a model would mix up. */
export function checkCommand(): Command {
  return new Command('check')
    .description('read a pack and report everything that is wrong with it; exits 1 when there is a problem')
    .argument('<dir>', 'the folder that holds pack.yaml')
    .option('--review', 'also train on the examples, and report what a model mixes up (some seconds)')
    .option('--json', 'print one JSON object')
    .action(async (dir: string, { review: wanted, json }: { review?: true; json?: true }) => {
      const { pack, warnings, needs, examples, ...found } = await checkPack(dir)
      const problems = [...found.problems, ...(await policyProblems(dir))]
      const ok = problems.length === 0
      if (!ok) process.exitCode = 1
      if (wanted && !pack) console.error('The review is left out: mend the problems first.')
      const review = wanted && pack ? reviewPack(pack) : undefined
      if (json) {
        console.log(JSON.stringify({ ok, needs, examples, problems, warnings, ...(review && { review }) }))
        return
      }
      for (const problem of problems) console.log(`problem  ${problem}`)
      for (const warning of warnings) console.log(`warning  ${warning}`)
      if (review) for (const line of reviewInWords(review)) console.log(`review   ${line}`)
      console.log(
        `${dir}: ${needs} needs, ${examplesInWords(examples)}; ${problems.length} problem(s), ${warnings.length} warning(s).`,
      )
    })
}

/** A pack's own policy is checked as `serve` would check it. */
async function policyProblems(dir: string): Promise<string[]> {
  try {
    await loadPolicy(dir)
    return []
  } catch (problem) {
    if (problem instanceof CandorError) return [problem.message]
    throw problem
  }
}

function reviewPack(pack: KnowledgePack): TrainingReview {
  const progress = progressBar()
  const review = reviewTrainingSet(trainingSetOf(pack), {
    seed: SEED,
    lexicon: loadLexicon(),
    onProgress: (done) => progress(Math.min(done, 0.99), 'review'),
  })
  progress(1, 'review')
  return review
}

function reviewInWords({ confusable, suspects, tooFew, duplicates }: TrainingReview): string[] {
  return [
    ...confusable.map(({ needs: [one, other], collisions }) => {
      const texts = collisions.map(({ text, need }) => `"${text}" (${need})`)
      return `needs/${one}.yaml and needs/${other}.yaml are taken for one another: ${texts.join(', ')}. Make their examples differ, or join the two needs.`
    }),
    ...suspects.map(
      ({ text, need, takenFor, probability }) =>
        `needs/${need}.yaml: "${text}" reads like "${takenFor}" (${Math.round(probability * 100)} %). Does it stand in the right need?`,
    ),
    ...tooFew.map(({ need, examples }) => `needs/${need}.yaml: ${examples} example(s) are too few to learn from.`),
    ...duplicates.map(({ text, needs }) => `"${text}" stands in several needs: ${needs.join(', ')}. Keep it in one.`),
  ]
}
