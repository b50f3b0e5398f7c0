import { z } from 'zod'
import { bothLanguages, CANDIDATE_STATES, type KnowledgePack, LANGUAGES } from '../../../domain/index.ts'
import type { ReviewedCandidate, Store } from '../../../store/index.ts'
import { type CandidateReview, POLICY, type ShownCandidate, sameMeaning } from '../../learning/index.ts'
import { useOf } from '../../models/index.ts'
import type { Policy } from '../../policy/index.ts'
import type { CandidatePage, CandidateView } from '../api.ts'
import { parseBody } from '../parse-body.ts'
import { type HttpRequest, ok, type Route } from '../route.ts'
import { type Guard, MANAGERS } from '../session/guard.ts'

export interface ReviewRoutesOptions {
  guard: Guard
  review: CandidateReview
  people: Pick<Store['people'], 'list'>
  pack(): Pick<KnowledgePack, 'needs'>
  policy(): Pick<Policy, 'learning'>
}

const filter = z.strictObject({
  state: z.enum(CANDIDATE_STATES).default('pending'),
  language: z
    .enum(LANGUAGES)
    .or(z.literal('').transform(() => undefined))
    .optional(),
})
const FILTER_MEND = `Send state as one of ${CANDIDATE_STATES.join(', ')}, and language as ${LANGUAGES.join(' or ')} or nothing.`

const decided = z.strictObject({
  version: z.number().int().min(1),
  act: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('accept'),
      meant: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('need'), need: z.string().min(1).max(200) }),
        z.strictObject({ kind: z.literal('none') }),
      ]),
    }),
    z.strictObject({ kind: z.literal('reject') }),
    z.strictObject({ kind: z.literal('undo') }),
  ]),
})
const ACT_MEND =
  'Send {version, act: {kind: "accept", meant: {kind: "need", need} | {kind: "none"}} | {kind: "reject"} | {kind: "undo"}}.'

/** Needs that the bot believes in that are shown. */
const BELIEVED = 3

/** What the bot may learn, and what managers decide about it. */
export function reviewRoutes({ guard, review, people, pack, policy }: ReviewRoutesOptions): Route[] {
  const enter = (request: HttpRequest) => guard.enter(request, 'The review', MANAGERS)

  async function viewer(): Promise<(shown: ShownCandidate) => CandidateView> {
    const names = new Map((await people.list()).map(({ id, name }) => [id, name]))
    const titles = new Map(pack().needs.map(({ name, title }) => [name, bothLanguages(title)]))
    return (shown) => candidateView(shown, names, titles)
  }

  return [
    {
      method: 'GET',
      path: '/api/review/candidates',
      async handle(request) {
        await enter(request)
        const { state, language } = parseBody(filter, Object.fromEntries(request.query), FILTER_MEND)
        const [found, counts, view] = await Promise.all([
          review.list({ state, ...(language && { language }) }),
          review.counts(),
          viewer(),
        ])
        return ok({
          candidates: found.map(view),
          counts,
          needs: pack().needs.map(({ name, title }) => ({ name, title: bothLanguages(title) })),
          acceptUnreviewed: policy().learning.acceptUnreviewed,
        } satisfies CandidatePage)
      },
    },
    {
      method: 'POST',
      path: '/api/review/candidates/:id',
      async handle(request) {
        const { agent } = await enter(request)
        const { version, act } = parseBody(decided, request.body, ACT_MEND)
        const shown = await review.act(agent, request.params.id ?? '', version, act)
        return ok((await viewer())(shown))
      },
    },
  ]
}

type Titles = ReadonlyMap<string, CandidatePage['needs'][number]['title']>

function candidateView(
  { candidate, believed, proposal, gain }: ShownCandidate,
  names: ReadonlyMap<string, string>,
  titles: Titles,
): CandidateView {
  const { id, language, text, version, sightings, decision } = candidate
  return {
    id,
    language,
    text,
    state: decision.state,
    version,
    verdicts: verdictsOf(candidate, names),
    believed: believed.needs.slice(0, BELIEVED).map(({ need: name, probability }) => ({
      name,
      title: titles.get(name) ?? bothLanguages({ en: name }),
      probability,
    })),
    outOfScope: believed.outOfScope,
    ...(proposal && { proposal }),
    origins: [...new Set(sightings.map(({ origin }) => origin))],
    messages: sightings.length,
    customers: new Set(sightings.map(({ customerId }) => customerId)).size,
    lastSeenAt: Math.max(...sightings.map(({ at }) => at)),
    ...(gain && { gain: { uncertainty: gain.uncertainty, density: gain.density, diversity: gain.diversity } }),
    ...(decision.state !== 'pending' && {
      decided: {
        ...(decision.state === 'accepted' && { meant: decision.meant, use: useOf(candidate) }),
        ...(decision.by !== POLICY && { byName: names.get(decision.by) ?? decision.by }),
        at: decision.at,
      },
    }),
  }
}

/** Those that say the same are counted together, with a name where one person said it. */
function verdictsOf({ verdicts }: ReviewedCandidate, names: ReadonlyMap<string, string>): CandidateView['verdicts'] {
  const groups: ReviewedCandidate['verdicts'][] = []
  for (const verdict of verdicts) {
    const same = groups.find(
      ([first]) =>
        first?.source === verdict.source &&
        first.answerWrong === verdict.answerWrong &&
        sameMeaning(first.meant, verdict.meant),
    )
    if (same) same.push(verdict)
    else groups.push([verdict])
  }
  return groups
    .sort((a, b) => b.length - a.length)
    .flatMap((group) => {
      const [first] = group
      if (!first) return []
      const { source, meant, answerWrong, by } = first
      const isOne = by !== undefined && group.every((verdict) => verdict.by === by)
      return [{ source, meant, answerWrong, count: group.length, ...(isOne && { byName: names.get(by) ?? by }) }]
    })
}
