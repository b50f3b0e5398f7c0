import { bareReply, readSignals, redact, withoutPlaceholders } from '../../nlp/index.ts'
import type { CandidateSource, GatheredCandidate } from '../../store/index.ts'
import { exampleKey } from '../knowledge/index.ts'
import type { Mind } from '../turn/mind.ts'
import { isTopic } from '../turn/need-roles.ts'

/** A longer message is a letter: of the several things it says none is an example. In characters. */
const LONGEST = 400

/**
 * The message as it may be learnt from, without personal data.
 * @returns undefined where it teaches nothing: it is nothing but a reply (a yes, an entry of a list, a number that was asked
 *   for), small talk, a call for a person, or so long that it says many things
 */
export function teachable(
  source: CandidateSource,
  { pack, needs, understand, answerAbove }: Pick<Mind, 'pack' | 'needs' | 'understand' | 'answerAbove'>,
): GatheredCandidate | undefined {
  const said = source.text.trim()
  if (said.length > LONGEST || bareReply(said) || readSignals(said).asksForPerson) return undefined
  const isPick = pack.needs.some(({ title }) =>
    Object.values(title).some((name) => exampleKey(name) === exampleKey(said)),
  )
  if (isPick) return undefined
  const text = redact(said, source.language)
  const learnt = withoutPlaceholders(text)
  // Without two letters or one character of Chinese it is a number, a sign or a smile.
  if (!/\p{Script=Han}|\p{L}.*\p{L}/u.test(learnt)) return undefined
  const [first] = understand(learnt, source.at).needs
  const isSure = first !== undefined && first.probability >= answerAbove
  const role = needs.get(first?.need ?? '')
  if (isSure && role && !isTopic(role)) return undefined
  return { ...source, text, key: exampleKey(text) }
}
