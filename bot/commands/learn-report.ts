import type { Command } from 'commander'
import type { BeforeAfter, Gained, LearningReport, LearningTry, PromotionEffect, Rate } from '../http/api.ts'
import { buildLearningReport } from '../report/learning/learning-report.ts'
import { gapReasonText } from './gap-reason-text.ts'
import { intentReasonText } from './intent-reason-text.ts'
import { reportOverDays } from './report-over-days.ts'

/** `candor learn report`: the figures of the page /learning on the terminal. */
export function learnReportCommand(): Command {
  return reportOverDays(
    'what was learnt and what it gained: labels, models tried and why they were promoted or not, before and after',
    ({ store, pack, policy, query, now }) => buildLearningReport(store, pack, policy, query, now),
    asText,
  )
}

const GAINED: Record<Gained, (report: LearningReport) => string> = {
  'nothing-tried': ({ next }) =>
    `Nothing was tried: ${next.accepted} of the ${next.needed} newly accepted messages that a try takes.`,
  'nothing-promoted': ({ tries }) => `Nothing was gained: of ${models(tries.length)} tried, none was good enough.`,
  'all-rolled-back': () => 'Nothing was gained: what was promoted was gone back from.',
  'no-difference-shown': ({ effects }) =>
    `Promoted, and no difference can be shown yet in handovers and refused answers (${messages(after(effects))} since).`,
  better: () => 'Better: fewer handovers or refused answers than chance explains, and none of them more.',
  worse: () => 'Worse: more handovers or refused answers than chance explains, and none of them fewer.',
  mixed: () => 'Mixed: some of handovers and refused answers are fewer and some more than chance explains.',
}

function asText(report: LearningReport): string {
  const { from, to, timeZone, labels, tries, accuracy, effects, newNeeds } = report
  const { pick, agent, check } = labels.given
  return [
    `${from} to ${to} (${timeZone})`,
    GAINED[report.gained](report),
    ...(newNeeds.length > 0 ? [`New needs in service: ${newNeeds.map(({ name }) => name).join(', ')}`] : []),
    '',
    `Labels: ${pick + agent + check} (picked by customers ${pick}, by agents ${agent}, by checks ${check})`,
    `Messages for learning: ${labels.accepted} accepted, ${labels.rejected} rejected; ${labels.pending} wait for review`,
    '',
    tries.length === 0 ? 'No model was tried.' : 'Tried, the newest first',
    ...tries.flatMap((one) => triedText(one, timeZone)),
    ...(accuracy.length === 0 ? [] : ['', 'Read right on the frozen suite']),
    ...accuracy.map(
      ({ at, language, modelId, rate }) => `  ${when(at, timeZone)}  ${language}  ${rateText(rate)}  ${modelId}`,
    ),
    ...effects.flatMap((effect) => ['', ...effectText(effect, timeZone, report.channel)]),
  ].join('\n')
}

function triedText(one: LearningTry, timeZone: string): string[] {
  const about = one.kind === 'intents' ? `understanding, with ${messages(one.candidates.learnt)} learnt` : 'gap'
  const left =
    one.rolledBack && `, gone back from ${when(one.rolledBack.at, timeZone)} by ${LEFT_BY[one.rolledBack.by]}`
  const reasons = one.kind === 'intents' ? one.reasons.map(intentReasonText) : one.reasons.map(gapReasonText)
  return [
    `  ${when(one.at, timeZone)}  ${one.id}  ${about}: ${OUTCOMES[one.outcome]}${left ?? ''}${one.serves ? '; serves now' : ''}`,
    ...reasons.map((reason) => `    ${reason}`),
  ]
}

const OUTCOMES: Record<LearningTry['outcome'], string> = {
  promoted: 'promoted',
  'kept-back': 'kept back',
  chosen: 'put into service by a person',
  'rolled-back': 'promoted',
}
const LEFT_BY = { guard: 'the guard', person: 'a person' } as const

function effectText(effect: PromotionEffect, timeZone: string, channel: string | null): string[] {
  const days = effect.lengthMs / 86_400_000
  return [
    `Since ${effect.modelId} took over, ${when(effect.at, timeZone)} (${days.toFixed(1)} days before and after, ${channel ?? 'all channels'})`,
    `  handed over      ${compared(effect.handoffs)}`,
    `  answers refused  ${compared(effect.wrongAnswers)}`,
    `  mean gap         ${effect.gap ? compared(effect.gap) : 'not compared: another gap model took over'}`,
  ]
}

function compared({ before, after, difference }: BeforeAfter): string {
  const side = ({ value, n }: BeforeAfter['before']) => (value === null ? 'none' : `${percent(value)} of ${n}`)
  const change = difference
    ? `difference ${points(difference.value)} (95 %: ${points(difference.low)} to ${points(difference.high)})`
    : 'too few to compare'
  return `${side(before)} -> ${side(after)}; ${change}`
}

function after(effects: readonly PromotionEffect[]): number {
  return effects.reduce((sum, { handoffs }) => sum + handoffs.after.n, 0)
}

function rateText({ value, numerator, denominator, low, high }: Rate): string {
  if (value === null) return 'nothing judged'
  return `${percent(value)} (${numerator} of ${denominator}; 95 %: ${percent(low)} to ${percent(high)})`
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

function points(difference: number): string {
  return `${difference > 0 ? '+' : ''}${(difference * 100).toFixed(1)} points`
}

function messages(n: number): string {
  return n === 1 ? '1 message' : `${n} messages`
}

function models(n: number): string {
  return n === 1 ? '1 model' : `${n} models`
}

function when(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone }).format(at)
}
