import type { BrowserContext } from 'playwright-core'
import type {
  AnswerProposal,
  BacklogItem,
  CandidateAct,
  CandidatePage,
  CandidateState,
  CandidateView,
  PackChange,
  Session,
} from '../../bot/http/api.ts'
import { answerProposals, backlogItems, REVIEW_NEEDS, REVIEW_NOW, reviewCandidates } from './review-fixtures.ts'

/** A company's review as the API tells it, for as many managers as join: for looks and for what no server can be brought to do. */
export interface ReviewStub {
  candidates: CandidateView[]
  items: BacklogItem[]
  proposals: AnswerProposal[]
  writable: boolean
  /** What the pages have sent, in order. */
  posts: { path: string; body: unknown }[]
  /** The next post fails with this code; `UNREACHABLE`: the line is down. */
  failNext: string | undefined
  /** What posts wait for, where it is there. */
  held: Promise<void> | undefined
  /** Another manager at this browser. */
  join(context: BrowserContext, name: string): Promise<void>
}

const FULL_PAGE = 100

export function reviewStub(): ReviewStub {
  const stub: ReviewStub = {
    candidates: reviewCandidates(),
    items: backlogItems(),
    proposals: answerProposals(),
    writable: true,
    posts: [],
    failNext: undefined,
    held: undefined,
    async join(context, name) {
      const agent = { id: name, name, email: 'manager@example.com', role: 'manager' } as const
      const session: Session = { agent, csrfToken: 'token', needsPassword: false }
      await context.route('**/api/session', (route) => route.fulfill({ json: session }))
      await context.route('**/api/review/**', async (route) => {
        const request = route.request()
        const url = new URL(request.url())
        const path = url.pathname.replace('/api/review/', '')
        if (request.method() === 'GET') return route.fulfill({ json: read(path, url.searchParams, stub) })
        await stub.held
        stub.posts.push({ path, body: request.postDataJSON() })
        const failure = stub.failNext
        stub.failNext = undefined
        if (failure === 'UNREACHABLE') return route.abort()
        const answer = failure ? refusal(409, failure) : written(path, request.postDataJSON(), name, stub)
        return route.fulfill(answer)
      })
    },
  }
  return stub
}

function read(path: string, query: URLSearchParams, stub: ReviewStub): unknown {
  const days = { from: '2026-02-03', to: '2026-03-04' }
  if (path === 'answers') return { proposals: stub.proposals, writable: stub.writable }
  if (path === 'backlog') {
    const uncovered = { messages: 61, grouped: 39, newestOnly: false }
    return { ...days, items: stub.items, uncovered, writable: stub.writable }
  }
  const of = (state: CandidateState) => stub.candidates.filter((candidate) => candidate.state === state)
  const language = query.get('language')
  const listed = of((query.get('state') ?? 'pending') as CandidateState)
  return {
    candidates: listed.filter((one) => language === null || one.language === language).slice(0, FULL_PAGE),
    counts: { pending: of('pending').length, accepted: of('accepted').length, rejected: of('rejected').length },
    needs: REVIEW_NEEDS,
    acceptUnreviewed: 'never',
  } satisfies CandidatePage
}

function written(path: string, body: unknown, name: string, stub: ReviewStub) {
  if (path === 'backlog') return drafted(body as { cluster: string; name: string }, stub)
  if (path === 'answers') return tookOver(body as { need: string; language: string }, stub)
  const { version, act } = body as { version: number; act: CandidateAct }
  const at = stub.candidates.findIndex(({ id }) => path === `candidates/${id}`)
  const before = stub.candidates[at]
  if (!before) return refusal(404, 'CANDIDATE_UNKNOWN')
  if (before.version !== version) return refusal(409, 'CANDIDATE_CHANGED')
  const after = decided(before, act, name)
  stub.candidates[at] = after
  return { json: after }
}

function decided({ decided: _, ...before }: CandidateView, act: CandidateAct, byName: string): CandidateView {
  const version = before.version + 1
  if (act.kind === 'undo') return { ...before, version, state: 'pending' }
  const by = { byName, at: REVIEW_NOW }
  if (act.kind === 'reject') return { ...before, version, state: 'rejected', decided: by }
  return { ...before, version, state: 'accepted', decided: { ...by, meant: act.meant, use: 'training' } }
}

function drafted({ cluster, name }: { cluster: string; name: string }, stub: ReviewStub) {
  stub.items = stub.items.map((item) => (item.cluster === cluster ? { ...item, drafted: name } : item))
  const changes = [`need ${name} added`, '5 English examples added']
  return { json: { file: `needs/${name}.yaml`, need: name, changes } satisfies PackChange }
}

function tookOver({ need, language }: { need: string; language: string }, stub: ReviewStub) {
  stub.proposals = stub.proposals.filter((one) => one.need !== need || one.language !== language)
  return { json: { file: `needs/${need}.yaml`, need, changes: [`answer of ${need} changed`] } satisfies PackChange }
}

function refusal(status: number, code: string) {
  return { status, json: { error: { code, message: `${code}: refused` } } }
}
