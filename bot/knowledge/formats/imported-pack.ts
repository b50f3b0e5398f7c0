import type { EntityType } from '../../../domain/index.ts'

/** Something that stands in the source and has no place in a pack (or in the other format, on export). */
export interface NotCarried {
  /** The thing itself, with its text where it has one, so that a person can carry it over by hand. */
  what: string
  /** File and place: a line, a row, or a path inside a JSON document. */
  where: string
  why: string
}

export interface ImportedExample {
  text: string
  /** The intent, as the source names it. */
  label: string
  /** The source says that this is none of its intents. */
  outOfScope?: true
  /** Language as the source marks it (`en-us`, `zh-hans`, `fr`); absent when it does not. */
  tag?: string
  where: string
}

export interface ImportedAnswer {
  label: string
  text: string
  tag?: string
  /** Where a customer can read on. */
  url?: string
  where: string
}

export interface ImportedDetail {
  label: string
  name: string
  type: EntityType | 'choice'
  required: boolean
  choices?: string[]
  /** What the source asks for it with, by language tag. */
  prompts: { text: string; tag?: string }[]
  where: string
}

/** What every format is read into, and the one thing that packs are written from. */
export interface ImportedPack {
  /** What the source calls itself. */
  name?: string
  /** In the order of the source: of two labels for one text, the first is kept. */
  examples: ImportedExample[]
  answers: ImportedAnswer[]
  details: ImportedDetail[]
  /** Intents that the source declares, with their place; some may have no example. */
  declared: Map<string, string>
  notCarried: NotCarried[]
}

/** Files by their name relative to what was given, with `/` between folders. */
export type SourceFiles = ReadonlyMap<string, Uint8Array>

/** @throws CandorError IMPORT_INVALID naming file and place when a file is not what it should be. */
export type FormatReader = (files: SourceFiles) => ImportedPack

export function mergeImported(parts: readonly ImportedPack[]): ImportedPack {
  const name = parts.find((part) => part.name !== undefined)?.name
  return {
    ...(name !== undefined && { name }),
    examples: parts.flatMap(({ examples }) => examples),
    answers: parts.flatMap(({ answers }) => answers),
    details: parts.flatMap(({ details }) => details),
    declared: new Map(parts.flatMap(({ declared }) => [...declared])),
    notCarried: parts.flatMap(({ notCarried }) => notCarried),
  }
}
