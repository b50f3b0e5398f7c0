export interface ModelRecord {
  id: string
  createdAt: number
  /** Hash of the pack and the settings it was trained on. */
  dataHash: string
  /** `retired`: it has served; `challenger`: it never has. */
  status: 'champion' | 'challenger' | 'retired'
  /** JSON: seed, metrics, versions. */
  manifest: string
  bytes: Uint8Array
}

/** A model as it is made: whether it serves is told by its promotion. */
export type NewModel = Omit<ModelRecord, 'status'>

/**
 * Why a model began to serve: it was made of a changed pack; the gate found it better; a person chose it; a person went
 * back to it; the guard did.
 */
export type ServiceReason = 'pack' | 'gate' | 'chosen' | 'rolled-back' | 'guard'

export interface Promotion {
  at: number
  reason: ServiceReason
  /** Agent id, `command` or `system`. */
  by: string
  /** JSON: the figures that it rests on. */
  detail?: string
}

/** From when to when a model has served, and why it began to. */
export interface ModelService extends Omit<Promotion, 'at'> {
  /** Absent: the one that every installation has, which is not stored. There is none such for understanding. */
  modelId?: string
  from: number
  /** Absent while it serves. */
  to?: number
}

export interface ModelStore {
  /** @param promotion it serves from now on, and the one before is retired; without it, it is kept as a challenger */
  save(model: NewModel, promotion?: Promotion): Promise<void>
  champion(): Promise<ModelRecord | undefined>
  get(id: string): Promise<ModelRecord | undefined>
  /** Newest first, without bytes. */
  list(): Promise<Omit<ModelRecord, 'bytes'>[]>
  /**
   * Makes it the only champion; the one before is retired.
   * @param id undefined: the one that every installation has
   * @param insteadOf only while this one serves: of two who go back from the same model, one does
   * @returns false when nothing was changed: it is unknown, serves already, or another than `insteadOf` serves
   */
  promote(id: string | undefined, promotion: Promotion, insteadOf?: string): Promise<boolean>
  /** Which model served when, the latest first. */
  services(): Promise<ModelService[]>
}
