import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_ATTEMPTS, nextAttempt } from '../../../../bot/channels/bot-framework/backoff.ts'
import { checkServiceUrl } from '../../../../bot/channels/bot-framework/service-url.ts'
import { fromActivity } from '../../../../bot/channels/direct-line/from-activity.ts'
import { directLineTokens } from '../../../../bot/channels/direct-line/tokens.ts'
import { parseWatermark } from '../../../../bot/channels/direct-line/watermark.ts'
import { localeHint } from '../../../../bot/channels/locale-hint.ts'
import { parseConsentValue, parseSurveyValue } from '../../../../bot/channels/survey-value.ts'
import { CandorError, systemClock } from '../../../../domain/index.ts'

const code = (wanted: string) => expect.objectContaining({ code: wanted })

describe('a watermark', () => {
  it('is any number from 0 to the newest message, and nothing else', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.integer({ min: -5, max: 1010 }), (last, seq) => {
        if (seq >= 0 && seq <= last) expect(parseWatermark(String(seq), last)).toBe(seq)
        else expect(() => parseWatermark(String(seq), last)).toThrow(code('WATERMARK_INVALID'))
      }),
    )
    for (const nothing of [undefined, null, '', '-']) expect(parseWatermark(nothing, 5)).toBe(0)
  })

  it('of any text gives a number in range or the error', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          expect(parseWatermark(text, 7)).toBeLessThanOrEqual(7)
        } catch (error) {
          expect(error).toEqual(code('WATERMARK_INVALID'))
        }
      }),
    )
  })
})

describe('what a client posts', () => {
  it('is understood or refused with an error of the catalogue, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything(), (body) => {
        try {
          fromActivity(body)
        } catch (error) {
          expect(error).toBeInstanceOf(CandorError)
        }
      }),
    )
  })

  it('names its own id, its language, and its text as it was written', () => {
    const read = fromActivity({
      type: 'message',
      id: 'activity-id',
      text: '  退货 <b>',
      locale: 'zh-Hans-CN',
      from: { id: 'u' },
      channelData: { clientActivityID: 'own-id' },
    })
    expect(read).toEqual({
      kind: 'message',
      fromId: 'u',
      inbound: { channel: 'web', text: '  退货 <b>', clientId: 'own-id', localeHint: 'zh' },
    })
    expect(fromActivity({ type: 'message', id: 'activity-id', text: 'x' })).toMatchObject({
      inbound: { clientId: 'activity-id' },
    })
  })
})

describe('a survey’s value', () => {
  it('is read as cards send it: text in every field, empty where nothing was chosen', () => {
    const sent = { candor: 'survey', surveyId: 's', rating: '4', resolved: '', comment: ' slow ' }
    expect(parseSurveyValue(sent)).toEqual({ surveyId: 's', rating: '4', resolved: '', comment: ' slow ' })
  })

  it('may be that of any form: whether it fits the survey is not for the channel to say', () => {
    const sent = { candor: 'survey', surveyId: 's', parcel: 3, tidy: true, deep: { no: 1 }, list: [4] }
    expect(parseSurveyValue(sent)).toEqual({ surveyId: 's', parcel: 3, tidy: true })
  })

  it.each(['', null, [4], undefined])('with nothing but the rating %j is refused', (rating) => {
    expect(() => parseSurveyValue({ candor: 'survey', surveyId: 's', rating })).toThrow(code('BODY_INVALID'))
  })

  it('may say whether the customer wants to be asked again, and nothing in between', () => {
    const sent = { candor: 'survey-consent', surveyId: 's' }
    expect(parseConsentValue({ ...sent, ask: false, rating: '' })).toEqual({ surveyId: 's', ask: false })
    expect(() => parseConsentValue({ ...sent, ask: 'no' })).toThrow(code('BODY_INVALID'))
    expect(parseConsentValue({ candor: 'survey', surveyId: 's' })).toBeUndefined()
  })

  it('of another card is none', () => {
    for (const other of [undefined, null, 'survey', { rating: '4' }, { candor: 'other' }]) {
      expect(parseSurveyValue(other)).toBeUndefined()
    }
  })
})

