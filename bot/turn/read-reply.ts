import { type Detail, type DialogueState, LANGUAGES, type Need, type Understanding } from '../../domain/index.ts'
import { bareReply } from '../../nlp/index.ts'

/**
 * The need the customer picked from the list that was offered: by its title or its number in the list, or by a yes
 * where it has one entry.
 * `seq` is of the message that the list was about.
 */
export function pickedNeed(before: DialogueState, text: string): { seq: number; need: string } | undefined {
  if (before.pending?.kind !== 'clarification') return undefined
  const { seq, options } = before.pending
  const said = plain(text)
  const byTitle = options.find(({ title }) => plain(title) === said)
  const byNumber = /^\d$/.test(said) ? options[Number(said) - 1] : undefined
  const byYes = options.length === 1 && YES.test(said) ? options[0] : undefined
  const picked = byTitle ?? byNumber ?? byYes
  return picked && { seq, need: picked.need }
}

/** Over plain text. */
const YES =
  /^(?:(?:yes|yeah|yep|yup|right|correct|exactly|that s (?:right|it)|that is (?:right|it)|please) ?)+$|^(?:是|是的|是啊|对|对的|对啊|嗯|嗯嗯|没错|就是|就是这个|正是)$/

/**
 * The needs that the message rules out, where it is nothing but a yes, a no or a refusal of what the bot last said; none of
 * them for a yes or a no to the question for a detail, which is still open after it.
 * @returns undefined where the message has to be understood like any other
 */
export function ruledOut({ pending, answered }: DialogueState, text: string): string[] | undefined {
  const said = bareReply(text)
  if (!said) return undefined
  if (pending?.kind === 'detail') return said === 'refusal' ? [pending.need] : []
  if (said === 'yes') return undefined
  if (pending) return pending.options.map(({ need }) => need)
  return said === 'refusal' && answered ? [answered.need] : undefined
}

/** Does the message give the detail that the bot asked for? */
export function answersQuestion(
  need: Need,
  before: DialogueState,
  understanding: Understanding,
  text: string,
): boolean {
  if (before.pending?.kind !== 'detail') return false
  const { detail: asked } = before.pending
  const detail = need.details.find(({ name }) => name === asked)
  return detail !== undefined && detailIn(detail, understanding, text, true) !== undefined
}

/** The details known after the message: those given earlier, and what the message says about this need's. */
export function fillDetails(
  need: Need,
  before: DialogueState,
  understanding: Understanding,
  text: string,
): Record<string, string> {
  const details = { ...before.details }
  for (const detail of need.details) {
    const asked = before.pending?.kind === 'detail' && before.pending.detail === detail.name
    const value = detailIn(detail, understanding, text, asked)
    if (value !== undefined) details[detail.name] = value
  }
  return details
}

/** @param asked whether the bot has just asked for it: only then a free text is taken as the answer */
function detailIn(detail: Detail, understanding: Understanding, text: string, asked: boolean): string | undefined {
  switch (detail.type) {
    case 'text':
      return asked && text.trim() !== '' ? text.trim() : undefined
    case 'choice': {
      const said = plain(text)
      const choice = detail.choices?.find((option) =>
        LANGUAGES.some((language) => option[language] !== undefined && said.includes(plain(option[language] ?? ''))),
      )
      return choice && (choice[understanding.language] ?? LANGUAGES.map((language) => choice[language]).find(Boolean))
    }
    default:
      return understanding.entities.find(({ type }) => type === detail.type)?.value
  }
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim()
}
