import { readFileSync } from 'node:fs'
import { PRIOR_GAP_MODEL, soundOf } from '../../../bot/models/index.ts'
import { parsePolicy } from '../../../bot/policy/index.ts'
import type { Mind } from '../../../bot/turn/mind.ts'
import type { KnowledgePack, Need, Understanding } from '../../../domain/index.ts'
import { findEntities } from '../../../nlp/entities/find-entities.ts'
import { promiseLists } from '../../../nlp/index.ts'

function need(name: string, role: Need['role'], en: string, zh: string, answer: string): Need {
  return {
    name,
    role,
    title: { en, zh },
    group: 'shop',
    examples: {},
    details: [],
    answer: {
      text: { en: answer, zh: `${zh}：请看说明。` },
      source: { title: { en: `${en} page`, zh: `${zh}页` }, url: `https://shop.example/${name}` },
      draft: false,
    },
  }
}

/** A small shop with words that mean one need each, so that tests of the channels know what the bot will do. */
export const CORNER_SHOP: KnowledgePack = {
  name: 'corner-shop',
  title: { en: 'Corner Shop', zh: '街角小店' },
  languages: ['en', 'zh'],
  defaultLanguage: 'en',
  timeZone: 'Asia/Shanghai',
  products: [],
  needs: [
    need('return-item', 'task', 'Returns', '退货', 'You can return it within 30 days.'),
    need('opening-hours', 'task', 'Opening hours', '营业时间', 'We are open from 9 to 18.'),
    need('delivery-time', 'task', 'Delivery time', '送货时间', 'It takes two days.'),
    need('pay-by-card', 'task', 'Paying by card', '刷卡付款', 'Every card is fine.'),
    need('gift-wrap', 'task', 'Gift wrap', '礼品包装', 'We wrap it for you.'),
    need('person', 'person', 'A person', '人工客服', ''),
  ],
}

const WORDS: Record<string, string> = {
  return: 'return-item',
  退货: 'return-item',
  open: 'opening-hours',
  deliver: 'delivery-time',
  card: 'pay-by-card',
  gift: 'gift-wrap',
  human: 'person',
}

function understand(text: string, now: number): Understanding {
  const meant = Object.entries(WORDS).find(([word]) => text.toLowerCase().includes(word))?.[1]
  const { needs } = CORNER_SHOP
  const share = (name: string) =>
    meant === undefined ? 0.9 / needs.length : name === meant ? 0.94 : 0.05 / (needs.length - 1)
  return {
    language: /\p{Script=Han}/u.test(text) ? 'zh' : 'en',
    languageConfidence: 1,
    needs: needs
      .map(({ name }) => ({ need: name, probability: share(name) }))
      .sort((a, b) => b.probability - a.probability),
    outOfScope: meant === undefined ? 0.1 : 0.01,
    entities: findEntities(text, { now, timeZone: CORNER_SHOP.timeZone }),
    sentiment: 0,
    why: [],
  }
}

export const CORNER_SHOP_POLICY = readFileSync(
  new URL('../../../bot/policy/default-policy.yaml', import.meta.url),
  'utf8',
)
const policy = parsePolicy(CORNER_SHOP_POLICY, 'default-policy.yaml')

export const CORNER_SHOP_MIND: Mind = {
  modelId: 'words',
  pack: CORNER_SHOP,
  needs: new Map(CORNER_SHOP.needs.map((each) => [each.name, each])),
  policy,
  topicChange: policy.belief.topicChange,
  answerAbove: policy.decide.answerAbove,
  listCases: [],
  exampleLists: promiseLists([], policy.decide.listHoldsNeed),
  lists: { en: { threshold: 0.02 }, zh: { threshold: 0.02 } },
  understand,
  wording: soundOf,
  gapModel: PRIOR_GAP_MODEL,
}
