import { describe, expect, it } from 'vitest'
import type { SaidBefore } from '../../../../bot/help/index.ts'
import { answerProposals, type NeedAnswers } from '../../../../bot/learning/answers.ts'
import { anybodysAnswer } from '../../../../bot/learning/anybodys-answer.ts'
import type { CsatRating, Need } from '../../../../domain/index.ts'
import { need } from '../../../support/minds.ts'

const COURIER = 'We send a courier for it on the next working day, please put it in a box.'
const DRAFT = { text: { en: 'I have no answer to this.', zh: '没有答复。' }, draft: true }

let escalations = 0
function said(text: string, handover: Partial<SaidBefore['handover']> = {}): SaidBefore {
  const escalationId = `e${escalations++}`
  return {
    text,
    question: '',
    handover: {
      escalationId,
      conversationId: escalationId,
      customerId: escalationId,
      endedAt: 0,
      details: {},
      messages: [],
      ...handover,
    },
  }
}

const times = (count: number, text: string, handover: Partial<SaidBefore['handover']> = {}) =>
  Array.from({ length: count }, () => said(text, handover))

function about(parts: Partial<NeedAnswers> & { name?: string; answer?: Need['answer'] } = {}): NeedAnswers {
  const { name = 'return', answer = DRAFT, ...rest } = parts
  return { need: need(name, { answer }), language: 'en', said: times(3, COURIER), ratings: [], ...rest }
}

const propose = (all: NeedAnswers[], replies: string[] = []) =>
  answerProposals({
    all,
    pack: { needs: [], replies: replies.map((en) => ({ name: 'reply', title: { en }, text: { en } })) },
    anybodys: ({ text }) => text,
  })

describe('an answer that agents give often', () => {
  it('is proposed to a need without an answer, with how often it was given and how it was rated', () => {
    const ratings: CsatRating[] = [5, 4, 5]
    const answers = ratings.map((rating) => said(COURIER, { rating }))
    expect(propose([about({ said: answers })])).toEqual([
      {
        need: 'return',
        title: { en: 'About return', zh: '关于return' },
        language: 'en',
        text: COURIER,
        given: 3,
        rated: { n: 3, mean: 14 / 3, low: expect.any(Number), high: expect.any(Number) },
        current: { text: DRAFT.text.en, draft: true, rated: { n: 0, mean: null, low: null, high: null } },
        because: 'no-answer',
      },
    ])
  })

  it('need not be the same word for word', () => {
    const answers = [COURIER, `Yes. ${COURIER}`, COURIER.replace('please ', 'kindly ')].map((text) => said(text))
    expect(propose([about({ said: answers })])).toMatchObject([{ given: 3 }])
  })

  it('has to stand in three handovers of two customers, whoever says it twice in one', () => {
    const twice = said(COURIER)
    expect(propose([about({ said: [...times(1, COURIER), twice, { ...twice }] })])).toEqual([])
    expect(propose([about({ said: times(5, COURIER, { customerId: 'anna' }) })])).toEqual([])
  })

  it('is proposed beside a written answer only when that is badly rated beyond chance', () => {
    const answer = { text: { en: 'Returns are not our business.' }, draft: false }
    const proposals = (ratings: number[]) => propose([about({ answer, ratings })])
    expect(proposals([1, 1, 2, 1, 2])).toMatchObject([
      { because: 'badly-rated', current: { draft: false, rated: { n: 5 } } },
    ])
    expect(proposals([1, 1, 1, 2])).toEqual([])
    expect(proposals([1, 1, 1, 5, 5, 1])).toEqual([])
    expect(proposals([5, 5, 4, 5, 5, 4])).toEqual([])
    expect(proposals([])).toEqual([])
  })

  it('is none when it is what the pack says already, or what agents have a key for', () => {
    const answer = { text: { en: COURIER.replace('please', 'and please') }, draft: false }
    expect(propose([about({ answer, ratings: [1, 1, 1, 1, 1] })])).toEqual([])
    expect(propose([about()], [COURIER])).toEqual([])
  })

  it('is none when it is said to whoever asks for whatever, or too short to answer anything', () => {
    const everywhere = ['return', 'refund', 'delivery'].map((name) => about({ name }))
    expect(propose(everywhere)).toEqual([])
    expect(propose(everywhere.slice(1))).toHaveLength(2)
    expect(propose([about({ said: times(4, 'Let me have a look at it.') })])).toEqual([])
  })

  it('is the one given most often, one for each need', () => {
    const other = 'You bring it to any of our shops, with the receipt that came with it.'
    const proposals = propose([
      about({ name: 'refund', said: times(4, 'The money is on your account within five working days.') }),
      about({ said: [...times(3, COURIER), ...times(5, other)] }),
    ])
    expect(proposals.map(({ need: name, text, given }) => [name, text, given])).toEqual([
      ['return', other, 5],
      ['refund', 'The money is on your account within five working days.', 4],
    ])
  })
})

describe('what was said to one customer', () => {
  const status = need('status', {
    details: [{ name: 'orderNumber', type: 'orderNumber', required: true, weight: 1, prompt: { en: 'Which?' } }],
  })
  const anybodys = (text: string, handover: Partial<SaidBefore['handover']> = {}) =>
    anybodysAnswer(said(text, handover), status, 'en')

  it('has places for the details that the need asks for', () => {
    expect(
      anybodys('Your order CD-104233 leaves today.', { details: { orderNumber: 'CD-104233', colour: 'red' } }),
    ).toBe('Your order {orderNumber} leaves today.')
  })

  it('has no name of the two, and no number that is left', () => {
    const parties = { customerName: 'Ziva Okonkwo', agentName: 'Ben' }
    const text = anybodys('All done, Ziva, says Ben. Write to z.oko@mail.example or call +44 20 7946 0018.', parties)
    expect(text).not.toMatch(/Ziva|Ben|z\.oko|7946/)
    expect(text).toMatch(/^All done, says\. Write to \[e-mail\] or call \[phone\]\.$/)
  })

  it('has no braces of its own, which would be read as places', () => {
    expect(anybodys('Press {enter}.')).toBe('Press (enter).')
  })
})
