import { readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { z } from 'zod'
import type { KnowledgePack, Language, LocalizedText } from '../../domain/index.ts'
import { CandorError, LANGUAGES } from '../../domain/index.ts'
import { checkHelp } from './help-rules.ts'
import type { PackFiles } from './pack-rules.ts'
import { checkRules } from './pack-rules.ts'
import { NEED_NAME, needFileSchema, outOfScopeFileSchema, packFileSchema, repliesFileSchema } from './pack-schema.ts'
import { listFolder, readIfThere, readProblem, readText } from './read-file.ts'
import { readHelp } from './read-help.ts'
import { parseWith } from './schema-findings.ts'
import type { Finding, Read } from './yaml-file.ts'
import { readYaml } from './yaml-file.ts'

export interface PackCheck {
  /** Needs that could be read, and their examples. */
  needs: number
  examples: Record<Language, number>
  /** Only when there is no problem. */
  pack?: KnowledgePack
  /** What must be mended before the pack serves: `needs/refund.yaml:12: what. Mend`. */
  problems: string[]
  /** What may stay, but should be known. */
  warnings: string[]
}

/**
 * Reads the pack in folder `dir` and reports everything that is wrong with it at once.
 * @throws CandorError PACK_NOT_FOUND when the folder or its pack.yaml is not there, FILE_UNREADABLE when a file cannot be read.
 */
export async function checkPack(dir: string): Promise<PackCheck> {
  const problems: Finding[] = []
  const warnings: Finding[] = []
  const take = <T>(read: Read<T> | { findings: Finding[] }): Read<T> | undefined => {
    if ('value' in read) return read
    problems.push(...read.findings)
    return undefined
  }

  const pack = take(readAs(packFileSchema, 'pack.yaml', await readPackFile(dir)))
  const takeIfThere = async <S extends z.ZodType>(schema: S, file: string): Promise<Read<z.infer<S>> | undefined> => {
    const source = await readIfThere(join(dir, file))
    return source === undefined ? undefined : take(readAs(schema, file, source))
  }
  const outOfScope = await takeIfThere(outOfScopeFileSchema, 'out-of-scope.yaml')
  const replies = await takeIfThere(repliesFileSchema, 'replies.yaml')

  const needs: PackFiles['needs'] = []
  const listing = await listNeeds(dir)
  problems.push(...listing.problems)
  warnings.push(...listing.warnings)
  for (const { name, file } of listing.needs) {
    const need = take(readAs(needFileSchema, file, await readText(join(dir, file))))
    if (need) needs.push({ ...need, name })
  }

  const help = await readHelp(dir)
  warnings.push(...help.warnings)

  if (pack) {
    const files: PackFiles = { pack, needs, ...(outOfScope && { outOfScope }), ...(replies && { replies }) }
    const found = checkRules(files)
    problems.push(...found.problems)
    warnings.push(...found.warnings)
    if (help.text) warnings.push(...checkHelp(help.text, files))
    if (problems.length === 0)
      return { pack: assemble(files, help.text), ...count(needs), problems: [], warnings: inWords(warnings) }
  }
  return { ...count(needs), problems: inWords(problems), warnings: inWords(warnings) }
}

function count(needs: PackFiles['needs']): Pick<PackCheck, 'needs' | 'examples'> {
  const examples = { en: 0, zh: 0 }
  for (const { value } of needs) for (const language of LANGUAGES) examples[language] += value.examples[language].length
  return { needs: needs.length, examples }
}

/**
 * The pack in folder `dir`, ready to serve.
 * @throws CandorError PACK_INVALID with every problem, PACK_NOT_FOUND, FILE_UNREADABLE.
 */
export async function loadPack(dir: string): Promise<KnowledgePack> {
  const { pack, problems } = await checkPack(dir)
  if (pack) return pack
  throw new CandorError('PACK_INVALID', { dir, count: problems.length, problems: problems.join('\n') })
}

function readAs<S extends z.ZodType>(schema: S, file: string, source: string) {
  const yaml = readYaml(file, source)
  if ('findings' in yaml) return yaml
  const parsed = parseWith(schema, yaml)
  return 'value' in parsed ? { yaml, value: parsed.value } : parsed
}

async function readPackFile(dir: string): Promise<string> {
  try {
    return await readFile(join(dir, 'pack.yaml'), 'utf8')
  } catch (error) {
    const problem = (await isFolder(dir)) ? `its pack.yaml cannot be read: ${readProblem(error)}` : readProblem(error)
    throw new CandorError('PACK_NOT_FOUND', { dir, problem }, { cause: error })
  }
}

function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
}

interface NeedListing {
  needs: { name: string; file: string }[]
  problems: Finding[]
  warnings: Finding[]
}

async function listNeeds(dir: string): Promise<NeedListing> {
  const needs: NeedListing['needs'] = []
  const problems: Finding[] = []
  const warnings: Finding[] = []
  for (const entry of await listFolder(join(dir, 'needs'))) {
    const file = `needs/${entry}`
    const name = basename(entry, '.yaml').normalize('NFC')
    if (entry.endsWith('.yml')) problems.push({ file, line: 1, text: 'is not read. Rename it to end in ".yaml"' })
    else if (!entry.endsWith('.yaml'))
      warnings.push({ file, line: 1, text: 'is not read: needs are files that end in ".yaml"' })
    else if (!NEED_NAME.test(name))
      problems.push({
        file,
        line: 1,
        text: 'the file name is the need\'s name. Use small letters and hyphens, such as "order-status.yaml"',
      })
    else needs.push({ name, file })
  }
  if (needs.length < 2 && problems.length === 0)
    problems.push({
      file: 'needs',
      line: 1,
      text: `there are ${needs.length} need(s), and it takes two to tell them apart. Write files such as needs/order-status.yaml`,
    })
  // The order of a directory differs between machines; the pack and its hash must not.
  needs.sort((a, b) => (a.name < b.name ? -1 : 1))
  return { needs, problems, warnings }
}

function assemble({ pack, needs, outOfScope, replies }: PackFiles, help: LocalizedText | undefined): KnowledgePack {
  return {
    ...pack.value,
    needs: needs.map(({ name, value }) => ({ name, ...value })),
    outOfScope: outOfScope?.value.examples ?? {},
    ...(help && { help }),
    ...(replies && { replies: replies.value }),
  }
}

function inWords(findings: Finding[]): string[] {
  return findings
    .toSorted((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1))
    .map(({ file, line, text }) => `${file}:${line}: ${/[.?]$/.test(text) ? text : `${text}.`}`)
}
