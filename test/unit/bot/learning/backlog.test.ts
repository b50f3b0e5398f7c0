import { describe, expect, it } from 'vitest'
import { type BacklogFacts, backlogItems } from '../../../../bot/learning/backlog.ts'
import type { UncoveredMessage } from '../../../../store/index.ts'
import { need } from '../../../support/minds.ts'

const PRICES = { handover: 1, unserved: 2 }

function message(id: string, text: string, parts: Partial<UncoveredMessage> = {}): UncoveredMessage {
  return {
    id,
    conversationId: id,
    customerId: id,
    seq: 1,
    at: 0,
    language: 'en',
    text,
    gap: 1,
    handedOver: false,
    dissatisfied: false,
    ...parts,
  }
}

const messagesOf = (name: string, count: number, parts: Partial<UncoveredMessage> = {}) =>
  Array.from({ length: count }, (_, i) => message(`${name}-${i}`, `${name} number ${i}`, parts))

/** What is made of these groups of messages, each by its messages, the most typical first. */
function items(
  groups: UncoveredMessage[][],
  { examples = {}, ...facts }: Partial<BacklogFacts> & { examples?: Record<string, string[]> } = {},
) {
  return backlogItems({
    groups: groups.map((own) => ({ ids: own.map(({ id }) => id), language: 'en', name: 'a name', cohesion: 1 })),
    messages: groups.flat(),
    pack: { needs: Object.entries(examples).map(([name, en]) => need(name, { examples: { en } })) },
    example: (text) => text.replace('SECRET', '').trim(),
    losses: (own) => ({ handovers: own.filter(({ handedOver }) => handedOver).length, dissatisfied: 0, unmet: 0 }),
    prices: PRICES,
    ...facts,
  })
}

const texts = (own: UncoveredMessage[]) => own.map(({ text }) => text)

describe('the backlog of needs', () => {
  it('has the dearest group first, with those who wrote it counted once', () => {
    const cheap = messagesOf('cheap', 8, { customerId: 'anna' })
    const dear = messagesOf('dear', 6, { handedOver: true })
    expect(items([cheap, dear])).toMatchObject([
      { cluster: 'dear-0', messages: 6, customers: 6, handovers: 6, cost: 6 },
      { cluster: 'cheap-0', messages: 8, customers: 1, handovers: 0, cost: 0 },
    ])
  })

  it('gives at most fifty examples, the most typical, each once', () => {
    const own = [message('a', 'Twice'), message('b', 'twice '), ...messagesOf('more', 70)]
    const [item] = items([own])
    expect(item?.examples).toEqual(['Twice', ...texts(own).slice(2, 51)])
  })

  it('counts no message whose words the pack has as an example, or as out of scope', () => {
    const own = messagesOf('gift', 9)
    const [item] = items([own], { examples: { other: ['GIFT number 3'] } })
    expect(item).toMatchObject({ messages: 8 })
    expect(item?.examples).not.toContain('gift number 3')
    expect(item?.drafted).toBeUndefined()
    const outOfScope = { en: texts(own).slice(0, 3) }
    expect(items([own], { pack: { needs: [], outOfScope } })).toMatchObject([{ messages: 6 }])
  })

  it('says which need was made of a group, as long as enough of it is left', () => {
    const large = messagesOf('large', 60)
    const [before] = items([large])
    const taught = { examples: { made: before?.examples ?? [] } }
    expect(items([large], taught)).toMatchObject([{ messages: 10, drafted: 'made' }])
    expect(items([large.slice(0, 54)], taught)).toEqual([])
  })

  it('teaches nothing that tells who wrote it', () => {
    const own = [...messagesOf('open', 5), message('s', 'call SECRET'), message('o', 'SECRET')]
    expect(items([own])[0]?.examples).toEqual([...texts(own).slice(0, 5), 'call'])
    expect(items([own.map((one) => ({ ...one, text: 'SECRET' }))])).toEqual([])
  })
})
