import { readFileSync } from 'node:fs'
import { PRIOR_GAP_MODEL, soundOf } from '../../bot/models/index.ts'
import { type Policy, parsePolicy } from '../../bot/policy/index.ts'
import type { Mind } from '../../bot/turn/mind.ts'
import type { Need, NeedProbability, Understanding } from '../../domain/index.ts'
import { promiseLists } from '../../nlp/index.ts'

const DEFAULT_POLICY = new URL('../../bot/policy/default-policy.yaml', import.meta.url)

export const policy: Policy = parsePolicy(readFileSync(DEFAULT_POLICY, 'utf8'), 'default-policy.yaml')

export function need(name: string, parts: Partial<Need> = {}): Need {
  return {
    name,
    role: 'task',
    title: { en: `About ${name}`, zh: `关于${name}` },
    group: 'test',
    examples: {},
    details: [],
    answer: { text: { en: `Answer to ${name}.`, zh: `${name}的回答。` }, draft: false },
    ...parts,
  }
}

const NEEDS = [
  need('refund', {
    answer: {
      text: { en: 'Refunds take 3 days.', zh: '退款需要3天。' },
      source: { title: { en: 'Refunds', zh: '退款' }, url: '/help/refunds' },
      draft: false,
    },
  }),
  need('exchange'),
  need('delivery'),
  need('status', {
    details: [
      {
        name: 'orderNumber',
        type: 'orderNumber',
        required: true,
        weight: 1,
        prompt: { en: 'Which order?', zh: '哪个订单？' },
      },
    ],
    answer: { text: { en: 'Order {orderNumber} is on its way.', zh: '订单{orderNumber}正在路上。' }, draft: false },
  }),
  need('complaint', { role: 'complaint' }),
  need('person', { role: 'person' }),
  need('hello', { role: 'greeting' }),
  need('thanks', { role: 'thanks' }),
]

/**
 * A mind whose understanding is written down instead of learnt: `probabilities` by the words of a message.
 * What is not written down is out of scope.
 */
export function scriptedMind(
  script: Record<string, Record<string, number>>,
  changes: Partial<Policy['decide']> = {},
): Mind {
  const needs = new Map(NEEDS.map((entry) => [entry.name, entry]))
  return {
    modelId: 'scripted',
    pack: {
      name: 'test',
      title: { en: 'Test shop', zh: '测试商店' },
      languages: ['en', 'zh'],
      defaultLanguage: 'en',
      timeZone: 'UTC',
      products: [],
      needs: NEEDS,
    },
    needs,
    policy: { ...policy, decide: { ...policy.decide, ...changes } },
    topicChange: policy.belief.topicChange,
    answerAbove: changes.answerAbove ?? policy.decide.answerAbove,
    lists: { en: { threshold: 0.02 }, zh: { threshold: 0.02 } },
    listCases: [],
    exampleLists: promiseLists([], policy.decide.listHoldsNeed),
    understand: (text) => understandingOf(text, script[text] ?? {}),
    wording: soundOf,
    gapModel: PRIOR_GAP_MODEL,
  }
}

function understandingOf(text: string, probabilities: Record<string, number>): Understanding {
  const known = Object.values(probabilities).reduce((sum, p) => sum + p, 0)
  const rest = 0.02 / NEEDS.length
  const needs: NeedProbability[] = NEEDS.map(({ name }) => ({
    need: name,
    probability: (probabilities[name] ?? 0) * 0.98 + rest,
  }))
  const order = /[A-Z]{2}-\d+/.exec(text)
  return {
    language: /\p{Script=Han}/u.test(text) ? 'zh' : 'en',
    languageConfidence: 1,
    needs: needs.sort((a, b) => b.probability - a.probability),
    outOfScope: (1 - known) * 0.98,
    entities: order
      ? [
          {
            type: 'orderNumber',
            text: order[0],
            start: order.index,
            end: order.index + order[0].length,
            value: order[0],
          },
        ]
      : [],
    sentiment: 0,
    why: [],
  }
}
