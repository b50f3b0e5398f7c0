import type { Document } from 'yaml'
import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'

export type YamlPath = readonly PropertyKey[]

/** Something to mend (or to think about) in a pack, where it stands, and how to mend it. */
export interface Finding {
  /** Relative to the pack's folder. */
  file: string
  /** From 1. */
  line: number
  text: string
}

/** A YAML file as data that still knows where everything stands. */
export interface YamlFile {
  file: string
  value: unknown
  /** Line of the key or item at `path`, or of the nearest thing around it that exists. */
  lineOf(path: YamlPath): number
}

/** A file that fits its schema. */
export interface Read<T> {
  yaml: YamlFile
  value: T
}

/** Reads YAML 1.2 text. A file that is not YAML comes back as findings, one per mistake. */
export function readYaml(file: string, source: string): YamlFile | { findings: Finding[] } {
  const lines = new LineCounter()
  const document = parseDocument(source.replace(/^\uFEFF/, ''), { lineCounter: lines, prettyErrors: false })
  if (document.errors.length > 0) {
    const findings = document.errors.map((error) => ({
      file,
      line: lines.linePos(error.pos[0]).line,
      text: `not readable as YAML: ${firstSentence(error.message)}. Check the indentation, and put quotes around text with ": " or " #" in it.`,
    }))
    return { findings }
  }
  try {
    return {
      file,
      value: document.toJS({ maxAliasCount: 100 }),
      lineOf: (path) => lines.linePos(offsetOf(document, path)).line,
    }
  } catch (error) {
    // Aliases (`*name`) without an anchor, or so many that they would blow up the file.
    const problem = error instanceof Error ? firstSentence(error.message) : String(error)
    return { findings: [{ file, line: 1, text: `not readable as YAML: ${problem}. Write the text out.` }] }
  }
}

function offsetOf(document: Document.Parsed, path: YamlPath): number {
  let node: unknown = document.contents
  let offset = startOf(node) ?? 0
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document)
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => (isScalar(key) ? key.value : key) === step)
      if (!pair) return offset
      offset = startOf(pair.key) ?? offset
      node = pair.value
    } else if (isSeq(node) && typeof step === 'number') {
      node = node.items[step]
      offset = startOf(node) ?? offset
    } else {
      return offset
    }
  }
  return offset
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined
}

function firstSentence(message: string): string {
  return (message.split('\n')[0] ?? message).replace(/\.$/, '')
}
