import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadPack } from '../../../../bot/knowledge/index.ts'
import { explain, graspOf } from '../../../../bot/turn/explain.ts'
import { reply } from '../../../../bot/turn/reply.ts'
import { type TurnOutcome, takeTurn } from '../../../../bot/turn/take-turn.ts'
import { type Belief, LANGUAGES, newDialogueState } from '../../../../domain/index.ts'
import { need, scriptedMind } from '../../../support/minds.ts'

const mind = scriptedMind({
  'refund please': { refund: 0.9 },
  'about money': { refund: 0.4, exchange: 0.3, delivery: 0.05 },
  钱的事: { refund: 0.4, exchange: 0.3, delivery: 0.05 },
  'one thing': { refund: 0.6 },
  'any of three': { refund: 0.3, exchange: 0.27, delivery: 0.25 },
  'where is it': { status: 0.9 },
  订单到哪了: { status: 0.9 },
  'CD-104233': { status: 0.1 },
  "that's not what I asked, it is the other one": { exchange: 0.4, delivery: 0.3 },
})

function play(texts: string[]): TurnOutcome[] {
  const outcomes: TurnOutcome[] = []
  for (const text of texts) {
    const said = { text, seq: outcomes.length + 1, now: 0, fallbackLanguage: 'en' } as const
    outcomes.push(takeTurn(mind, outcomes.at(-1)?.state ?? newDialogueState(), said))
  }
  return outcomes
}

function said(...texts: string[]): { text: string; kind: string } {
  const outcome = play(texts).at(-1)
  const [first] = outcome ? reply(mind, outcome, 0) : []
  return { text: first?.text ?? '', kind: first?.body.kind ?? '' }
}

describe('what the bot says before a list', () => {
  it.each([
    [
      'about money',
      'I think this is about “About refund” or “About exchange”, but I am not sure. Which of these is it?',
    ],
    ['钱的事', '我觉得您说的可能是“关于refund”或者“关于exchange”，但还不能确定。请问是下面哪一项？'],
    [
      'any of three',
      'I think this is about “About refund”, “About exchange” or “About delivery”, but I am not sure. Which of these is it?',
    ],
    [
      'gibberish',
      'I have not yet understood what you need. Could you say it in other words? A person can help you, too.',
    ],
    ['呃', '我还没弄明白您需要什么。可以换个说法吗？也可以直接转人工客服。'],
  ])('"%s": "%s"', (text, expected) => {
    expect(said(text)).toEqual({ text: expected, kind: 'clarification' })
  })

  it('says that the last answer was refused, and what it may be instead', () => {
    expect(said('refund please', "that's not what I asked, it is the other one").text).toBe(
      'My answer about “About refund” was not what you needed; I think you mean “About exchange” or “About delivery”, but I am not sure. Which of these is it?',
    )
  })

  it('asks yes or no about a single entry, and takes a yes as the pick', () => {
    const single = { ...mind, lists: { en: { threshold: 0.2 }, zh: { threshold: 0.2 } } }
    const asked = takeTurn(single, newDialogueState(), { text: 'one thing', seq: 1, now: 0, fallbackLanguage: 'en' })
    expect(asked.decision).toEqual({ kind: 'clarify', candidates: ['refund'] })
    expect(reply(single, asked, 0)[0]?.text).toBe(
      'I think this is about “About refund”, but I am not sure. Is that right?',
    )
    for (const yes of ['Yes!', "yes, that's right", '是的', '对']) {
      const answered = takeTurn(single, asked.state, { text: yes, seq: 3, now: 0, fallbackLanguage: 'en' })
      expect(answered.decision).toMatchObject({ kind: 'answer', need: 'refund' })
      expect(answered.picked).toEqual({ seq: 1, need: 'refund' })
    }
    const refused = takeTurn(single, asked.state, { text: 'no', seq: 3, now: 0, fallbackLanguage: 'en' })
    expect(refused.decision.kind).toBe('escalate')
  })

  it('takes no yes for a list of several', () => {
    expect(play(['about money', 'yes'])[1]?.picked).toBeUndefined()
  })
})

