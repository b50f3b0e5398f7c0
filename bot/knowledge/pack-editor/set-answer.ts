import { CandorError, type Language } from '../../../domain/index.ts'
import { isDrafted } from '../draft-answer.ts'
import { editPack, type PackEdit } from './edit-pack.ts'
import { withValues } from './with-values.ts'

/**
 * Writes what the bot says to a need into the pack in folder `dir`; everything else in the file stays as it is. The need
 * is a draft no more once nothing drafted is left in any language.
 * @param replaces what it says now, empty where it says nothing: so that nobody's change is lost
 * @throws CandorError NEED_UNKNOWN, ANSWER_CHANGED, and those of `editPack`. Nothing is changed then.
 */
export function setAnswer(
  dir: string,
  need: string,
  language: Language,
  text: string,
  replaces: string,
): Promise<PackEdit> {
  return editPack(dir, `needs/${need}.yaml`, ({ needs, languages }, source) => {
    const answer = needs.find(({ name }) => name === need)?.answer
    if (answer === undefined || source === undefined) throw new CandorError('NEED_UNKNOWN', { need })
    if ((answer.text[language] ?? '') !== replaces) throw new CandorError('ANSWER_CHANGED', { need })
    const written = languages.every((other) => other === language || !isDrafted(answer.text[other] ?? '', other))
    return withValues(source, [
      { path: ['answer', 'text', language], value: text },
      ...(answer.draft && written ? [{ path: ['answer', 'draft'], value: false }] : []),
    ])
  })
}
