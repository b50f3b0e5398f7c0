import type { DeskAct, DeskStep, Language, NeedTitle } from '../../bot/http/api.ts'
import { percent } from '../shared/numbers.ts'
import { escalationReasonWords } from '../shared/reason-words.ts'
import type { DeskWords } from './words/en.ts'

type Alternative = NonNullable<DeskStep['weighed']>['alternatives'][number]

/** One thing the bot did, and how the customer took it, where that can be told. */
export function actWords(act: DeskAct, language: Language, words: DeskWords): { did: string; taken?: string } {
  const { acts } = words
  switch (act.kind) {
    case 'offered': {
      const { needs, picked, taken } = act
      if (needs.length === 0)
        return taken === 'open' ? { did: acts.otherWords, taken: acts.open } : { did: acts.otherWords }
      return {
        did: acts.offered(titles(needs, language)),
        taken: picked ? acts.picked(picked[language]) : taken === 'open' ? acts.open : acts.nothingPicked,
      }
    }
    case 'answered':
      return {
        did: acts.answered(act.need[language], percent(act.belief, language)),
        taken: { ...acts.answerTaken, open: acts.open }[act.taken],
      }
    case 'asked':
      return {
        did: acts.asked(detailWords(act.detail, words), act.need[language]),
        taken: { given: acts.given, 'not-given': acts.notGiven, open: acts.open }[act.taken],
      }
    case 'handed-over': {
      const reasons = act.reasons.map((reason) => escalationReasonWords(reason, language))
      return { did: acts.handedOver(reasons.join(language === 'zh' ? '、' : ' · ')) }
    }
    case 'other':
      return { did: acts.other[act.decision] ?? act.decision }
    default:
      return act satisfies never
  }
}

/** Something the bot could have done. */
export function alternativeWords(
  { kind, needs, detail }: Alternative,
  language: Language,
  { alternatives, ...words }: DeskWords,
): string {
  const about = titles(needs, language)
  switch (kind) {
    case 'answer':
      return alternatives.answer(about)
    case 'ask':
      return alternatives.ask(detailWords(detail ?? '', words), about)
    case 'clarify':
      return needs.length === 0 ? alternatives.otherWords : alternatives.offer(about)
    case 'escalate':
      return alternatives.handOver
    default:
      return kind satisfies never
  }
}

function titles(needs: NeedTitle[], language: Language): string {
  return needs.map((need) => need[language]).join(language === 'zh' ? '、' : ', ')
}

function detailWords(detail: string, { entity }: Pick<DeskWords, 'entity'>): string {
  return entity[detail] ?? detail
}
