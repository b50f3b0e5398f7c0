import { describe, expect, it } from 'vitest'
import { withoutEntities } from '../../../../bot/report/without-entities.ts'
import type { Entity } from '../../../../domain/index.ts'

const entity = (type: Entity['type'], text: string, start: number): Entity => ({
  type,
  text,
  start,
  end: start + text.length,
  value: text,
})

describe('an example in a report', () => {
  it('names nobody, in the language of the message', () => {
    const text = 'Wrap AB-12 for joe@shop.test'
    const found = [entity('orderNumber', 'AB-12', 5), entity('email', 'joe@shop.test', 15)]
    expect(withoutEntities(text, found, 'en')).toBe('Wrap [order number] for [e-mail]')
    expect(withoutEntities('给13800000000打电话', [entity('phone', '13800000000', 1)], 'zh')).toBe('给[电话]打电话')
  })

  it('keeps what tells nobody apart', () => {
    expect(withoutEntities('a lamp for 12 euros', [entity('product', 'lamp', 2)], 'en')).toBe('a lamp for 12 euros')
  })
})
