import type { DialogueState, EntityType, Language, Need } from '../../domain/index.ts'
import { localize } from '../../domain/index.ts'
import { isTopic } from './need-roles.ts'

/** What the bot has understood so far, as far as it can honestly say. */
export type Grasp =
  | { kind: 'answered'; need: Need }
  | { kind: 'detail-missing'; need: Need; detail: Need['details'][number] | undefined }
  /** `needs`: what it probably is, at most three; empty when nothing is probable. `refused`: what was answered in vain. */
  | { kind: 'unsure'; needs: Need[]; refused?: Need }

/** More than this in one sentence is a list. */
const NAMED_AT_MOST = 3
/** Needs this much less likely than the leading one are not worth naming beside it. */
const NAMED_FROM_SHARE = 1 / 3
/** Named only when, together, they are more likely than not. */
const WORTH_SAYING = 0.5

/** What the bot can say that it understood, given the dialogue: of an open list, only what stands in it. */
export function graspOf(
  { pending, answered, belief, clarifications, gap }: DialogueState,
  needs: ReadonlyMap<string, Need>,
): Grasp {
  if (pending?.kind === 'detail') {
    const need = needs.get(pending.need)
    if (need) return { kind: 'detail-missing', need, detail: need.details.find(({ name }) => name === pending.detail) }
  }
  const last = needs.get(answered?.need ?? '')
  const wasRefused = gap?.reasons.some(({ code }) => code === 'answer-refused') ?? false
  if (last && !wasRefused && clarifications === 0) return { kind: 'answered', need: last }

  const offered = pending?.kind === 'clarification' ? new Set(pending.options.map(({ need }) => need)) : undefined
  const likely = (belief?.needs ?? []).filter(
    ({ need }) => isTopic(needs.get(need)) && (offered === undefined || offered.has(need)),
  )
  const leading = likely[0]?.probability ?? 0
  const named = likely.filter(({ probability }) => probability >= leading * NAMED_FROM_SHARE).slice(0, NAMED_AT_MOST)
  const together = named.reduce((sum, { probability }) => sum + probability, 0)
  const said = together > WORTH_SAYING ? named.flatMap(({ need }) => needs.get(need) ?? []) : []
  return { kind: 'unsure', needs: said, ...(last && wasRefused && { refused: last }) }
}

/** The same as one plain sentence in the customer's language. */
export function explain(grasp: Grasp, language: Language): string {
  const words = WORDS[language]
  const title = (need: Need) => `“${localize(need.title, language)}”`
  switch (grasp.kind) {
    case 'answered':
      return words.answered(title(grasp.need))
    case 'detail-missing': {
      const type = grasp.detail?.type
      const known = type !== undefined && type !== 'text' && type !== 'choice'
      return words.detailMissing(title(grasp.need), known ? words.details[type] : words.oneDetail)
    }
    case 'unsure': {
      const likely = words.either(grasp.needs.map(title))
      if (grasp.refused) return words.refused(title(grasp.refused), likely)
      return likely === '' ? words.nothing : words.likely(likely)
    }
    default:
      return grasp satisfies never
  }
}

interface Words {
  answered(need: string): string
  detailMissing(need: string, detail: string): string
  likely(needs: string): string
  nothing: string
  /** @param likely empty when nothing else is */
  refused(need: string, likely: string): string
  either(needs: string[]): string
  details: Record<EntityType, string>
  oneDetail: string
}

const WORDS: Record<Language, Words> = {
  en: {
    answered: (need) => `I understood that this is about ${need}, and answered that.`,
    detailMissing: (need, detail) => `I understood that this is about ${need}; I still need ${detail}.`,
    likely: (needs) => `I think this is about ${needs}, but I am not sure.`,
    nothing: 'I have not yet understood what you need.',
    refused: (need, likely) =>
      `My answer about ${need} was not what you needed; ${
        likely === '' ? 'I have not yet understood what is.' : `I think you mean ${likely}, but I am not sure.`
      }`,
    either: (needs) => new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(needs),
    details: {
      orderNumber: 'your order number',
      amount: 'the amount',
      date: 'the date',
      email: 'your e-mail address',
      phone: 'your phone number',
      product: 'to know which product',
      person: 'the name',
      place: 'to know the place',
    },
    oneDetail: 'one more detail',
  },
  zh: {
    answered: (need) => `我理解您说的是${need}，刚才已经按这个回答了。`,
    detailMissing: (need, detail) => `我理解您说的是${need}，还需要您告诉我${detail}。`,
    likely: (needs) => `我觉得您说的可能是${needs}，但还不能确定。`,
    nothing: '我还没弄明白您需要什么。',
    refused: (need, likely) =>
      `刚才关于${need}的回答看来不是您要的，${
        likely === '' ? '您真正想问的我还没弄明白。' : `您说的可能是${likely}，但我还不能确定。`
      }`,
    either: (needs) => [needs.slice(0, -1).join('、'), ...needs.slice(-1)].filter((part) => part !== '').join('或者'),
    details: {
      orderNumber: '订单号',
      amount: '金额',
      date: '日期',
      email: '邮箱',
      phone: '电话号码',
      product: '是哪件商品',
      person: '姓名',
      place: '地点',
    },
    oneDetail: '一项信息',
  },
}
