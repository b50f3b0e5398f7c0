import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CandidateAct, CandidatePage, CandidateState, CandidateView, Language } from '../../../../bot/http/api.ts'
import {
  actBackTo,
  type CandidateFilter,
  expectedAfter,
  neighbourOf,
  type PendingAct,
  withCandidate,
  withPending,
} from '../../../../web/review/candidate-list.ts'
import { candidate, REVIEW_NEEDS } from '../../../support/review-fixtures.ts'

const IDS = ['a', 'b', 'c', 'd', 'e']
const LANGUAGE: Record<string, Language> = { a: 'en', b: 'zh', c: 'en', d: 'zh', e: 'en' }
const STATES = ['pending', 'accepted', 'rejected'] as const

/** What a server holds, and the page it gives for a filter. */
function pageOf(all: readonly CandidateView[], filter: CandidateFilter): CandidatePage {
  const inState = (state: CandidateState) => all.filter((one) => one.state === state)
  return {
    candidates: inState(filter.state).filter(({ language }) => !filter.language || filter.language === language),
    counts: {
      pending: inState('pending').length,
      accepted: inState('accepted').length,
      rejected: inState('rejected').length,
    },
    needs: REVIEW_NEEDS,
    acceptUnreviewed: 'never',
  }
}

function one(id: string, state: CandidateState = 'pending'): CandidateView {
  const change = { language: LANGUAGE[id] ?? 'en', state }
  if (state === 'pending') return candidate(id, id, change)
  const meant = state === 'accepted' ? { meant: { kind: 'need', need: `need-${id}` } as const } : {}
  return candidate(id, id, { ...change, decided: { byName: 'Ann', at: 1, ...meant } })
}

const ids = (page: CandidatePage) => page.candidates.map(({ id }) => id)
const acts = fc.oneof(
  fc.constant<CandidateAct>({ kind: 'accept', meant: { kind: 'none' } }),
  fc.constant<CandidateAct>({ kind: 'reject' }),
  fc.constant<CandidateAct>({ kind: 'undo' }),
)
const filters = fc.record(
  { state: fc.constantFrom(...STATES), language: fc.constantFrom<Language>('en', 'zh') },
  { requiredKeys: ['state'] },
)

describe('the list while acts are on their way', () => {
  it('holds and counts what the server will say once all of them have come about', () => {
    const steps = fc.array(fc.tuple(fc.constantFrom(...IDS), acts), { maxLength: 12 })
    const states = fc.array(fc.constantFrom(...STATES), { minLength: IDS.length, maxLength: IDS.length })
    fc.assert(
      fc.property(states, steps, filters, (stateOf, plan, filter) => {
        const start = IDS.map((id, at) => one(id, stateOf[at]))
        const now = new Map(start.map((view) => [view.id, view]))
        const pending: PendingAct[] = []
        for (const [id, act] of plan) {
          const before = now.get(id)
          if (!before) continue
          pending.push({ before, act })
          now.set(id, expectedAfter({ before, act }))
        }
        const shown = withPending(pageOf(start, filter), filter, pending)
        const told = pageOf([...now.values()], filter)
        expect(shown.counts).toEqual(told.counts)
        expect(ids(shown).sort()).toEqual(ids(told).sort())
      }),
    )
  })

  it('leaves every other message where it stood', () => {
    const page = pageOf(
      IDS.map((id) => one(id)),
      { state: 'pending' },
    )
    const shown = withPending(page, { state: 'pending' }, [{ before: one('c'), act: { kind: 'reject' } }])
    expect(ids(shown)).toEqual(['a', 'b', 'd', 'e'])
  })

  it('shows a changed meaning in place, and one that was put back before the others', () => {
    const accepted = { state: 'accepted' } as const
    const page = pageOf([one('a', 'accepted'), one('b', 'accepted')], accepted)
    const changed = { ...one('b', 'accepted'), decided: { meant: { kind: 'none' } as const, byName: 'Ann', at: 2 } }
    const after = withCandidate(page, accepted, one('b', 'accepted'), changed)
    expect(after.candidates.map(({ decided }) => decided?.meant?.kind)).toEqual(['need', 'none'])

    const pending = pageOf([one('a'), one('b', 'rejected')], { state: 'pending' })
    expect(ids(withCandidate(pending, { state: 'pending' }, one('b', 'rejected'), one('b')))).toEqual(['b', 'a'])
  })

  it('says nothing of who decided before the server has', () => {
    const { decided, state } = expectedAfter({ before: one('a', 'rejected'), act: { kind: 'reject' } })
    expect({ decided, state }).toEqual({ decided: undefined, state: 'rejected' })
  })
})

describe('taking back', () => {
  it('restores the state and the meaning there were', () => {
    fc.assert(
      fc.property(fc.constantFrom(...STATES), acts, (state, act) => {
        const before = one('a', state)
        const back = actBackTo(before)
        expect(expectedAfter({ before: expectedAfter({ before, act }), act: back }).state).toBe(state)
        if (back.kind === 'accept') expect(back.meant).toEqual(before.decided?.meant)
      }),
    )
  })
})

describe('the message after this one', () => {
  it('is the next, at the end the one before, and none where it was alone', () => {
    const list = ['a', 'b', 'c'].map((id) => one(id))
    expect(neighbourOf(list, 'a')?.id).toBe('b')
    expect(neighbourOf(list, 'c')?.id).toBe('b')
    expect(neighbourOf(list.slice(0, 1), 'a')).toBeUndefined()
  })
})
