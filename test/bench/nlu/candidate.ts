import type { Language } from '../../../domain/index.ts'

export const CANDIDATES = ['candor', 'natural', 'nlpjs'] as const
export type CandidateName = (typeof CANDIDATES)[number]

export interface LabelledMessage {
  text: string
  /** The need, or OUT_OF_SCOPE. */
  label: string
}

export const OUT_OF_SCOPE = 'oos'

/** What a candidate says about one message. */
export interface Ranking {
  /** The most probable need; undefined when the candidate names none. */
  need: string | undefined
  /** Its score; higher is surer. Compared within one candidate only. */
  score: number
  /** 0..1; only from candidates that estimate it. */
  outOfScope?: number
}

/** A trained classifier under comparison. */
export interface TrainedCandidate {
  /** Ranks the needs, and no more. */
  classify(text: string): Ranking | Promise<Ranking>
  /** All that its user gets of one message (sentiment, entities, …); undefined where that is the ranking. */
  understand?(text: string): unknown
}

/** A library under comparison, loaded for one language and ready to train. */
export interface Candidate {
  train(messages: LabelledMessage[], seed: number): TrainedCandidate | Promise<TrainedCandidate>
}

/** Each candidate's code is loaded by its name alone, so that none weighs on another's memory. */
export async function loadCandidate(name: CandidateName, language: Language): Promise<Candidate> {
  switch (name) {
    case 'candor':
      return (await import('./candor-candidate.ts')).loadCandor()
    case 'natural':
      return (await import('./natural-candidate.ts')).loadNatural(language)
    case 'nlpjs':
      return (await import('./nlpjs-candidate.ts')).loadNlpjs(language)
    default:
      return name satisfies never
  }
}
