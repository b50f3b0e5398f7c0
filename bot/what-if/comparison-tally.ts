import { answeredNeeds, bothLanguages, type Decision, type Need } from '../../domain/index.ts'
import type { RecordedConversation } from '../../store/index.ts'
import type { PolicyComparison, PolicyExampleDecision, PolicyMatrixCell } from '../http/api.ts'
import { truthTally } from './answered-truth.ts'
import { changeOf } from './change.ts'
import type { ComparedTurn, TurnComparison } from './compare-conversation.ts'
import { UNDECIDABLE, type Undecidable } from './decide-anew.ts'

/** What conversations add up to; what was asked for (days, cap) is the caller's to say. */
export type ComparisonFigures = Omit<PolicyComparison, 'from' | 'to' | 'timeZone' | 'cappedAt' | 'notTried'>

export interface ComparisonTally {
  add(conversation: RecordedConversation, turns: readonly TurnComparison[]): void
  figures(): ComparisonFigures
}

const EXAMPLES = 3
/** An example's text, in characters. */
const SHOWN = 200

const CHANGES = {
  handovers: (decision: Decision) => decision.kind === 'escalate',
  answers: (decision: Decision) => answeredNeeds(decision).length > 0,
  lists: (decision: Decision) => decision.kind === 'clarify',
} as const
type ChangeName = keyof typeof CHANGES
const CHANGE_NAMES = Object.keys(CHANGES) as ChangeName[]

/**
 * Adds compared conversations up, one at a time.
 * @param needs the pack's, for the titles in examples
 */
export function comparisonTally(needs: ReadonlyMap<string, Need>): ComparisonTally {
  let conversations = 0
  let changedConversations = 0
  let recorded = 0
  let compared = 0
  let notKnown = 0
  let reproduced = 0
  let handedOverLaterAnyway = 0
  let valued = 0
  let gained = 0
  const undecidable = Object.fromEntries(UNDECIDABLE.map((why) => [why, 0])) as Record<Undecidable, number>
  const changes = { handovers: none(), answers: none(), lists: none() }
  const truth = { known: truthTally(), checked: truthTally(['check']) }
  const matrix = new Map<string, PolicyMatrixCell>()

  function addToMatrix({ before, after, differs, recorded: { turn, message } }: ComparedTurn): void {
    const key = `${before.kind} ${after.kind}`
    const cell = matrix.get(key) ?? { before: before.kind, after: after.kind, turns: 0, differing: 0, examples: [] }
    matrix.set(key, cell)
    cell.turns += 1
    if (!differs) return
    cell.differing += 1
    if (cell.examples.length >= EXAMPLES) return
    cell.examples.push({
      conversationId: turn.conversationId,
      at: turn.at,
      text: shortened(message?.text ?? ''),
      before: inExample(before, needs),
      after: inExample(after, needs),
    })
  }

  function addDifference({ before, after, gained: gain }: ComparedTurn, later: RecordedConversation['turns']): void {
    changedConversations += 1
    for (const name of CHANGE_NAMES) {
      const [was, is] = [CHANGES[name](before), CHANGES[name](after)]
      if (is && !was) changes[name].more += 1
      if (was && !is) changes[name].fewer += 1
    }
    const handsOver = after.kind === 'escalate' && before.kind !== 'escalate'
    if (handsOver && later.some(({ turn }) => turn.decision.kind === 'escalate')) handedOverLaterAnyway += 1
    if (gain === undefined) return
    valued += 1
    gained += gain
  }

  return {
    add(conversation, turns) {
      recorded += turns.length
      const comparedTurns: ComparedTurn[] = []
      for (const [i, turn] of turns.entries()) {
        if (turn.kind === 'undecidable') undecidable[turn.why] += 1
        else if (turn.reproduced) reproduced += 1
        if (turn.kind === 'not-known') notKnown += 1
        if (turn.kind !== 'compared') continue
        comparedTurns.push(turn)
        addToMatrix(turn)
        if (turn.differs) addDifference(turn, conversation.turns.slice(i + 1))
      }
      compared += comparedTurns.length
      if (comparedTurns.length === 0) return
      conversations += 1
      truth.known.add(comparedTurns)
      truth.checked.add(comparedTurns)
    },

    figures: () => ({
      conversations,
      changedConversations,
      turns: { recorded, compared, notKnown, undecidable: { ...undecidable } },
      reproduced: { count: reproduced, of: compared + notKnown },
      handovers: changeOf(changes.handovers.more, changes.handovers.fewer, conversations),
      answers: changeOf(changes.answers.more, changes.answers.fewer, conversations),
      lists: changeOf(changes.lists.more, changes.lists.fewer, conversations),
      handedOverLaterAnyway,
      answered: { known: truth.known.figures(), checked: truth.checked.figures() },
      expectedGain: {
        perConversation: conversations === 0 ? null : gained / conversations,
        valued,
        of: changedConversations,
      },
      matrix: [...matrix.values()].sort((a, b) => b.differing - a.differing || b.turns - a.turns),
    }),
  }
}

function none(): { more: number; fewer: number } {
  return { more: 0, fewer: 0 }
}

function inExample(decision: Decision, needs: ReadonlyMap<string, Need>): PolicyExampleDecision {
  const known = namedIn(decision).flatMap((name) => needs.get(name) ?? [])
  return { kind: decision.kind, needs: known.map(({ title }) => bothLanguages(title)) }
}

function namedIn(decision: Decision): string[] {
  switch (decision.kind) {
    case 'answer':
    case 'ask':
    case 'smalltalk':
      return [decision.need]
    case 'several':
      return decision.parts.map(({ need }) => need)
    case 'clarify':
      return decision.candidates
    case 'escalate':
    case 'decline-language':
    case 'explain':
    case 'resolve':
      return []
    default:
      return decision satisfies never
  }
}

/** By characters, not code units: half an emoji would be shown as a box. */
function shortened(text: string): string {
  const characters = [...text]
  return characters.length > SHOWN ? `${characters.slice(0, SHOWN - 1).join('')}…` : text
}
