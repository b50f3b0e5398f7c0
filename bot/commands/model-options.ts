import { Option } from 'commander'
import { MODEL_KINDS, type ModelKind } from '../models/index.ts'
import { DEFAULT_DATA_DIR } from './open-store.ts'

/** What every command about models is told. */
export interface ModelOptions {
  kind: ModelKind
  data: string
  json?: true
}

export function kindOption(): Option {
  return new Option('--kind <kind>', 'intents: understands messages; gap: estimates the gap')
    .choices(MODEL_KINDS)
    .default('intents')
}

export function dataOption(): Option {
  return new Option('--data <dir>', 'where models and conversations are kept').default(DEFAULT_DATA_DIR)
}

export function jsonOption(): Option {
  return new Option('--json', 'print one JSON value as the last line')
}
