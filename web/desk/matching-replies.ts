import type { CannedReply } from '../../bot/http/api.ts'

/** Replies that hold every word that is sought, in a title or a text of either language or in their name; in their order. */
export function matchingReplies(replies: readonly CannedReply[], sought: string): CannedReply[] {
  const words = sought.toLowerCase().split(/\s+/).filter(Boolean)
  return replies.filter(({ name, title, text }) => {
    const whole = [name, ...Object.values(title), ...Object.values(text)].join('\n').toLowerCase()
    return words.every((word) => whole.includes(word))
  })
}
