import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nameFromLabel, titleFromLabel, unusedName } from '../../../../bot/knowledge/label-name.ts'
import { NEED_NAME } from '../../../../bot/knowledge/pack-schema.ts'

describe('a label becomes a file name and a title', () => {
  test.each([
    ['RETURN_EXCHANGE', 'return-exchange', 'Return exchange'],
    ['100_NIGHT_TRIAL_OFFER', '100-night-trial-offer', '100 night trial offer'],
    ['EMI', 'emi', 'EMI'],
    ['SIZE', 'size', 'Size'],
    ['orderStatus', 'order-status', 'Order status'],
    ['Refund/late (EU)', 'refund-late-eu', 'Refund/late (EU)'],
    ['lost or stolen card', 'lost-or-stolen-card', 'Lost or stolen card'],
    ['退换货', '退换货', '退换货'],
    ['订单 状态', '订单-状态', '订单 状态'],
    ['../../etc/passwd', 'etc-passwd', 'Etc passwd'],
    ['???', 'need', '???'],
    ['con', 'need-con', 'Con'],
    ['Ünïcode_Ärger', 'ünïcode-ärger', 'Ünïcode ärger'],
  ])('%s', (label, name, title) => {
    expect(nameFromLabel(label)).toBe(name)
    expect(titleFromLabel(label)).toBe(title)
  })

  test('every label gives a name that is safe and short enough for a file', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (label) => {
        const name = nameFromLabel(label)
        expect(name).toMatch(NEED_NAME)
        expect(Buffer.byteLength(`${name}.yaml`)).toBeLessThanOrEqual(255)
      }),
    )
  })

  test('a taken name is numbered', () => {
    expect(unusedName('order', new Set(['order', 'order-2']))).toBe('order-3')
  })
})
