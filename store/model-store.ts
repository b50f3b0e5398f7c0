export interface ModelRecord {
  id: string
  createdAt: number
  /** Hash of the pack and the settings it was trained on. */
  dataHash: string
  status: 'champion' | 'challenger' | 'retired'
  /** JSON: seed, metrics, versions. */
  manifest: string
  bytes: Uint8Array
}

export interface ModelStore {
  save(model: ModelRecord): Promise<void>
  champion(): Promise<ModelRecord | undefined>
  get(id: string): Promise<ModelRecord | undefined>
  /** Newest first, without bytes. */
  list(): Promise<Omit<ModelRecord, 'bytes'>[]>
  /** Makes it the only champion; the one before is retired. */
  promote(id: string): Promise<void>
}
