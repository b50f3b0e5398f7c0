import { type Agent, bothLanguages, type KnowledgePack, LANGUAGES, localize } from '../../domain/index.ts'
import type { CannedReply } from '../http/api.ts'

/** The pack's replies in the name of an agent; what differs from customer to customer stays in braces. */
export function repliesOf(
  { title, replies = [] }: Pick<KnowledgePack, 'title' | 'replies'>,
  agent: Pick<Agent, 'name'>,
): CannedReply[] {
  return replies.map((reply) => {
    const texts = LANGUAGES.map((language) => [
      language,
      localize(reply.text, language)
        .replaceAll('{agent}', () => agent.name)
        .replaceAll('{company}', () => localize(title, language)),
    ])
    return {
      name: reply.name,
      title: bothLanguages(reply.title),
      text: bothLanguages(Object.fromEntries(texts)),
    }
  })
}
