import { describe, expect, it } from 'vitest'
import { BUSINESS_CUES, type BusinessCue } from '../../../../../nlp/gap/satisfaction/business-cues.ts'
import { CUSTOMER_CUES, type CustomerCue } from '../../../../../nlp/gap/satisfaction/customer-cues.ts'
import { readDetails } from '../../../../../nlp/gap/satisfaction/details.ts'
import { readCues } from '../../../../../nlp/gap/satisfaction/wording.ts'

/** For each cue what shows it, English and Chinese, and what looks like it and is not. */
const CUSTOMER: [CustomerCue, string, string, string][] = [
  ['doubt', 'Are you sure about that?', '你确认一下呢', 'Sure, do that'],
  ['ownApology', "I'm sorry, I meant Friday", '不好意思，我写错了', 'Friday would be better'],
  ['objection', 'But I paid for two', '但是我付了两份', 'I paid for two'],
  ['challenge', "You didn't send it", '你们怎么不发货', 'Please send it'],
  ['insists', 'I do not want a voucher', '必须今天退', 'A voucher is fine'],
  ['reminder', 'I sent the photo already', '刚才发过照片', 'Here is the photo'],
  ['trailsOff', 'Well...', '那好吧…', 'Well.'],
  ['indifferent', "I don't care which colour", '颜色都可以', 'I care about the colour'],
  ['saysNo', 'No, the other one', '不要这个', 'The other one, nothing else'],
  ['saysYes', 'Yes please', '好，发吧', 'Send it, yes'],
  ['declinesPolitely', "No, that's all", '没什么问题了', 'No way'],
  ['delight', 'That is wonderful', '太棒啦', 'That is it'],
  ['approves', 'Sounds good to me', '挺好', 'It makes no sound'],
  ['exclaims', 'At last!', '终于到了！', 'At last.'],
  ['acknowledges', 'I see', '我了解', 'I want to see it'],
  ['addition', 'I also need a lamp', '另外要一个灯', 'I need a lamp'],
  ['postpones', 'Maybe later', '我考虑下', 'Now please'],
  ['asksWhether', 'Does it come in blue?', '有没有蓝色', 'It does come in blue'],
  ['aboutThemself', 'I paid on Monday', '我周一付的', 'Paid on Monday'],
  ['onlyWants', 'I just want the invoice', '我只想要发票', 'It has just come'],
]

const BUSINESS: [BusinessCue, string, string, string][] = [
  ['saysNo', 'Unfortunately it is gone', '抱歉哦', 'It is here'],
  ['cannot', 'We are unable to help', '我们无法处理', 'We are able to help'],
  ['lacks', 'We do not currently offer that', '不支持该服务', 'We offer that'],
  ['failedOrder', 'Your order was not successful', '提交失败', 'Your order was sent'],
  ['asksToChange', 'Perhaps another day?', '改天可以吗', 'It comes on Friday'],
  ['asksPreference', 'Which price range do you prefer?', '您要哪种', 'The price is ten'],
  ['systemTrouble', 'There is a technical error', '系统异常', 'There is a parcel'],
  ['farewell', 'Have a nice day', '祝您生活愉快', 'It was a long day'],
  ['exclaims', 'It is done!', '办好了！', 'It is done.'],
  ['suggests', 'I recommend the blue one', '推荐蓝色', 'The blue one is gone'],
  ['gaveFigures', 'It costs 12', '一共12元', 'It costs little'],
]

describe('a cue', () => {
  it.each(CUSTOMER)('of the customer is seen in both languages, and only then: %s', (cue, en, zh, other) => {
    expect([en, zh, other].map((text) => readCues(CUSTOMER_CUES, text)[cue])).toEqual([1, 1, 0])
  })

  it.each(BUSINESS)('of the company is seen in both languages, and only then: %s', (cue, en, zh, other) => {
    expect([en, zh, other].map((text) => readCues(BUSINESS_CUES, text)[cue])).toEqual([1, 1, 0])
  })
})

describe('details', () => {
  it('are what a message pins down, each once', () => {
    expect([...readDetails('On Monday, 12 of the LARGE ones; monday!')]).toEqual(['monday', '12', 'large'])
    expect([...readDetails('星期三上午，2件')]).toEqual(['星期三', '上午', '2'])
    expect(readDetails('Whenever you like').size).toBe(0)
  })
})
