import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { stakesFor } from '../../../nlp/index.ts'
import { proposedMind } from '../../models/index.ts'
import type { Mind } from '../../turn/mind.ts'
import { type ComparedTurn, compareConversation, type PolicyPair } from '../../what-if/index.ts'
import type { JudgedConversation } from './compare-policies.ts'
import { decisionWorth } from './decision-worth.ts'
import { FOLDS, fairTruth, foldOf, outcomesOf, type PolicyEvidence, type TakenOver } from './evidence.ts'
import { type FigureOptions, learnFigures, withFigures } from './figures.ts'

/**
 * The conversations that other figures decide differently, and what they were worth under both: each fold is decided anew
 * with figures that were learnt without it, so that nothing is judged by what it taught.
 *
 * What a person would have achieved is taken from the conversation itself where one took over, else from another of the
 * same fold that a person took over, drawn at random.
 */
export async function judgePolicy(
  inForce: Mind,
  evidence: PolicyEvidence,
  options: FigureOptions,
): Promise<JudgedConversation[]> {
  const judged: JudgedConversation[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const figures = learnFigures(inForce.policy, outcomesOf(evidence, fold), options)
    const pair: PolicyPair = { inForce, proposed: proposedMind(inForce, withFigures(inForce.policy, figures)) }
    const inFold = evidence.takenOver.filter(({ conversationId }) => foldOf(conversationId) === fold)
    const draw = drawing(inFold)
    for (const conversation of evidence.conversations) {
      if (foldOf(conversation.id) !== fold) continue
      await setImmediate()
      const different = compareConversation(pair, conversation, []).find(
        (turn): turn is ComparedTurn => turn.kind === 'compared' && turn.differs,
      )
      const worth = different && worthOf(different, inForce, inFold, draw)
      if (worth) judged.push(worth)
    }
  }
  return judged
}

function worthOf(
  { recorded, before, after }: ComparedTurn,
  { policy }: Mind,
  takenOver: readonly TakenOver[],
  draw: () => TakenOver | undefined,
): JudgedConversation | undefined {
  const truth = fairTruth(recorded)
  if (!truth) return undefined
  const { turn, message } = recorded
  const own = takenOver.find(
    ({ conversationId, after, endedAt }) =>
      conversationId === turn.conversationId && after < turn.at && turn.at <= endedAt,
  )
  const metByPerson = (own ?? draw())?.met ?? policy.stakes.standard.personSolves
  const need = truth.kind === 'need' ? truth.need : undefined
  const stakes = stakesFor(policy.stakes, need, turn.deliberation?.segment)
  const worth = [before, after].map((decision) => decisionWorth(decision, { truth, metByPerson }, stakes))
  const [was, is] = worth
  if (was === undefined || is === undefined) return undefined
  return { language: message?.language ?? turn.understanding.language, before: was, after: is }
}

/** One after the other, in an order that has nothing to do with time or outcome; from the start again when all were drawn. */
function drawing(from: readonly TakenOver[]): () => TakenOver | undefined {
  const order = from
    .map((one) => ({
      one,
      at: createHash('sha256').update(`drawn ${one.conversationId} ${one.endedAt}`).digest('hex'),
    }))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
  let drawn = 0
  return () => order[drawn++ % order.length]?.one
}
