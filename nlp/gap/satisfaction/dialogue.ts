import type { Language } from '../../../domain/index.ts'

/** One line of a dialogue, oldest first; `business` is the bot or an agent. */
export interface DialogueTurn {
  from: 'customer' | 'business'
  text: string
}

/** A dialogue whose customer turns may have been rated. */
export interface RatedConversation {
  id: string
  language: Language
  turns: RatedTurn[]
}

export interface RatedTurn extends DialogueTurn {
  /** 0 (not at all) .. 1 (fully satisfied); null when nobody rated it. Missing is missing, not good. */
  satisfaction: number | null
}

/** A rated turn below this is a dissatisfied one. */
export const DISSATISFIED_BELOW = 0.5
