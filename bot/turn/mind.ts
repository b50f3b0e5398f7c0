import type { KnowledgePack, Language, Need, Understanding } from '../../domain/index.ts'
import type { ConformalList, DialogueTurn, GapModel, ListCase, ListPromise, TopicChange } from '../../nlp/index.ts'
import type { Policy } from '../policy/index.ts'

/** What the bot thinks with during one turn: a trained model, what the company taught it, and its policy. Swapped as a whole. */
export interface Mind {
  modelId: string
  pack: KnowledgePack
  /** The pack's needs by name. */
  needs: ReadonlyMap<string, Need>
  policy: Policy
  /** Chance that the customer has moved to another topic: the policy's, or what the record shows. */
  topicChange: TopicChange
  /** The bot answers on its own only above this belief, 0..1: the policy's, or what keeps the guarantee. */
  answerAbove: number
  /** Which needs go into a list to choose from, by language. */
  lists: Readonly<Record<Language, Pick<ConformalList, 'threshold'>>>
  /** What the model would have offered for examples of the pack that it had not seen. */
  listCases: readonly ListCase[]
  /** What those promise about lists; they serve until there are enough customers' messages. */
  exampleLists: Readonly<Record<Language, ListPromise>>
  understand(text: string, now: number): Understanding
  /** 0..1: how dissatisfied the customer sounds at the end of these lines; undefined when the customer said nothing. */
  wording(language: Language, lines: readonly DialogueTurn[]): number | undefined
  gapModel: ServingGapModel
}

/** How the gap is estimated, and what turns name it by. */
export interface ServingGapModel {
  /** `prior` for the one set by hand. */
  id: string
  model: GapModel
}
