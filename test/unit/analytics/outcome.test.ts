import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countOutcomes, type EpisodeFacts, type Outcome, outcomeOf } from '../../../analytics/index.ts'
import { ESCALATION_OUTCOMES, PASSED_ON_OUTCOMES } from '../../../domain/index.ts'

const WINDOW = { reopenWithinHours: 24 }
/** The agent who says so has not said whether the need was met. */
const NO_VERDICT: readonly unknown[] = [undefined, 'returned', ...PASSED_ON_OUTCOMES]
const MISSING: Outcome = { kind: 'missing' }
const EXCLUDED: Outcome = { kind: 'excluded' }

function known(met: number, source: Extract<Outcome, { kind: 'known' }>['source']): Outcome {
  return { kind: 'known', met, source }
}

const rating = fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 5 as const)
const facts: fc.Arbitrary<EpisodeFacts> = fc.record(
  {
    survey: fc.oneof(fc.record({ rating }), fc.record({ rating, resolved: fc.boolean() })),
    verdict: fc.constantFrom(...ESCALATION_OUTCOMES),
    reopenedAfterHours: fc.double({ min: 0, max: 48, noNaN: true }),
    abandoned: fc.constantFrom('question-open', 'after-refusal', 'in-queue'),
  },
  { requiredKeys: [] },
)

describe('what became of an episode', () => {
  it.each([
    ['nothing is known: missing, not good', {}, MISSING],
    ['the customer says yes and gives five stars', { survey: { rating: 5, resolved: true } }, known(1, 'survey')],
    ['yes, but the stars are few', { survey: { rating: 1, resolved: true } }, known(0.75, 'survey')],
    ['no, but kindly', { survey: { rating: 5, resolved: false } }, known(0.25, 'survey')],
    ['stars alone', { survey: { rating: 4 } }, known(0.75, 'survey')],
    [
      'the customer says no, the agent says resolved',
      { survey: { rating: 1, resolved: false }, verdict: 'resolved' },
      known(0, 'survey'),
    ],
    ['the agent says resolved', { verdict: 'resolved' }, known(1, 'agent')],
    ['the agent says unresolved', { verdict: 'unresolved' }, known(0, 'agent')],
    ['the agent gave it back, and no more is known', { verdict: 'returned' }, MISSING],
    [
      'the agent gave it back and the customer left',
      { verdict: 'returned', abandoned: 'question-open' },
      known(0, 'abandoned'),
    ],
    ['spam', { verdict: 'spam' }, EXCLUDED],
    ['spam with five stars', { verdict: 'spam', survey: { rating: 5, resolved: true } }, EXCLUDED],
    ['left in the queue', { abandoned: 'in-queue' }, known(0, 'abandoned')],
    ['came back soon, nothing else known', { reopenedAfterHours: 2 }, known(0.25, 'reopened')],
    ['came back after the window', { reopenedAfterHours: 25 }, MISSING],
    [
      'came back soon though the agent said resolved',
      { verdict: 'resolved', reopenedAfterHours: 2 },
      known(0.25, 'reopened'),
    ],
    ['came back late: the agent is believed', { verdict: 'resolved', reopenedAfterHours: 30 }, known(1, 'agent')],
    [
      'came back soon, but had said in so many words that it was met',
      { survey: { rating: 5, resolved: true }, reopenedAfterHours: 2 },
      known(1, 'survey'),
    ],
    [
      'five stars, no word on the need, and back soon',
      { survey: { rating: 5 }, reopenedAfterHours: 2 },
      known(0.25, 'reopened'),
    ],
    ['one star and back soon', { survey: { rating: 1 }, reopenedAfterHours: 2 }, known(0, 'survey')],
    [
      'left after a refusal and came back',
      { abandoned: 'after-refusal', reopenedAfterHours: 1 },
      known(0, 'abandoned'),
    ],
  ] satisfies [string, EpisodeFacts, Outcome][])('%s', (_, given, outcome) => {
    expect(outcomeOf(given, WINDOW)).toEqual(outcome)
  })

  it('is a share, and never better for having come back, left, or been called unresolved', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const metOf = (changed: EpisodeFacts) => {
          const outcome = outcomeOf(changed, WINDOW)
          return outcome.kind === 'known' ? outcome.met : undefined
        }
        const met = metOf(given)
        if (met === undefined) return
        expect(met).toBeGreaterThanOrEqual(0)
        expect(met).toBeLessThanOrEqual(1)
        expect(metOf({ ...given, reopenedAfterHours: 1 })).toBeLessThanOrEqual(met)
        expect(metOf({ ...given, abandoned: 'in-queue' })).toBeLessThanOrEqual(met)
        expect(metOf({ ...given, verdict: 'unresolved' })).toBeLessThanOrEqual(met)
      }),
    )
  })

  it('is missing exactly where nobody said or did anything that tells', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const silent =
          given.survey === undefined &&
          given.abandoned === undefined &&
          NO_VERDICT.includes(given.verdict) &&
          (given.reopenedAfterHours ?? 99) > WINDOW.reopenWithinHours
        expect(outcomeOf(given, WINDOW).kind === 'missing').toBe(silent)
      }),
    )
  })
})

describe('the count of outcomes', () => {
  it('says how many there are of each source, and how many are missing', () => {
    const outcomes = [known(1, 'survey'), known(0, 'agent'), known(0.2, 'survey'), MISSING, MISSING, EXCLUDED]
    expect(countOutcomes(outcomes)).toEqual({
      episodes: 6,
      known: 3,
      bySource: { survey: 2, agent: 1, reopened: 0, abandoned: 0 },
      missing: 2,
      excluded: 1,
    })
  })

  it('loses none', () => {
    fc.assert(
      fc.property(fc.array(facts), (episodes) => {
        const counts = countOutcomes(episodes.map((one) => outcomeOf(one, WINDOW)))
        expect(counts.known + counts.missing + counts.excluded).toBe(episodes.length)
        expect(Object.values(counts.bySource).reduce((sum, n) => sum + n, 0)).toBe(counts.known)
      }),
    )
  })
})
