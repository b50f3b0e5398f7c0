import { compareTexts } from '../../nlp/index.ts'

/** Two answers are one when they are as alike as this, 0..1; small words and numbers may differ. */
export const SAME_ANSWER = 0.8

/** Texts that are nearly the same as the first of them, by their places; the earliest places first. */
export function foldAlike(texts: readonly string[]): number[][] {
  const alike = compareTexts(texts)
  const free = new Set(texts.keys())
  const folds: number[][] = []
  for (const leader of texts.keys()) {
    if (!free.has(leader)) continue
    const members = [...free].filter((i) => i === leader || alike(leader, i) >= SAME_ANSWER)
    for (const member of members) free.delete(member)
    folds.push(members)
  }
  return folds
}
