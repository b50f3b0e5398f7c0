import type { z } from 'zod'
import { decodeText } from './decode-text.ts'
import { importProblem, withinDepth } from './import-problem.ts'

/**
 * Reads JSON from somebody else's product: what we use of it must fit the schema, other keys may be there.
 * @throws CandorError IMPORT_INVALID with the place as line and column, or as a path such as `assets.utterances[3].text`.
 */
export function parseJson<S extends z.ZodType>(file: string, bytes: Uint8Array, schema: S): z.infer<S> {
  const parsed = withinDepth(file, () => schema.safeParse(readJson(file, bytes)))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw importProblem(
    file,
    jsonPath(issue?.path ?? []),
    issue?.message ?? 'not as expected',
    'Export it again from the product it comes from, or correct it there',
    parsed.error,
  )
}

/** @throws CandorError IMPORT_INVALID */
function readJson(file: string, bytes: Uint8Array): unknown {
  const source = decodeText(file, bytes)
  try {
    return JSON.parse(source)
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause)
    const position = /position (\d+)/.exec(message)?.[1]
    const before = source.slice(0, position === undefined ? source.length : Number(position)).split('\n')
    const place = `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`
    throw importProblem(file, place, 'not readable as JSON', 'Export it again, or correct it there', cause)
  }
}

/** `['assets', 'utterances', 3]` as a person writes it: `assets.utterances[3]`. */
function jsonPath(path: readonly PropertyKey[]): string {
  const steps = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
  return steps.join('').replace(/^\./, '') || 'the document'
}
