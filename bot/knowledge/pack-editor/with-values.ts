import { isScalar, parseDocument } from 'yaml'

/** A value in a YAML file, and where it belongs. */
export interface NewValue {
  path: readonly string[]
  value: string | boolean
}

/**
 * A YAML text with other values, and every other character as it was: comments, folds, indentation. Only where there is no
 * value yet, or it stands elsewhere in the file (an alias), is the whole laid out anew; its comments stay then, too.
 */
export function withValues(source: string, values: readonly NewValue[]): string {
  const document = parseDocument(source)
  const places = values.flatMap(({ path, value }) => {
    const node = document.getIn(path, true)
    return isScalar(node) && node.range ? [{ value, start: node.range[0], end: node.range[1] }] : []
  })
  if (places.length < values.length) {
    for (const { path, value } of values) document.setIn(path, value)
    return document.toString({ lineWidth: 0 })
  }
  return places
    .sort((a, b) => b.start - a.start)
    .reduce((text, { value, start, end }) => {
      // A block (`>-`) ends with its line.
      const [lineEnd = ''] = /\s*$/.exec(text.slice(start, end)) ?? []
      // Whatever is JSON is YAML, too, and in any place.
      return `${text.slice(0, start)}${JSON.stringify(value)}${lineEnd}${text.slice(end)}`
    }, source)
}
