import type { Decision, Need, Serving } from '../../domain/index.ts'
import { type DecisionInput, sureNeeds, type WantedNeed } from './decision-input.ts'
import { givenUp } from './hard-rules.ts'
import { missingDetails } from './missing-details.ts'

/** They were sure when they were asked; nothing since has spoken against them. */
const SURE_WHEN_ASKED = 0.9

/**
 * Serves the needs of a message in order, and those that wait behind a question now answered; stops at the first
 * new question. The first need is known to be worth serving.
 */
export function serveAll(input: DecisionInput): Decision {
  const parts: Serving[] = []
  for (const { need, confidence } of needsInLine(input)) {
    // What would not help by being repeated waits until the rest is settled.
    if (givenUp(input, need)) break
    const [detail] = missingDetails(need, input.details)
    if (!detail) parts.push({ kind: 'answer', need: need.name, confidence })
    else {
      parts.push({ kind: 'ask', need: need.name, detail: detail.name })
      break
    }
  }
  const [first] = parts
  return first && parts.length === 1 ? first : { kind: 'several', parts }
}

function needsInLine(input: DecisionInput): WantedNeed[] {
  const { before, mind } = input
  const wanted = sureNeeds(input)
  const waiting = answersPending(input) ? before.queue.flatMap((name) => mind.needs.get(name) ?? []) : []
  return [
    ...wanted,
    ...waiting
      .filter((need: Need) => !wanted.some((other) => other.need === need))
      .map((need) => ({ need, confidence: SURE_WHEN_ASKED })),
  ]
}

/** The customer is still with the need that the open question is about. */
function answersPending({ before, wanted }: DecisionInput): boolean {
  const { pending } = before
  return pending?.kind === 'detail' && wanted.some(({ need }) => need.name === pending.need)
}
