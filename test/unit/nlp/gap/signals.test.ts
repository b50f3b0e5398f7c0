import { describe, expect, it } from 'vitest'
import { readSignals } from '../../../../nlp/index.ts'

describe('asking for a person', () => {
  it.each([
    'I want to talk to a human',
    'Can I speak with someone please?',
    'agent',
    'HUMAN PLEASE',
    'human?',
    'agent!!!',
    'connect me to a representative',
    'let me talk to a real person!!',
    'Transfer me to customer service',
    'i need a real person',
    '转人工',
    '我要找人工客服',
    '人工客服',
    '请帮我转接客服',
    '有真人吗？给我转真人',
    '我想和工作人员说',
    '我不想跟机器人聊了',
    'ＨＵＭＡＮ',
  ])('hears it in "%s"', (text) => {
    expect(readSignals(text).asksForPerson).toBe(true)
  })

  it.each([
    "I don't want to talk to a person",
    'no need to talk to an agent, just tell me the price',
    'are you a real person?',
    'where is my order',
    '不用转人工',
    '我不想找人工客服',
    '你是真人吗',
    '快递到哪了',
  ])('does not hear it in "%s"', (text) => {
    expect(readSignals(text).asksForPerson).toBe(false)
  })
})

describe('refusing an answer', () => {
  it.each([
    "That's not what I asked",
    'this is not helpful',
    "you didn't answer my question",
    'wrong answer',
    'I already told you that',
    '答非所问',
    '我问的不是这个',
    '你没听懂我的意思',
    '没用',
  ])('hears it in "%s"', (text) => {
    expect(readSignals(text).refuses).toBe(true)
  })

  it.each(['Where is my parcel?', 'thanks, that helped', '请问运费多少', '好的，谢谢'])(
    'does not hear it in "%s"',
    (text) => {
      expect(readSignals(text).refuses).toBe(false)
    },
  )
})

describe('accepting an answer', () => {
  it('hears thanks in both languages, but not "but"', () => {
    expect(readSignals('great, thank you').accepts).toBe(true)
    expect(readSignals('明白了，谢谢').accepts).toBe(true)
    expect(readSignals('thanks but that is still wrong').accepts).toBe(false)
  })
})