describe('a locale', () => {
  it.each([
    ['zh-CN', 'zh'],
    ['ZH_tw', 'zh'],
    ['en', 'en'],
    ['de-DE', undefined],
    ['english', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%j hints at %s', (locale, language) => {
    expect(localeHint(locale)).toBe(language)
  })
})

describe('a serviceUrl', () => {
  const strict = { extraHosts: ['bots.example.com', '.internal.example'], allowLoopback: false }

  it.each([
    'https://smba.trafficmanager.net/emea/',
    'https://webchat.botframework.com/',
    'https://bots.example.com/x',
    'https://a.internal.example',
  ])('%s is known', (url) => {
    expect(() => checkServiceUrl(url, strict)).not.toThrow()
  })

  it.each([
    'http://smba.trafficmanager.net/',
    'https://smba.trafficmanager.net.evil.example/',
    'https://evil.example/smba.trafficmanager.net',
    'https://evilbotframework.com',
    'https://botframework.com.evil.example',
    'https://smba.trafficmanager.net@evil.example/',
    'https://user:pass@smba.trafficmanager.net/',
    'http://localhost:3978',
    'http://169.254.169.254/latest/meta-data',
    'file:///etc/passwd',
    'smba.trafficmanager.net',
    '',
  ])('%s is refused', (url) => {
    expect(() => checkServiceUrl(url, strict)).toThrow(code('SERVICE_URL_REFUSED'))
  })

  it('of this machine is for development only', () => {
    for (const url of ['http://localhost:56150/_connector', 'http://127.0.0.1:1', 'http://[::1]:1']) {
      expect(() => checkServiceUrl(url, { extraHosts: [], allowLoopback: true })).not.toThrow()
    }
    expect(() => checkServiceUrl('http://10.0.0.1', { extraHosts: [], allowLoopback: true })).toThrow()
  })
})

describe('the next try of a delivery', () => {
  const wait = (attempts: number, problem: unknown = { statusCode: 502 }) => {
    const at = nextAttempt(attempts, problem, 1_000_000)
    return at === null ? null : at - 1_000_000
  }

  it('waits twice as long each time, up to five minutes, and ends', () => {
    expect([1, 2, 3, 4].map((attempts) => wait(attempts))).toEqual([1000, 2000, 4000, 8000])
    expect(wait(15)).toBe(300_000)
    expect(wait(MAX_ATTEMPTS)).toBeNull()
  })

  it('waits as long as a throttling connector asks for', () => {
    const headers = { get: (name: string) => (name === 'retry-after' ? '30' : undefined) }
    expect(wait(1, { statusCode: 429, response: { headers } })).toBe(30_000)
  })

  it('does not come when nothing can get better', () => {
    for (const statusCode of [400, 403, 404, 410, 413]) expect(wait(1, { statusCode })).toBeNull()
    expect(wait(1, new CandorError('SERVICE_URL_REFUSED', { url: 'x' }))).toBeNull()
    for (const problem of [new Error('ECONNREFUSED'), { statusCode: 401 }, undefined])
      expect(wait(1, problem)).toBe(1000)
  })
})

describe('a conversation id', () => {
  let count = 0
  const tokens = directLineTokens('k'.repeat(32), systemClock, () => `id-${count++}`)
  const others = directLineTokens('o'.repeat(32), systemClock, () => `id-${count++}`)

  it('shows that it was handed out here', () => {
    expect(tokens.isConversationId(tokens.newConversationId())).toBe(true)
    expect(tokens.isConversationId(others.newConversationId())).toBe(false)
    fc.assert(fc.property(fc.string(), (made) => !tokens.isConversationId(made)))
  })
})
