import { stringify } from 'yaml'
import { CandorError, type Language, type LocalizedText, localize } from '../../../domain/index.ts'
import { draftAnswer } from '../draft-answer.ts'
import { inAll } from '../in-all.ts'
import { editPack, type PackEdit } from './edit-pack.ts'

export interface DraftNeed {
  /** Small letters and hyphens; the file's name. */
  name: string
  /** What customers read in a list; where a language of the pack is missing, the text of another stands in. */
  title: LocalizedText
  examples: Partial<Record<Language, readonly string[]>>
}

/**
 * Writes a need without an answer of its own into the pack in folder `dir`.
 * @throws CandorError NEED_EXISTS, and those of `editPack`. Nothing is changed then.
 */
export function addDraftNeed(dir: string, { name, title, examples }: DraftNeed): Promise<PackEdit> {
  return editPack(dir, `needs/${name}.yaml`, ({ needs, languages }, source) => {
    if (source !== undefined || needs.some((need) => need.name === name))
      throw new CandorError('NEED_EXISTS', { need: name })
    const titles = inAll(languages, (language) => localize(title, language))
    return stringify({ title: titles, examples, answer: draftAnswer(titles, languages) }, { lineWidth: 0 })
  })
}
