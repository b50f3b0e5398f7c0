import { Option } from 'commander'
import { DEFAULT_PACK_DIR } from '../knowledge/index.ts'

/** `--pack` of the commands that have the demo shop to fall back on. */
export function packOption(): Option {
  return new Option('--pack <dir>', 'the knowledge pack').default(DEFAULT_PACK_DIR, 'the demo shop')
}
