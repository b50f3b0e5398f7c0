import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../../../domain/index.ts'
import { findPromises } from '../../../../nlp/index.ts'
import { readJudgedSentences, shortDeadline } from '../../../bench/promises/judged-sentences.ts'

const sentences = LANGUAGES.flatMap(readJudgedSentences)
const heard = (text: string) => findPromises(text).map(({ action, deadline }) => `${action}:${shortDeadline(deadline)}`)
const sentence = fc.constantFrom(...sentences.map(({ text }) => text))

/** Pieces that rules and offsets stumble over. */
const PIECES = [
  ...[
    'I will ',
    "'ll ",
    'we ',
    'will be ',
    'by ',
    '2 to 3 ',
    'tomorrow',
    'days ',
    'within ',
    '9:',
    '31 February ',
    'and ',
  ],
  ...[
    '我们会',
    '给您',
    '明天',
    '十',
    '百千万',
    '周',
    '点',
    '月',
    '号',
    '之前',
    '"',
    '“',
    '《',
    '…',
    '. ',
    '?',
    '；',
    ', ',
    '\n',
  ],
  ...['\u3000', '\u200b', '\ufdfa', '\ud83d', '\udc00', 'İ', 'ﬁ', '👨‍👩‍👧', '繁體', 'e\u0301', '\0', '２４', '～', ' '],
]
const hostile = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(''))

