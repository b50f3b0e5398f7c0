import type { Entity, EntityType, KnowledgePack } from '../../domain/index.ts'

/** A thing that tells who somebody is, or is true of them alone. `agent`: the name of who writes. */
export interface Personal {
  type: EntityType | 'agent' | 'text'
  value: string
}

/** Products are the company's, and anybody's. */
export const PERSONAL: readonly EntityType[] = ['orderNumber', 'amount', 'date', 'email', 'phone', 'person', 'place']

export interface Parties {
  customerName?: string
  agentName?: string
  details: Readonly<Record<string, string>>
  /** What the customer wrote, in order. */
  texts: readonly string[]
}

/** What is personal in a conversation, as far as it is known; of each kind the surest first. */
export function personalOf(
  { customerName, agentName, details, texts }: Parties,
  { needs }: Pick<KnowledgePack, 'needs'>,
  find: (text: string) => readonly Entity[],
): Personal[] {
  const typeOf = (name: string): Personal['type'] => {
    const type = needs.flatMap((need) => need.details).find((detail) => detail.name === name)?.type
    return type === undefined || type === 'choice' ? 'text' : type
  }
  return [
    ...namesOf(customerName).map((value): Personal => ({ type: 'person', value })),
    ...namesOf(agentName).map((value): Personal => ({ type: 'agent', value })),
    ...Object.entries(details).map(([name, value]): Personal => ({ type: typeOf(name), value })),
    // Of two that were named the later is the one that is meant.
    ...texts
      .toReversed()
      .flatMap((text) => find(text))
      // One's day is no other's: a date is never replaced.
      .filter(({ type }) => PERSONAL.includes(type) && type !== 'date')
      .flatMap(({ type, value, text }): Personal[] => [
        { type, value },
        { type, value: text },
      ]),
  ]
}

/** A name whole and in its parts: who is called Sarah Connor is greeted as Sarah. */
function namesOf(name: string | undefined): string[] {
  if (name === undefined) return []
  return [name, ...name.split(/[\s,.]+/).filter((part) => part.length > 1 && part !== name)]
}

/** Everything that the company itself says to anybody. */
export function publicText({ title, needs, help, replies, products }: KnowledgePack): string {
  const texts = [
    title,
    help,
    ...needs.flatMap(({ title: name, answer, details }) => [
      name,
      answer.text,
      ...details.flatMap(({ choices }) => choices ?? []),
    ]),
    ...(replies ?? []).map(({ text }) => text),
  ]
  return [...products, ...texts.flatMap((text) => Object.values(text ?? {}))].join('\n')
}
