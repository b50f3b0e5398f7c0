import type { Turn, TurnLabel } from '../domain/index.ts'
import type { Period } from './period.ts'

/** A turn that the bot weighed, with what it turned out to be about. */
export interface LabelledTurn {
  turn: Turn
  label: TurnLabel
}

export interface LabelStore {
  /**
   * The next turn to be checked: of the model's turns in the period whose belief was weighed (`confidence` known) and
   * that nobody checked yet, the first by id. Ids are random, so that whoever checks them in this order checks a
   * random sample.
   */
  nextToCheck(period: Period, modelId: string): Promise<Turn | undefined>
  /** Records the first check of a turn; false when somebody has checked it already, and then nothing is changed. */
  putFirstCheck(label: TurnLabel & { source: 'check' }): Promise<boolean>
  /** The checks of the model's turns since `from`, the oldest check first, with the turns. */
  checks(modelId: string, from: number): Promise<LabelledTurn[]>
  /** How many they are, and when the last was made: cheap, to see whether anything changed. */
  countChecks(modelId: string, from: number): Promise<{ checks: number; lastAt: number | null }>
}