describe('promises in what an agent writes', () => {
  it.each([
    ['I will call you tomorrow.', ['call:+1']],
    ["I'll ask the warehouse and get back to you by Friday noon.", ['answer:fri 12:00']],
    ["I'll e-mail you the label today, and we will ring you on Monday.", ['send:+0', 'call:mon']],
    ['You hear from us within 24 hours.', ['answer:24 hour']],
    ["I'll let you know as soon as it is back in stock.", ['answer:-']],
    ['我们会在24小时内回复', ['answer:24 hour']],
    ['明天上午给您打电话', ['call:+1 12:00']],
    ['退款三个工作日内到账', ['refund:3 business-day']],
    ['发票今天发您，周一再给您回电。', ['send:+0', 'call:mon']],
    ['I will ring you tomorrow, is there anything else?', ['call:+1']],
    ['Your parcel will arrive tomorrow at 15:30.', ['send:+1 15:30']],
    ['这边核实完之后短信通知您哦', ['answer:-']],
    ['修好了直接给您寄回去', ['send:-']],
    ['门店3小时短信通知', ['answer:3 hour']],
    ['24h内给您回电', ['call:24 hour']],
    ['专员会在两小时内联系您的呢', ['answer:2 hour']],
    ['已经报给仓库，今天会给您发出', ['send:+0']],
    ['已经报给仓库今天会给您发出', ['send:+0']],
    ['我们会尽快处理的哈，要是还没好的话，请再找我', ['other:-']],
    ['我会尽快给您答复 请问还有其他可以帮您的吗？', ['answer:-']],
    ['运费到时一起退给您', ['refund:-']],
    ['您把号码留一下我们会在明天中午前给您回电', ['call:+1 12:00']],
    ['登记好啦 2天内给您发出', ['send:2 day']],
    ['亲，我们 will reply 您 by Friday 5pm', ['answer:fri 17:00']],
  ])('hears in "%s" what is promised, and until when', (text, expected) => {
    expect(heard(text)).toEqual(expected)
  })

  it.each([
    'Shall I call you tomorrow?',
    'If you send us a photo, we will refund you within 24 hours.',
    'We pay back within 5 working days after your return reaches our warehouse.',
    'Please call us tomorrow before noon.',
    'I called you yesterday.',
    'Parcels usually arrive within 3 days.',
    'We will not be able to call you tomorrow.',
    'You wrote: "you will call me tomorrow".',
    'Let me check that for you.',
    'Give me two or three minutes, please.',
    'E-mails are answered within 24 hours.',
    'It arrives in Leeds at 10:42.',
    'The shuttle will reach you soon.',
    "I'll order it for Friday. Is that correct?",
    'Please confirm: we will send it on Monday.',
    'I reserved it for Friday.',
    'The service fee will be applied to your card by Friday.',
    'I will book a table for you for Friday.',
    '信用卡支付3个工作日到账，零钱支付当天到账。',
    '审核通过后3天内给您寄出。',
    '有消息马上回复您，请不要离开。',
    '退款时会从您的退款里扣除运费。',
    '会员3天内可享受一次免费上门。',
    '请您将手表寄到门店。',
    '取消之后3天内告知我一下。',
    '这边只能修改三天以内的。',
    '简述一下您的问题，这边会及时回复您。',
    '请收到后告诉您同事，取消完成告知下我们。',
    '需要我明天给您打电话吗？',
    '如果您提供照片，我们24小时内退款。',
    '请您明天给我们打电话。',
    '我昨天给您打过电话了。',
    '订单一般三天内送达。',
    '明天没办法给您打电话。',
    '您写的是“明天给我打电话”。',
    '我帮您查一下。',
    '请给我两三分钟。',
    '邮件24小时内回复。',
  ])('takes "%s" for no promise', (text) => {
    expect(heard(text)).toEqual([])
  })

  it('says with each promise the words that make it, as they can be said to the customer again', () => {
    const text = 'Sorry about that, Amelia!  I will send\tyou a new one by Friday.  Is there anything else?'
    const [promise] = findPromises(text)
    expect(promise?.what).toBe('I will send you a new one by Friday')
    expect(text.slice(promise?.start, promise?.end)).toBe('I will send\tyou a new one by Friday')
  })

  it('tells what is said as something to come from what only a time makes a promise', () => {
    expect(findPromises('A colleague will call you by noon.')[0]?.certainty).toBe('stated')
    expect(findPromises('A colleague calls you by noon.')[0]?.certainty).toBe('implied')
    expect(findPromises('A colleague calls you.')).toEqual([])
  })

  it('finds nothing it cannot show in the text, in order, whatever the text is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          hostile,
          fc.string({ unit: 'binary', maxLength: 200 }),
          fc.tuple(hostile, sentence, hostile).map((parts) => parts.join('')),
        ),
        (text) => {
          let last = 0
          for (const { start, end, what } of findPromises(text)) {
            expect(start).toBeGreaterThanOrEqual(last)
            expect(end).toBeGreaterThan(start)
            expect(end).toBeLessThanOrEqual(text.length)
            expect(what).toBe(text.slice(start, end).replace(/\s+/g, ' ').trim())
            last = end
          }
        },
      ),
      { numRuns: 500 },
    )
  })

  it('hears the same however wide the signs and spaces are', () => {
    fc.assert(
      fc.property(sentence, (text) => {
        const wide = text
          .replace(/[!-~]/g, (char) => (char === '"' ? char : String.fromCharCode(char.charCodeAt(0) + 0xfee0)))
          .replace(/ /g, '\u3000\u200b ')
        expect(heard(`  ${wide} \t`)).toEqual(heard(text))
      }),
      { numRuns: 300 },
    )
  })

  it('takes a number in Chinese for the same with and without spaces around it', () => {
    expect(heard('我们会在 2 个工作日内给您回复。')).toEqual(heard('我们会在2个工作日内给您回复。'))
    expect(heard('款项会在取消后 3 个工作日内原路退回。')).toEqual(heard('款项会在取消后3个工作日内原路退回。'))
    expect(heard('我们会在接下来的 3 天内给您退款。')).toEqual(heard('我们会在接下来的3天内给您退款。'))
    expect(heard('审核通过后的 3 个工作日内给您退款。')).toEqual([])
    expect(heard('好的 3 天内给您退款。')).toEqual(heard('3天内给您退款。'))
  })

  it('reads traditional characters as simplified ones', () => {
    expect(heard('我們會在兩個工作日內給您回覆，請放心。')).toEqual(heard('我们会在两个工作日内给您回复，请放心。'))
  })

  it('reads at most what the classifier reads of a message', () => {
    expect(heard(`${'Thank you. '.repeat(400)}I will call you tomorrow.`)).toEqual([])
  })
})
