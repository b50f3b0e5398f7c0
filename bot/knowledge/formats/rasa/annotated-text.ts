/**
 * `[Paris](city)`, `[Paris](city:paris)`, `[Paris]{"entity": "city", "role": "to"}` and `[Paris][{…}, {…}]`:
 * what Rasa takes for an annotated entity, wherever it stands.
 * Syntax: https://legacy-docs-oss.rasa.com/docs/rasa/training-data-format#entities
 */
const ANNOTATION = /\[([^\]]+?)\](?:\(([^:)]+?)(?::([^)]+))?\)|(\{[^}]+?\})|(\[\s*\{.*?\}\s*\]))/g

export interface Annotated {
  text: string
  entities: { entity: string; role?: string; value?: string }[]
}

/** The text without its annotations; undefined when an annotation is not JSON, which Rasa refuses too. */
export function readAnnotated(example: string): Annotated | undefined {
  const entities: Annotated['entities'] = []
  let broken = false
  const text = example.replace(
    ANNOTATION,
    (_whole, said: string, entity?: string, value?: string, one?: string, many?: string) => {
      if (entity !== undefined) entities.push({ entity, ...(value !== undefined && { value }) })
      else {
        const read = readAttributes(one ?? many ?? '')
        if (read === undefined) broken = true
        else entities.push(...read)
      }
      return said
    },
  )
  return broken ? undefined : { text, entities }
}

/** Whether Rasa would take a part of the plain text for an annotation. There is no way to write such a text in Rasa. */
export function looksAnnotated(text: string): boolean {
  return text.search(ANNOTATION) !== -1
}

function readAttributes(json: string): Annotated['entities'] | undefined {
  try {
    const read: unknown = JSON.parse(json)
    const items = (Array.isArray(read) ? read : [read]) as Record<string, unknown>[]
    return items.flatMap((item) => {
      const { entity, role, value } = item
      if (typeof entity !== 'string') return []
      return [{ entity, ...(typeof role === 'string' && { role }), ...(typeof value === 'string' && { value }) }]
    })
  } catch {
    return undefined
  }
}
