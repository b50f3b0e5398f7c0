import type { Language } from '../../../domain/index.ts'

const WORDS: Record<string, Language> = { english: 'en', chinese: 'zh', cmn: 'zh', cn: 'zh' }

/**
 * The language that a tag such as `en-us`, `zh_Hans` or `Chinese` names:
 * `unspoken` when Candor does not speak it, undefined when nothing is marked.
 */
export function languageOfTag(tag: string | undefined): Language | 'unspoken' | undefined {
  const [primary = ''] = (tag ?? '').trim().toLowerCase().split(/[-_]/)
  if (primary === '') return undefined
  if (primary === 'en' || primary === 'zh') return primary
  return WORDS[primary] ?? 'unspoken'
}
