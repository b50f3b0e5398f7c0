import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../../../domain/index.ts'
import { readSignals } from '../../../../nlp/index.ts'
import { CORPUS, SIGNALS, type Signal } from './signal-corpus.ts'

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
    "I don't want to talk to this bot, get me a person",
    "why don't you get me a human",
    'I do not know how to reach a person here',
    '能不能转人工',
    '要不要转人工？要',
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
    'can you tell me if you are an AI or a real person',
    'I would never talk to an agent about this',
    '先不用转人工，我自己看看',
    '刚才客服说今天发货',
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
    '这不是我问的',
    '你没懂我的意思',
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

describe.each(LANGUAGES)('signals that hard rules look at, over the corpus in %s', (language) => {
  const { says, saysNothing } = CORPUS[language]
  const sentences = [
    ...SIGNALS.flatMap((signal) => says[signal].map((text) => ({ text, signal }))),
    ...saysNothing.map((text) => ({ text, signal: undefined })),
  ]

  it('has at least 60 sentences that say something and 60 that do not', () => {
    expect(sentences.length - saysNothing.length).toBeGreaterThanOrEqual(60)
    expect(saysNothing.length).toBeGreaterThanOrEqual(60)
  })

  it.each(SIGNALS)('hears "%s" in at least 95 %% of the sentences that say it', (signal) => {
    const missed = says[signal].filter((text) => !readSignals(text)[signal])
    expect(1 - missed.length / says[signal].length, missed.join('\n')).toBeGreaterThanOrEqual(0.95)
  })

  it.each(SIGNALS)('is right about "%s" in at least 95 %% of the sentences in which it hears it', (signal: Signal) => {
    const heard = sentences.filter(({ text }) => readSignals(text)[signal])
    const wrong = heard.filter((one) => one.signal !== signal).map(({ text }) => text)
    expect(1 - wrong.length / Math.max(1, heard.length), wrong.join('\n')).toBeGreaterThanOrEqual(0.95)
  })
})
