import type { Entity } from '../../domain/index.ts'

/** The ways to reach a customer that a message names: e-mail addresses and phone numbers, in order. */
export function contactIn(entities: readonly Pick<Entity, 'type' | 'value'>[]): string | undefined {
  const ways = entities.filter(({ type }) => type === 'email' || type === 'phone').map(({ value }) => value)
  return ways.length === 0 ? undefined : [...new Set(ways)].join(', ')
}
