import type { Entity, KnowledgePack } from '../../domain/index.ts'
import { forThisCustomer, occurrences } from './for-this-customer.ts'
import { type Parties, personalOf, publicText } from './personal.ts'
import type { SaidBefore } from './said-before.ts'

/**
 * How an answer to somebody else becomes one to these parties.
 * @param find what is named in a text
 * @returns gives the text of an answer without what was another's; undefined where that cannot be
 */
export function answerFor(
  parties: Parties,
  pack: KnowledgePack,
  find: (text: string) => readonly Entity[],
): (answer: SaidBefore) => string | undefined {
  const ours = personalOf(parties, pack, find)
  const anybodys = publicText(pack)
  return ({ text, handover }) => {
    const { customerName, agentName, details, messages } = handover
    const theirs: Parties = {
      details,
      texts: messages.flatMap((message) => (message.from === 'customer' ? [message.text] : [])),
      ...(customerName !== undefined && { customerName }),
      ...(agentName !== undefined && { agentName }),
    }
    return forThisCustomer(text, {
      theirs: personalOf(theirs, pack, find),
      ours,
      found: find(text),
      isPublic: (value) => occurrences(anybodys, value).length > 0,
    })
  }
}
