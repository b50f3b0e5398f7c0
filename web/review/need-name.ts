/** The same as the pack asks for: lower-case words of any script joined by hyphens. */
const NEED_NAME = /^[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}]+(-[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}]+)*$/u
const LONGEST = 60

export function isNeedName(name: string): boolean {
  return NEED_NAME.test(name)
}

/** A name made of a title: `Gift wrapping?` becomes `gift-wrapping`, `礼品包装` stays; empty where nothing is left. */
export function proposedName(title: string): string {
  const name = title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}]+/gu, '-')
  return [...name]
    .slice(0, LONGEST)
    .join('')
    .replace(/^-+|-+$/g, '')
}
