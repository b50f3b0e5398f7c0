import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPersonalData, redact, withoutPlaceholders } from '../../../../nlp/index.ts'

describe('redacting an English message', () => {
  it.each([
    ['my name is joan and I am cross', 'my name is [name] and I am cross'],
    ['This is Petra Holm speaking', 'This is [name] speaking'],
    ["it's Mr. Abiodun's order", "it's [name]'s order"],
    ['The parcel is for Tunde Bakare', 'The parcel is for [name]'],
    ['Please hurry.\nKind regards\nIona', 'Please hurry.\nKind regards\n[name]'],
    ['call me on 07700 900 123', 'call me on [phone]'],
    ['ring (212) 555-0148 or 00 49 30 5555 0123', 'ring [phone] or [phone]'],
    ['write to iona.kerr+bills@example.co.uk', 'write to [e-mail]'],
    ['iona at example dot com', '[e-mail]'],
    ['I live at 12b Orchard Lane, York YO1 7HH', 'I live at [address]'],
    ['send it to Gartenstraße 4, 50667 Köln', 'send it to [address]'],
    ['order no. 5512', 'order no. [order number]'],
    ['parcel JD0002451122 is late', 'parcel [order number] is late'],
    ['paid with 4012 8888 8888 1881', 'paid with [card number]'],
    ['IBAN: DE89 3704 0044 0532 0130 00', 'IBAN: [ID number]'],
    ['my passport is P4366918A', 'my passport is [ID number]'],
    ['ssn 219-09-9999', 'ssn [ID number]'],
  ])('%j', (text, expected) => {
    expect(redact(text, 'en')).toBe(expected)
  })
})

describe('redacting a Chinese message', () => {
  it.each([
    ['我叫宋雨桐，想退货', '我叫[姓名]，想退货'],
    ['我是卢建华', '我是[姓名]'],
    ['收件人：万里', '收件人：[姓名]'],
    ['请让马经理回电话', '请让[姓名]回电话'],
    ['麻烦小郑处理一下', '麻烦[姓名]处理一下'],
    ['薛萍 ', '[姓名] '],
    ['我叫古丽·吐尔逊', '我叫[姓名]'],
    ['手机１５０１２３４５６７８', '手机[电话]'],
    ['打幺三八零零幺三八零零零', '打[电话]'],
    ['座机021-6500 1234', '座机[电话]'],
    ['寄到合肥市蜀山区长江西路88号2栋301室', '寄到[地址]'],
    ['我住在翠湖小区3号楼', '我住在[地址]'],
    ['身份证11010519491231002X', '身份证[证件号]'],
    ['订单号2026110355', '订单号[订单号]'],
    ['卡号6222 0207 5291 7034 239', '卡号[卡号]'],
  ])('%j', (text, expected) => {
    expect(redact(text, 'zh')).toBe(expected)
  })
})

describe('a message without personal data', () => {
  it.each([
    'Do you deliver to Leeds or Hong Kong?',
    'The Emily dress costs 1,299 euros',
    'I ordered 2 of 4 on 17 November 2026 at 10:30',
    'Error E404 on model S300',
    "I'm Australian and I'm tired of waiting",
    'Black Friday is 27/11/2026',
    '三张桌子只到了两张',
    '黄色的还有吗，白色呢',
    '安装要另外收费吗',
    '11月17号下的单',
    '高兴，谢谢',
  ])('stays as it is: %j', (text) => {
    expect(findPersonalData(text)).toEqual([])
  })
})

/** Pieces from which messages with and without personal data come about, at random. */
const piece = fc.oneof(
  fc.constantFrom(
    ...'my name is |Joan |joan |Van |de |Mr. |regards,\n|call |order |passport no |at |dot |at 12 |Mill Lane, |York |YO1 7HH |4012 8888 8888 1881 |DE89 3704 0044 0532 0130 00 |07700 900123 |a@b.co |#1234 |[name]|[ID number]|[电话]|我叫|我是|收件人：|王小|王|先生|的|地址|上海市|南京路|88号|2栋|小区|身份证|１３８|订单|，|。| |\n|0|1|-|·|一三八|A|z'.split(
      '|',
    ),
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.string({ unit: 'binary', maxLength: 4 }),
)
const message = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''))

describe('redacting any text', () => {
  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(message, fc.constantFrom('en' as const, 'zh' as const), (text, language) => {
        const once = redact(text, language)
        expect(redact(once, language)).toBe(once)
        expect(findPersonalData(once)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('finds pieces that lie in the text, in order and apart', () => {
    fc.assert(
      fc.property(message, (text) => {
        let at = 0
        for (const { start, end } of findPersonalData(text)) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(end).toBeGreaterThan(start)
          at = end
        }
        expect(at).toBeLessThanOrEqual(text.length)
      }),
    )
  })

  it('leaves whatever it does not replace', () => {
    fc.assert(
      fc.property(message, (text) => {
        fc.pre(findPersonalData(text).length === 0)
        expect(redact(text, 'en')).toBe(text)
      }),
    )
  })

  it('puts in nothing that remains when it is learnt from', () => {
    fc.assert(
      fc.property(message, fc.constantFrom('en' as const, 'zh' as const), (text, language) => {
        expect(withoutPlaceholders(redact(text, language))).not.toMatch(/\[(?:name|phone|姓名|电话|地址|address)\]/)
      }),
    )
  })
})

describe('a redacted text', () => {
  it('is learnt without its placeholders', () => {
    expect(withoutPlaceholders('My name is [name], order [order number] is late')).toBe('My name is , order is late')
    expect(withoutPlaceholders('我叫[姓名]，要退货')).toBe('我叫 ，要退货')
  })
})
