import { dirname, join } from 'node:path/posix'
import { decodeText } from '../decode-text.ts'
import type { ImportedPack, SourceFiles } from '../imported-pack.ts'
import { ImportedPackBuilder } from '../imported-pack-builder.ts'
import { NONE_INTENT } from '../read-clu.ts'
import type { Declaration } from './declaration.ts'
import { readDeclaration } from './declaration.ts'
import { linesOf, linkTarget, tagOfFileName } from './lines.ts'
import { addPattern } from './pattern.ts'
import { parseUtterance } from './utterance.ts'

/** What the lines that follow belong to. */
type Section = { kind: 'intent'; label: string } | Declaration['section']

/** `- [name](./other.lu#Intent)`: the utterances of an intent elsewhere. */
interface Reference {
  label: string
  target: string
  file: string
  where: string
}

interface Found {
  file: string
  label: string
  line: string
  where: string
}

/**
 * Files of the Bot Framework's .lu format: intents with labelled utterances, patterns, entities, references to other files.
 * Format: https://learn.microsoft.com/azure/bot-service/file-format/bot-builder-lu-file-format
 */
export function readLu(files: SourceFiles): ImportedPack {
  const reading = new LuReading(files)
  for (const [file, bytes] of files) reading.read(file, decodeText(file, bytes))
  reading.follow()
  return reading.builder.build()
}

class LuReading {
  readonly builder = new ImportedPackBuilder()
  readonly #files: SourceFiles
  readonly #tags = new Map<string, string | undefined>()
  readonly #found: Found[] = []
  readonly #references: Reference[] = []

  constructor(files: SourceFiles) {
    this.#files = files
  }

  read(file: string, source: string): void {
    let section: Section = { kind: 'none' }
    let comments = 0
    this.#tags.set(file, tagOfFileName(file))
    for (const line of linesOf(source)) {
      const where = `${file}:${line.number}`
      const text = line.source.trim()
      if (line.kind === 'blank') continue
      if (line.kind === 'comment') comments++
      else if (line.kind === 'setting') this.#setting(file, line.key, line.value, where)
      else if (line.kind === 'heading') section = this.#heading(line.text, where)
      else if (line.kind === 'link') this.#link(file, line.target, where)
      else if (text.startsWith('@') || text.startsWith('$')) section = this.#declare(text, where)
      else if (line.kind === 'item') this.#item(section, line.text, file, where)
      else this.builder.drop(`the line "${text}"`, where, 'it is nothing that the .lu format knows')
    }
    if (comments > 0) this.builder.drop(`${comments} comment(s)`, file, 'they explain the file, not the bot')
  }

  /** Adds what references name, once everything has been read. */
  follow(): void {
    for (const { label, target, file, where } of this.#references) {
      const [path = '', anchor = ''] = target.split('#')
      const other = path === '' ? file : join(dirname(file), path)
      const intent = anchor.replace(/\*(utterances|utterancesAndPatterns)\*$/, '')
      const lines = this.#found.filter((one) => one.file === other && (intent === '' || one.label === intent))
      if (anchor.includes('?') || lines.length === 0)
        this.builder.drop(
          `the reference to ${target} in "${label}"`,
          where,
          'nothing of this name is among the files given',
        )
      else for (const { line } of lines) this.#utterance(label, line, other, where)
    }
  }

  #setting(file: string, key: string, value: string, where: string): void {
    if (key === 'app.culture') this.#tags.set(file, value)
    else if (key === 'app.name') this.builder.name ??= value
    else if (key !== 'enableSections')
      this.builder.drop(`the setting ${key} = ${value}`, where, 'it steers the product it was written for')
  }

  #heading(text: string, where: string): Section {
    if (text.startsWith('?')) {
      this.builder.drop(
        `the question "${text.slice(1).trim()}"`,
        where,
        'questions are read from .qna files. Move it into one',
      )
      return { kind: 'skipped', what: 'a question' }
    }
    if (!NONE_INTENT.test(text)) this.builder.addNeed(text, where)
    return { kind: 'intent', label: text }
  }

  #link(file: string, target: string, where: string): void {
    const path = join(dirname(file), (target.split('#')[0] ?? '').replace(/\*+$/, ''))
    const given =
      this.#files.has(path) || (target.includes('*') && [...this.#files.keys()].some((name) => name.startsWith(path)))
    if (!given)
      this.builder.drop(
        `the import of ${target}`,
        where,
        'it is not among the files given. Give the folder that holds them all',
      )
  }

  #declare(text: string, where: string): Section {
    const { section, entity, dropped } = readDeclaration(text, where)
    if (entity) this.builder.addEntity(entity)
    if (dropped !== undefined) this.builder.drop(dropped, where, 'it steers the product it was written for')
    return section
  }

  #item(section: Section, text: string, file: string, where: string): void {
    switch (section.kind) {
      case 'intent': {
        const target = linkTarget(text)
        if (target === undefined) this.#utterance(section.label, text, file, where)
        else this.#references.push({ label: section.label, target, file, where })
        break
      }
      case 'list': {
        const value = /^(.*?)\s*:$/.exec(text)?.[1]
        if (value !== undefined || section.value === undefined) section.value = value ?? text
        const synonyms = value === undefined ? text.split(',').map((synonym) => synonym.trim()) : []
        this.builder.addEntity({ name: section.entity, where, values: [{ value: section.value, synonyms }] })
        break
      }
      case 'children': {
        const child = /^@\s*(\S+)\s+(.+)$/.exec(text)
        if (child?.[2] !== undefined) this.#declare(`@ ${child[1]} ${child[2]}`, where)
        break
      }
      case 'skipped':
        this.builder.drop(`"${text}" of ${section.what}`, where, 'Candor has no place for it')
        break
      case 'none':
        this.builder.drop(`the line "${text}"`, where, 'it stands under no intent')
        break
      default:
        section satisfies never
    }
  }

  #utterance(label: string, line: string, file: string, where: string): void {
    if (!this.builder.takesLine(line, label, where)) return
    this.#found.push({ file, label, line, where })
    const none = NONE_INTENT.test(label)
    const tag = this.#tags.get(file)
    const utterance = parseUtterance(line)
    if (utterance.kind === 'pattern') addPattern(this.builder, { pattern: line, label, tag, where })
    else if (utterance.kind === 'broken')
      this.builder.drop(
        `"${line}" of "${label}"`,
        where,
        'its braces do not match. Write { as \\{ where it is no label',
      )
    else {
      this.builder.addExample({ text: utterance.text, label, tag, where, ...(none && { outOfScope: true as const }) })
      if (none) return
      for (const { entity, role } of utterance.labels)
        this.builder.mentionEntity({ label, entity, where, ...(role !== undefined && { as: role }) })
    }
  }
}