describe('asking what was understood', () => {
  it('is told what was answered', () => {
    expect(said('refund please', 'what did you understand?')).toEqual({
      text: 'I understood that this is about “About refund”, and answered that.',
      kind: 'text',
    })
  })

  it('is told which detail is missing, and is asked for it again', () => {
    expect(said('where is it', 'why do you ask that?')).toEqual({
      text: 'I understood that this is about “About status”; I still need your order number. Which order?',
      kind: 'question',
    })
    expect(said('订单到哪了', '为什么问这个')).toEqual({
      text: '我理解您说的是“关于status”，还需要您告诉我订单号。哪个订单？',
      kind: 'question',
    })
  })

  it('is offered the open list again', () => {
    expect(said('about money', 'What did you understand?')).toEqual(said('about money'))
  })

  it('is told that nothing was understood before anything was said', () => {
    expect(said('what did you understand?').text).toBe('I have not yet understood what you need.')
  })

  it('is no answer to the open question: the dialogue stays as it was', () => {
    for (const first of ['refund please', 'about money', 'where is it']) {
      const [before, after] = play([first, 'what did you understand?'])
      expect(after?.decision).toEqual({ kind: 'explain' })
      expect(after?.state).toEqual(before?.state)
    }
    expect(play(['about money', 'why do you ask?', '2']).at(-1)?.decision).toMatchObject({ need: 'exchange' })
    expect(play(['where is it', 'why do you ask that', 'CD-104233']).at(-1)?.decision.kind).toBe('answer')
  })

  it('does not stand above a call for a person', () => {
    expect(play(['about money', 'get me a human'])[1]?.decision.kind).toBe('escalate')
  })
})

describe('the sentence', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f']
  const needs = new Map(names.map((name) => [name, need(name)]))
  const beliefs = fc
    .array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 7, maxLength: 7 })
    .map((weights): Belief => {
      const total = weights.reduce((sum, weight) => sum + weight, 0)
      const shares = names.map((name, i) => ({ need: name, probability: (weights[i] ?? 0) / total }))
      return { needs: shares.sort((x, y) => y.probability - x.probability), noneOfThem: (weights[6] ?? 0) / total }
    })

  it('names at most three needs, and only such as are together more likely than not', () => {
    fc.assert(
      fc.property(beliefs, (belief) => {
        const grasp = graspOf({ ...newDialogueState(), belief }, needs)
        const named = grasp.kind === 'unsure' ? grasp.needs.map(({ name }) => name) : []
        const together = belief.needs
          .filter(({ need: name }) => named.includes(name))
          .reduce((sum, { probability }) => sum + probability, 0)
        expect(named.length).toBeLessThanOrEqual(3)
        expect(named.length === 0 || together > 0.5).toBe(true)
      }),
    )
  })

  it('names no need that is not in the open list', () => {
    fc.assert(
      fc.property(beliefs, fc.subarray(names), (belief, offered) => {
        const options = offered.map((name) => ({ need: name, title: name }))
        const pending = { kind: 'clarification', seq: 1, options } as const
        const grasp = graspOf({ ...newDialogueState(), belief, pending }, needs)
        const named = grasp.kind === 'unsure' ? grasp.needs.map(({ name }) => name) : []
        expect(offered).toEqual(expect.arrayContaining(named))
      }),
    )
  })

  it('is one sentence without figures for every need and detail of the demo shop', async () => {
    const pack = await loadPack(join(import.meta.dirname, '../../../../knowledge/demo-shop'))
    for (const language of LANGUAGES) {
      for (const shopNeed of pack.needs) {
        const sentences = [
          explain({ kind: 'answered', need: shopNeed }, language),
          explain({ kind: 'unsure', needs: [shopNeed] }, language),
          explain({ kind: 'unsure', needs: [], refused: shopNeed }, language),
          ...shopNeed.details.map((detail) => explain({ kind: 'detail-missing', need: shopNeed, detail }, language)),
        ]
        for (const sentence of sentences) {
          expect(sentence).toContain(`“${shopNeed.title[language]}”`)
          expect(sentence).not.toMatch(/\d|%|undefined/)
          expect(sentence).toMatch(language === 'zh' ? /^[^。]+。$/ : /^[A-Z][^.]+\.$/)
        }
      }
    }
  })
})
