import { parseWith } from '../../schema-findings.ts'
import type { YamlFile, YamlPath } from '../../yaml-file.ts'
import { readYaml } from '../../yaml-file.ts'
import { decodeText } from '../decode-text.ts'
import { importProblem, withinDepth } from '../import-problem.ts'
import type { ImportedPack, SourceFiles } from '../imported-pack.ts'
import { ImportedPackBuilder } from '../imported-pack-builder.ts'
import { readAnnotated } from './annotated-text.ts'
import type { NluItem, RasaFile } from './rasa-schema.ts'
import { nameOf, rasaFileSchema, tagIn } from './rasa-schema.ts'
import type { PlacedResponse } from './responses.ts'
import { addResponses } from './responses.ts'

/** Intents that Rasa and its documentation have for what is none of the others. */
const NONE_INTENT = /^(out_of_scope|nlu_fallback)$/

const KNOWN = [
  'version',
  'nlu',
  'responses',
  'intents',
  'entities',
  'slots',
  'forms',
  'actions',
  'rules',
  'stories',
  'session_config',
]

type At = (...path: YamlPath) => string

/**
 * Rasa training data and domain (YAML, version 2 and 3), in any number of files.
 * Format: https://legacy-docs-oss.rasa.com/docs/rasa/training-data-format
 * @throws CandorError IMPORT_INVALID with file and line.
 */
export function readRasa(files: SourceFiles): ImportedPack {
  const builder = new ImportedPackBuilder()
  const intents = new Set<string>()
  const responses: PlacedResponse[] = []
  const answering = new Map<string, string>()
  for (const [file, bytes] of files) {
    const yaml = parse(file, decodeText(file, bytes))
    const at: At = (...path) => `${file}:${yaml.lineOf(path)}`
    if (!isRasa(yaml.value)) {
      builder.drop(`the file ${file}`, file, 'it holds neither training data nor a domain')
      continue
    }
    const content = parseRasa(yaml)
    for (const [index, item] of (content.nlu ?? []).entries()) readItem(builder, intents, item, index, at)
    for (const [name, variations] of Object.entries(content.responses ?? {}))
      for (const [index, variation] of (variations ?? []).entries())
        responses.push({ name, variation, where: at('responses', name, index) })
    readDomain(builder, content, at)
    readRules(builder, answering, content, at)
    for (const key of Object.keys(content))
      if (!KNOWN.includes(key)) builder.drop(`"${key}"`, at(key), 'Candor has no place for it')
  }
  addResponses(builder, responses, intents, answering)
  return builder.build()
}

function parse(file: string, source: string): YamlFile {
  const yaml = withinDepth(file, () => readYaml(file, source))
  if (!('findings' in yaml)) return yaml
  const [first] = yaml.findings
  throw importProblem(file, `line ${first?.line ?? 1}`, first?.text.replace(/\.$/, '') ?? '', 'Correct it there')
}

function parseRasa(yaml: YamlFile): RasaFile {
  const parsed = parseWith(rasaFileSchema, yaml)
  if ('value' in parsed) return parsed.value
  const [first] = parsed.findings
  throw importProblem(yaml.file, `line ${first?.line ?? 1}`, first?.text.replace(/\.$/, '') ?? '', 'Correct it there')
}

function isRasa(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return KNOWN.some((key) => key !== 'version' && key in value)
}

function readItem(builder: ImportedPackBuilder, intents: Set<string>, item: NluItem, index: number, at: At): void {
  const where = at('nlu', index)
  const lines = linesOf(builder, item, index, at)
  if (item.intent != null && item.intent !== '') {
    if (!NONE_INTENT.test(item.intent)) {
      intents.add(item.intent)
      builder.addNeed(item.intent, where)
    }
    for (const line of lines) addExample(builder, item.intent, line)
  } else if (item.lookup != null)
    builder.addEntity({ name: item.lookup, where, values: lines.map(({ text }) => ({ value: text, synonyms: [] })) })
  else if (item.regex != null)
    for (const { text, where: place } of lines)
      builder.drop(
        `the pattern /${text}/ of "${item.regex}"`,
        place,
        'Candor finds details by their type, not by a pattern',
      )
  else if (item.synonym != null)
    builder.drop(
      `"${item.synonym}" said as ${lines.map(({ text }) => text).join(', ')}`,
      where,
      'a pack has no synonyms; examples teach them',
    )
  else builder.drop('an item of nlu', where, 'it has neither intent, synonym, regex nor lookup')
}

