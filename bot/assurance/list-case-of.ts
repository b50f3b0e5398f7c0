import type { Need } from '../../domain/index.ts'
import type { ListCase } from '../../nlp/index.ts'
import type { LabelledTurn } from '../../store/index.ts'
import { isTopic } from '../turn/need-roles.ts'
import { worthOffering } from '../turn/weigh.ts'

/**
 * What a check says about lists to choose from: which needs could have been offered, and which one it was.
 *
 * Only checks are taken. A customer's pick is a need that was in the list, or it could not have been picked, and
 * an agent sees only what the bot gave up: calibrated on those, a list would hold what it held before. Checks are a
 * random sample, so their unsure turns are a random sample of the unsure turns, whatever became of them.
 *
 * @returns undefined where no list could have followed (the bot was sure, or had just offered one), and where the
 *   checker could not tell: whether a list would have held it can then never be known
 */
export function listCaseOf({ turn, label }: LabelledTurn, needs: ReadonlyMap<string, Need>): ListCase | undefined {
  const { deliberation } = turn
  if (!deliberation?.leading || label.meant.kind === 'unclear') return undefined
  const { leading, answerAbove, before, belief } = deliberation
  const isUnsure = turn.decision.kind === 'clarify' || leading.probability <= answerAbove
  if (!isUnsure || before.pending?.kind === 'clarification') return undefined
  const truth = label.meant.kind === 'need' ? label.meant.need : undefined
  return {
    language: turn.understanding.language,
    needs: worthOffering(belief, needs),
    // Hello, thanks and "a person, please" are in no list, and nobody looks for them there.
    truth: truth !== undefined && isTopic(needs.get(truth)) ? truth : undefined,
  }
}
