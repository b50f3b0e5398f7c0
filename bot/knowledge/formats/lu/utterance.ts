/** An utterance line of a .lu file, without its dash. */
export type Utterance =
  | { kind: 'example'; text: string; labels: { entity: string; role?: string }[] }
  /** With places for entities, optional parts or alternatives. */
  | { kind: 'pattern' }
  | { kind: 'broken' }

/**
 * Takes the labels off: `fly to {@city:destination = Cairo}` is the example "fly to Cairo" with the entity `city`.
 * A backslash takes the meaning from the sign behind it.
 * Syntax: https://learn.microsoft.com/azure/bot-service/file-format/bot-builder-lu-file-format
 */
export function parseUtterance(line: string): Utterance {
  const labels: { entity: string; role?: string }[] = []
  let text = ''
  let depth = 0
  for (let at = 0; at < line.length; at++) {
    const sign = line[at] ?? ''
    if (sign === '\\' && /[{}[\]()|\\@=]/.test(line[at + 1] ?? '')) text += line[++at] ?? ''
    else if (sign === '{') {
      const label = /^\{\s*@?\s*([^{}=:]+?)\s*(?::\s*([^{}=]+?)\s*)?(=\s*|\})/.exec(line.slice(at))
      if (!label) return { kind: 'broken' }
      const [opening, entity = '', role, end] = label
      if (end === '}') return { kind: 'pattern' }
      labels.push({ entity: unquoted(entity), ...(role !== undefined && { role }) })
      depth++
      at += opening.length - 1
    } else if (sign === '}') {
      if (depth-- === 0) return { kind: 'broken' }
      text = text.trimEnd()
    } else if (depth === 0 && isPatternSign(line, at)) return { kind: 'pattern' }
    else text += sign
  }
  return depth === 0 ? { kind: 'example', text: text.replace(/\s+/g, ' ').trim(), labels } : { kind: 'broken' }
}

/** Brackets are for optional parts; a parenthesis alone is a parenthesis, only with a bar in it does it list alternatives. */
function isPatternSign(line: string, at: number): boolean {
  if (line[at] === '[') return line.includes(']', at)
  return line[at] === '(' && /^\([^()]*\|[^()]*\)/.test(line.slice(at, at + 500))
}

export function unquoted(name: string): string {
  return name.trim().replace(/^(["'])(.*)\1$/, '$2')
}
