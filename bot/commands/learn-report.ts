import type { Command } from 'commander'
import type { BeforeAfter, Gained, LearningReport, LearningTry, PromotionEffect, Rate } from '../http/api.ts'
import { buildLearningReport } from '../report/learning/learning-report.ts'
import { gapReasonText } from './gap-reason-text.ts'
import { intentReasonText } from './intent-reason-text.ts'
import { policyReasonText } from './policy-reason-text.ts'
import { reportOverDays } from './report-over-days.ts'
import { rateText as guardedText } from './service-text.ts'

/** `candor learn report`: the figures of the page /learning on the terminal. */
export function learnReportCommand(): Command {
  return reportOverDays(
    'what was learnt and what it gained: labels, what was tried and why it was promoted or not, before and after',
    ({ store, pack, policy, query, now }) => buildLearningReport(store, pack, policy, query, now),
    asText,
  )
}

const GAINED: Record<Gained, (report: LearningReport) => string> = {
  'nothing-tried': ({ next }) =>
    `Nothing was tried: ${next.accepted} of the ${next.needed} newly accepted messages that a try takes.`,
  'nothing-promoted': ({ tries }) => `Nothing was gained: of ${tries.length} tried, none was shown to be better.`,
  'only-proposed': () =>
    'Nothing has taken over: other figures of the policy were shown to be better, and a manager decides whether to write them.',
  'all-rolled-back': () => 'Nothing was gained: what took over was gone back from.',
  'no-difference-shown': ({ effects }) =>
    `Something new took over, and no difference can be shown yet in handovers and refused answers (${messages(after(effects))} since).`,
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
    tries.length === 0 ? 'Nothing was tried.' : 'Tried, the newest first',
    ...tries.flatMap((one) => triedText(one, timeZone)),
    ...(accuracy.length === 0 ? [] : ['', 'Read right on the frozen suite']),
    ...accuracy.map(
      ({ at, language, modelId, rate }) => `  ${when(at, timeZone)}  ${language}  ${rateText(rate)}  ${modelId}`,
    ),
    ...effects.flatMap((effect) => ['', ...effectText(effect, timeZone, report.channel)]),
  ].join('\n')
}

function triedText(one: LearningTry, timeZone: string): string[] {
  const rolledBack = one.kind === 'policy' ? undefined : one.rolledBack
  const left = rolledBack ? `, gone back from ${when(rolledBack.at, timeZone)} by ${LEFT_BY[rolledBack.by]}` : ''
  const serves = one.serves ? '; serves now' : ''
  return [
    `  ${when(one.at, timeZone)}  ${one.id}  ${aboutText(one)}: ${OUTCOMES[one.outcome]}${left}${serves}`,
    ...(one.kind === 'policy' ? figuresText(one) : []),
    ...reasonTexts(one).map((reason) => `    ${reason}`),
    ...(rolledBack?.worse ?? []).map((finding) => `    the guard: ${guardedText(finding)}`),
  ]
}

function aboutText(one: LearningTry): string {
  switch (one.kind) {
    case 'intents':
      return `understanding, with ${messages(one.candidates.learnt)} learnt`
    case 'gap':
      return 'gap'
    case 'policy':
      return 'policy'
    default:
      return one satisfies never
  }
}

function reasonTexts(one: LearningTry): string[] {
  switch (one.kind) {
    case 'intents':
      return one.reasons.map(intentReasonText)
    case 'gap':
      return one.reasons.map(gapReasonText)
    case 'policy':
      return one.reasons.map(policyReasonText)
    default:
      return one satisfies never
  }
}

/** Which figures would be which; those of a proposal that waits are there to be written. */
function figuresText({ figures, waits }: Extract<LearningTry, { kind: 'policy' }>): string[] {
  return [
    ...figures.map(({ path, before, after }) => `    ${path}: ${before} -> ${after}`),
    ...(waits
      ? ['    to take them over, change these figures in policy.yaml of the pack and start the server again']
      : []),
  ]
}

const OUTCOMES: Record<LearningTry['outcome'], string> = {
  promoted: 'promoted',
  'kept-back': 'kept back',
  chosen: 'put into service by a person',
  'rolled-back': 'promoted',
  applied: 'applied',
  proposed: 'proposed',
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

function when(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone }).format(at)
}
