import { createHash } from 'node:crypto'
import type { KnowledgePack } from '../../domain/index.ts'
import { canonicalJson } from './canonical-json.ts'
import { trainingSetOf } from './training-set.ts'

/** SHA-256 (hex) over all that the pack says; layout, comments and the order of keys in its files do not change it. */
export function packHash(pack: KnowledgePack): string {
  return createHash('sha256').update(canonicalJson(pack)).digest('hex')
}

/** SHA-256 (hex) over what a model learns from the pack; answers, details and the order of the needs do not change it. */
export function learntHash(pack: KnowledgePack): string {
  const { examples, outOfScope, titles } = trainingSetOf(pack)
  const taught = examples.map(({ need, text }) => `${need}\0${text}`).sort()
  return createHash('sha256')
    .update(canonicalJson({ taught, outOfScope: outOfScope.toSorted(), titles }))
    .digest('hex')
}