interface ExampleLine {
  text: string
  tag: string | undefined
  where: string
}

/** Examples are a text with a line each that starts with a dash, or a list with metadata. */
function linesOf(builder: ImportedPackBuilder, { examples, metadata }: NluItem, index: number, at: At): ExampleLine[] {
  if (examples == null) return []
  if (typeof examples !== 'string')
    return examples.map((example, no) => ({
      text: example.text.trim(),
      tag: tagIn(example.metadata, metadata),
      where: at('nlu', index, 'examples', no),
    }))
  const place = at('nlu', index, 'examples')
  const [file, key = '1'] = [place.slice(0, place.lastIndexOf(':')), place.slice(place.lastIndexOf(':') + 1)]
  return examples.split(/\r?\n/).flatMap((line, no) => {
    const where = `${file}:${Number(key) + no + 1}`
    if (line.trim() === '') return []
    if (line.startsWith('-')) return [{ text: line.slice(1).trim(), tag: tagIn(metadata), where }]
    builder.drop(`the line "${line.trim()}"`, where, 'examples start with "- "')
    return []
  })
}

function addExample(builder: ImportedPackBuilder, label: string, { text, tag, where }: ExampleLine): void {
  const none = NONE_INTENT.test(label)
  if (!builder.takesLine(text, label, where)) return
  const annotated = readAnnotated(text)
  if (annotated === undefined) {
    builder.drop(`"${text}" of "${label}"`, where, 'its annotation is not JSON')
    return
  }
  builder.addExample({ text: annotated.text, label, tag, where, ...(none && { outOfScope: true as const }) })
  if (none) return
  for (const { entity, role } of annotated.entities)
    builder.mentionEntity({ label, entity, where, ...(role !== undefined && { as: role }) })
}

function readDomain(builder: ImportedPackBuilder, content: RasaFile, at: At): void {
  for (const [index, intent] of (content.intents ?? []).entries())
    if (!NONE_INTENT.test(nameOf(intent))) builder.addNeed(nameOf(intent), at('intents', index))
  for (const [index, entity] of (content.entities ?? []).entries())
    builder.addEntity({ name: nameOf(entity), where: at('entities', index) })
  for (const [index, action] of (content.actions ?? []).entries())
    if (!nameOf(action).startsWith('utter_'))
      builder.drop(`the action "${nameOf(action)}"`, at('actions', index), 'it is a program of your own')
  for (const slot of Object.keys(content.slots ?? {}))
    if (slot !== 'language') builder.drop(`the slot "${slot}"`, at('slots', slot), 'details of needs take its place')
  for (const form of Object.keys(content.forms ?? {}))
    builder.drop(`the form "${form}"`, at('forms', form), 'make its slots required details of the need')
}

/** A rule of one intent and one answer says which answer is whose; all others steer a dialogue of several turns. */
function readRules(builder: ImportedPackBuilder, answering: Map<string, string>, content: RasaFile, at: At): void {
  for (const [index, { rule, steps, condition }] of (content.rules ?? []).entries()) {
    const [first, second] = steps ?? []
    if (steps?.length === 2 && first?.intent && second?.action?.startsWith('utter_') && condition == null)
      answering.set(second.action, first.intent)
    else builder.drop(`the rule "${rule ?? index + 1}"`, at('rules', index), 'Candor decides its turns by itself')
  }
  for (const [index, { story }] of (content.stories ?? []).entries())
    builder.drop(`the story "${story ?? index + 1}"`, at('stories', index), 'Candor decides its turns by itself')
}
