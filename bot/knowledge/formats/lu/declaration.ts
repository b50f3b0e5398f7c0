import type { SourceEntity } from '../entity.ts'
import { unquoted } from './utterance.ts'

export interface Declaration {
  entity?: SourceEntity
  /** Something declared that is nothing for a pack, in words. */
  dropped?: string
  /** What the items that follow are. */
  section:
    | { kind: 'none' }
    | { kind: 'list'; entity: string; value?: string }
    | { kind: 'children' }
    | { kind: 'skipped'; what: string }
}

const NAME = `("[^"]+"|'[^']+'|[^\\s=:(,]+)`
const TYPED = new RegExp(
  `^@\\s*(ml|simple|prebuilt|list|regex|composite|patternany|phraselist|intent)\\s+${NAME}(.*)$`,
  'i',
)
const UNTYPED = new RegExp(`^@\\s*${NAME}(.*)$`)
/** `$city:Seattle=`, of the first version of the format. */
const OLD_LIST = /^\$\s*([^:]+?)\s*:\s*(.+?)\s*=$/
const OLD = /^\$\s*([^:]+?)\s*:\s*(.+)$/

/** Reads `@ list size =`, `@ prebuilt email`, `@ regex zip = /[0-9]{5}/`, `$city:Seattle=` and their kind. */
export function readDeclaration(line: string, where: string): Declaration {
  const [, type, quoted, rest = ''] = TYPED.exec(line) ?? []
  if (type !== undefined && quoted !== undefined) return typed(type.toLowerCase(), unquoted(quoted), rest.trim(), where)

  const [, oldEntity, oldValue] = OLD_LIST.exec(line) ?? []
  if (oldEntity !== undefined && oldValue !== undefined) {
    const entity = { name: oldEntity, where, values: [{ value: oldValue, synonyms: [] }] }
    return { entity, section: { kind: 'list', entity: oldEntity, value: oldValue } }
  }
  const [, oldName, oldType] = OLD.exec(line) ?? []
  if (oldName?.toLowerCase() === 'prebuilt' && oldType !== undefined) return typed('prebuilt', oldType, '', where)
  if (oldName !== undefined && oldType?.toLowerCase() === 'simple') return typed('ml', oldName, '', where)

  const [, name, more = ''] = UNTYPED.exec(line) ?? []
  if (name === undefined || line.startsWith('$')) return { dropped: line, section: { kind: 'skipped', what: line } }
  // `@ number Quantity` inside a machine-learned entity: another entity under a name of its own.
  const own = /^\s+((?:"[^"]+"|'[^']+'|[\w.-]+))\s*$/.exec(more)?.[1]
  if (own !== undefined)
    return { entity: { name: unquoted(own), prebuilt: unquoted(name), where }, section: { kind: 'none' } }
  if (more.trim().startsWith('=')) return { section: { kind: 'children' } }
  return /uses ?feature/i.test(more) ? { dropped: line, section: { kind: 'none' } } : { section: { kind: 'none' } }
}

function typed(type: string, name: string, rest: string, where: string): Declaration {
  switch (type) {
    case 'prebuilt':
      return { entity: { name, prebuilt: name, where }, section: { kind: 'none' } }
    case 'list':
      return { entity: { name, where }, section: { kind: 'list', entity: name } }
    case 'regex': {
      const pattern = /=\s*\/(.*)\/\s*$/.exec(rest)?.[1]
      return { entity: { name, where, ...(pattern !== undefined && { pattern }) }, section: { kind: 'none' } }
    }
    case 'ml':
    case 'simple':
      return { entity: { name, where }, section: { kind: 'children' } }
    default:
      return { dropped: `the ${type} "${name}"`, section: { kind: 'skipped', what: `the ${type} "${name}"` } }
  }
}
