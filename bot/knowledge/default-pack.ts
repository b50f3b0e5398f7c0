import { join } from 'node:path'

/** The demo shop, served when no other pack is named. */
export const DEFAULT_PACK_DIR = join(import.meta.dirname, '../../knowledge/demo-shop')
