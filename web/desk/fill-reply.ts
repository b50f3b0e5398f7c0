import type { DeskConversation } from '../../bot/http/api.ts'

/**
 * A reply with what is known of the conversation in the place of its variables. What is not known is left as a place to
 * fill: `{orderNumber}` becomes `[orderNumber]`.
 */
export function fillReply(text: string, { customer, details }: Pick<DeskConversation, 'customer' | 'details'>): string {
  const known = new Map(Object.entries(details))
  if (customer.named) known.set('customer', customer.name)
  return text.replace(/\{(\w+)\}/g, (_, name: string) => known.get(name) ?? `[${name}]`)
}

/** Where the first place to fill stands in a text. */
export function placeToFill(text: string): { start: number; end: number } | undefined {
  const found = /\[\w+\]/.exec(text)
  return found ? { start: found.index, end: found.index + found[0].length } : undefined
}
