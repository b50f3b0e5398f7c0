import { answeredNeeds, type Decision, type LabelSource } from '../../domain/index.ts'
import type { AnsweredTruth } from '../http/api.ts'
import { changeOf } from './change.ts'
import type { ComparedTurn } from './compare-conversation.ts'
import { truthOf, verdictOn } from './truth.ts'

/** Counts answers by what their messages were about, as one group of sources has it. */
export interface TruthTally {
  /** The compared turns of one conversation. */
  add(turns: readonly ComparedTurn[]): void
  figures(): AnsweredTruth
}

export function truthTally(sources?: readonly LabelSource[]): TruthTally {
  let messages = 0
  let conversations = 0
  let wrongBefore = 0
  let wrongAfter = 0
  let moreWrong = 0
  let fewerWrong = 0
  const newlyAnswered = { right: 0, wrong: 0, unknown: 0 }
  const noLongerAnswered = { right: 0, wrong: 0, unknown: 0 }
  const answeredOtherwise = { nowRight: 0, nowWrong: 0, asBefore: 0, unknown: 0 }

  function addDifference({ recorded, before, after }: ComparedTurn): void {
    const truth = truthOf(recorded.labels, sources)
    const [was, is] = [answeredNeeds(before).length > 0, answeredNeeds(after).length > 0]
    const verdict = (decision: Decision): 'right' | 'wrong' | 'unknown' => {
      const said = truth ? verdictOn(decision, truth) : undefined
      return said === 'right' || said === 'wrong' ? said : 'unknown'
    }
    const [wasVerdict, isVerdict] = [verdict(before), verdict(after)]
    if (is && !was) newlyAnswered[isVerdict] += 1
    if (was && !is) noLongerAnswered[wasVerdict] += 1
    if (!was || !is) return
    if (!truth) answeredOtherwise.unknown += 1
    else if (wasVerdict === isVerdict) answeredOtherwise.asBefore += 1
    else answeredOtherwise[isVerdict === 'right' ? 'nowRight' : 'nowWrong'] += 1
  }

  return {
    add(turns) {
      let known = 0
      let change = 0
      for (const turn of turns) {
        if (turn.differs) addDifference(turn)
        const truth = truthOf(turn.recorded.labels, sources)
        if (!truth) continue
        known += 1
        const was = verdictOn(turn.before, truth) === 'wrong' ? 1 : 0
        const is = verdictOn(turn.after, truth) === 'wrong' ? 1 : 0
        wrongBefore += was
        wrongAfter += is
        change += is - was
      }
      messages += known
      if (known > 0) conversations += 1
      if (change > 0) moreWrong += 1
      if (change < 0) fewerWrong += 1
    },
    figures: () => ({
      messages,
      wrongBefore,
      wrongAfter,
      wrong: changeOf(moreWrong, fewerWrong, conversations),
      newlyAnswered: { ...newlyAnswered },
      noLongerAnswered: { ...noLongerAnswered },
      answeredOtherwise: { ...answeredOtherwise },
    }),
  }
}
