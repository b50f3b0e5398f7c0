import { z } from 'zod'
import { type KnowledgePack, RESOLVED_OUTCOMES } from '../../../domain/index.ts'
import type { MeantByAgent } from '../../escalation/agent-acts.ts'

const action = z.object({
  candor: z.literal('agent'),
  escalationId: z.string().min(1).max(100),
  act: z.enum(['accept', 'transcript', 'write', 'resolve']),
  /** Inputs of the card; an untouched one comes as '' or not at all. */
  outcome: z.enum(RESOLVED_OUTCOMES).optional().catch(undefined),
  trueNeed: z.string().max(200).optional().catch(undefined),
})

/** A button of an escalation's card, pressed. */
export type CardAction = z.infer<typeof action>

/** What can be chosen beside a need, whose name has no sign before it. */
export const NO_NEED = '#none'
export const ANSWER_WRONG = '#answer-wrong'

/** @param chosen in the card; what the pack has no more says nothing */
export function meantBy(chosen: string | undefined, { needs }: Pick<KnowledgePack, 'needs'>): MeantByAgent | undefined {
  if (chosen === NO_NEED) return { kind: 'none' }
  if (chosen === ANSWER_WRONG) return { kind: 'answer-wrong' }
  const need = needs.find(({ name }) => name === chosen)
  return need && { kind: 'need', need: need.name }
}

/** `Action.Submit` sends its data as a message's value, `Action.Execute` as the data of an invoke's action. */
const executed = z.object({ action: z.object({ data: z.unknown() }) })

/** @param value of a message or of an `adaptiveCard/action`; @returns undefined when it is no button of ours */
export function readCardAction(value: unknown): CardAction | undefined {
  const data = executed.safeParse(value)
  const parsed = action.safeParse(data.success ? data.data.action.data : value)
  return parsed.success ? parsed.data : undefined
}
