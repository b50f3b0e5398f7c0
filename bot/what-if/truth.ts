import { answeredNeeds, type Decision, type LabelSource, type TurnLabel } from '../../domain/index.ts'

/** What a message was about, as far as somebody could tell. `answerWrong`: what the bot answers to it is wrong. */
export type Truth = Exclude<TurnLabel['meant'], { kind: 'unclear' }> & { answerWrong?: true }

/** `not-answered`: the bot did something else than answer. */
export type Verdict = 'right' | 'wrong' | 'not-answered'

/** The more careful source is believed first. */
const PRECEDENCE: readonly LabelSource[] = ['check', 'agent', 'pick']

/**
 * What the message was about: a random check tells before the agent, the agent before the customer's pick.
 * @param sources which sources to ask; all by default
 * @returns undefined when nobody could tell
 */
export function truthOf(labels: readonly TurnLabel[], sources: readonly LabelSource[] = PRECEDENCE): Truth | undefined {
  for (const source of PRECEDENCE.filter((each) => sources.includes(each))) {
    const meant = labels.find((label) => label.source === source)?.meant
    if (meant && meant.kind !== 'unclear')
      return hasWrongAnswer(meant, labels) ? { ...meant, answerWrong: true } : meant
  }
  return undefined
}

function hasWrongAnswer(meant: TurnLabel['meant'], labels: readonly TurnLabel[]): boolean {
  return (
    meant.kind === 'need' &&
    labels.some((label) => label.answerWrong && label.meant.kind === 'need' && label.meant.need === meant.need)
  )
}

/** Answered at all, and if so, rightly? Of several answers one right one is enough. */
export function verdictOn(decision: Decision, truth: Truth): Verdict {
  const answered = answeredNeeds(decision)
  if (answered.length === 0) return 'not-answered'
  return truth.kind === 'need' && !truth.answerWrong && answered.includes(truth.need) ? 'right' : 'wrong'
}
