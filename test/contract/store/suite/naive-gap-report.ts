import type { Channel, GapPart } from '../../../../domain/index.ts'
import type {
  AnswerGapSums,
  GapSums,
  NeedGapSums,
  NeedHandovers,
  NeedVerdicts,
  Period,
  UncoveredMessage,
} from '../../../../store/index.ts'
import type { Dialogue, Told } from './gap-history.ts'

/** The report on the gap by the book: as the port defines it, one turn after the other. */
export function naiveGapReport(story: Dialogue[], period: Period, channel?: Channel) {
  const inside = (at: number) => period.from <= at && at < period.to
  const dialogues = story
    .map((dialogue, index) => ({ ...dialogue, id: `c${index}` }))
    .filter((dialogue) => channel === undefined || dialogue.channel === channel)
  const turns = dialogues
    .flatMap(({ id, turns: all }) => all.map((one, i) => ({ one, id, seq: i + 1, before: all[i - 1] })))
    .filter(({ one }) => inside(one.at))
  const surveys = dialogues.flatMap(({ id, surveys: sent }) =>
    sent.flatMap(({ sentAt, need, response }) =>
      response && inside(sentAt) ? [{ id, need, bad: (response.rating ?? 5) <= 2 || response.resolved === false }] : [],
    ),
  )
  return {
    sums: sumsOf(turns),
    conversations: conversationsOf(turns),
    byNeed: groupBy(turns, ({ one }) => countedFor(one)).map(([need, group]): NeedGapSums => {
      const { partsKnown: _, ...sums } = sumsOf(group)
      const large = group.filter(({ one }) => one.gap > 0.5)
      const ledBy = (part: GapPart) => large.filter(({ one }) => leader(one) === part).length
      const stayed = groupBy(
        group.filter(({ one }) => one.decision.kind !== 'escalate'),
        ({ id }) => id,
      ).map(([, same]) => same.reduce((last, next) => (next.seq > last.seq ? next : last)).one.gap)
      return {
        ...(need !== undefined && { need }),
        ...sums,
        conversations: conversationsOf(group),
        largeLedBy: { understanding: ledBy('understanding'), detail: ledBy('detail'), answer: ledBy('answer') },
        clarifications: group.filter(({ one }) => one.decision.kind === 'clarify').length,
        unmet: add(stayed),
      }
    }),
    byAnswer: ['delivery', 'invoice', 'refund'].flatMap((need): AnswerGapSums[] => {
      const answers = turns.filter(({ one }) => one.decision.kind === 'answer' && one.decision.need === need).length
      const followed = turns.filter(
        ({ one, before }) =>
          one.believed?.answerStood && before?.decision.kind === 'answer' && before.decision.need === need,
      )
      if (answers + followed.length === 0) return []
      const objects = (one: Told, code: string) => one.reasons.some((reason) => reason.code === code)
      const refused = followed.filter(({ one }) => objects(one, 'answer-refused'))
      const repeated = followed.filter(({ one }) => objects(one, 'need-repeated') && !objects(one, 'answer-refused'))
      const missed = new Set([...refused, ...repeated, ...followed.filter(({ one }) => one.gap > 0.5)])
      return [
        {
          need,
          answers,
          followed: followed.length,
          gapSum: add(followed.map(({ one }) => one.gap)),
          missed: missed.size,
          refused: refused.length,
          repeated: repeated.length,
        },
      ]
    }),
    handovers: groupBy(
      turns.filter(({ one }) => one.decision.kind === 'escalate'),
      ({ one }) => handedOverFor(one),
    ).map(([need, group]): NeedHandovers => {
      const reasons = groupBy(
        group.flatMap(({ one }) => reasonsOf(one)),
        (reason) => reason,
      )
      return {
        ...(need !== undefined && { need }),
        count: group.length,
        reasons: reasons.flatMap(([reason, same]) => (reason ? [{ reason, count: same.length }] : [])),
      }
    }),
    verdicts: groupBy(surveys, ({ need }) => need).map(
      ([need, group]): NeedVerdicts => ({
        ...(need !== undefined && { need }),
        responses: group.length,
        dissatisfied: group.filter(({ bad }) => bad).length,
      }),
    ),
    lists: turns.flatMap(({ one }) => (one.decision.kind === 'clarify' ? [one.decision.candidates] : [])),
    uncovered: turns
      .filter(({ one }) => {
        const meant = one.labels.map((label) => label.meant.kind)
        if (meant.includes('need')) return false
        return isUncovered(one) || meant.includes('none') || reasonsOf(one).includes('out-of-scope')
      })
      .sort((a, b) => b.one.at - a.one.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : b.seq - a.seq))
      .map(
        ({ one, id, seq }): UncoveredMessage => ({
          id: `m-${id}-${seq}`,
          conversationId: id,
          customerId: 'anna',
          seq,
          at: one.at,
          language: 'en',
          text: `text of m-${id}-${seq}`,
          gap: one.gap,
          handedOver: one.decision.kind === 'escalate' && handedOverFor(one) === undefined,
          dissatisfied: surveys.some((survey) => survey.id === id && survey.need === undefined && survey.bad),
        }),
      ),
  }
}

function sumsOf(turns: { one: Told }[]): GapSums {
  return {
    turns: turns.length,
    gapSum: add(turns.map(({ one }) => one.gap)),
    large: turns.filter(({ one }) => one.gap > 0.5).length,
    partsKnown: turns.length,
    understandingSum: add(turns.map(({ one }) => one.parts.understanding)),
    detailSum: add(turns.map(({ one }) => one.parts.detail)),
    answerSum: add(turns.map(({ one }) => one.parts.answer)),
  }
}

function conversationsOf(turns: { id: string }[]): number {
  return new Set(turns.map(({ id }) => id)).size
}

function handedOverFor(one: Told): string | undefined {
  const isNone = one.noNeed || reasonsOf(one).includes('out-of-scope')
  return one.trueNeed ?? (isNone ? undefined : one.believed?.need)
}

function countedFor(one: Told): string | undefined {
  if (one.reasons.some(({ code }) => code === 'answer-refused')) return one.believed?.answerStood ? 'refund' : undefined
  if (isUncovered(one) || (one.believed?.probability ?? 0) < 0.2) return undefined
  return one.believed?.need
}

function isUncovered({ believed, decision, reasons }: Told): boolean {
  if (!believed || decision.kind === 'smalltalk') return false
  if (decision.kind === 'escalate' && decision.reasons.includes('asked-for-person')) return false
  if (reasons.some(({ code }) => code === 'answer-refused')) return false
  return believed.noneOfThem >= (believed.need === undefined ? 0 : believed.probability)
}

function leader({ reasons }: Told): GapPart | undefined {
  const of = (...codes: string[]) =>
    add(reasons.filter(({ code }) => codes.includes(code)).map(({ contribution }) => contribution))
  const sums: [GapPart, number][] = [
    ['understanding', of('need-unclear')],
    ['detail', of('detail-missing')],
    ['answer', of('answer-refused', 'need-repeated')],
  ]
  const [part, largest] = sums.reduce((best, next) => (next[1] > best[1] ? next : best))
  return largest > 0 ? part : undefined
}

function reasonsOf({ decision }: Told) {
  return decision.kind === 'escalate' ? decision.reasons : []
}

function groupBy<T, K extends string>(all: T[], key: (one: T) => K | undefined): [K | undefined, T[]][] {
  const groups = new Map<K | undefined, T[]>()
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one])
  return [...groups]
}

function add(numbers: number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0)
}
