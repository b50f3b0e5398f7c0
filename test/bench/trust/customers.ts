import type { Policy } from '../../../bot/policy/index.ts'
import { type Happening, ledgerEntries } from '../../../bot/trust/ledger-entry.ts'
import { DAY_MS, HOUR_MS, type TrustEvent } from '../../../domain/index.ts'

/** How a company and its customers are. Nothing of it is told to the estimator. */
export interface World {
  name: string
  /** How far trust wanders by itself in a day, in log-odds. */
  wanders: number
  /** Times what the company does to it. */
  moved: number
  /** Contacts of a customer in a year, on average; some have many more. */
  contacts: number
  /** Chance that a survey is answered by somebody with this trust after a contact that went well or not. */
  answers(trust: number, met: boolean): number
}

export const WORLDS: World[] = [
  { name: 'usual', wanders: 0.05, moved: 1, contacts: 9, answers: () => 0.35 },
  { name: 'calm', wanders: 0.015, moved: 0.4, contacts: 6, answers: () => 0.3 },
  { name: 'volatile', wanders: 0.1, moved: 1.8, contacts: 9, answers: () => 0.35 },
  {
    name: 'the angry answer more',
    wanders: 0.05,
    moved: 1,
    contacts: 9,
    answers: (trust, met) => 0.12 + 0.35 * (1 - trust) + (met ? 0 : 0.15),
  },
]

/** A customer's year: what there is to know, and what was known. */
export interface SimulatedCustomer {
  ledger: TrustEvent[]
  /** True trust at the end of each day, 0..1. */
  trust: number[]
  asked: AskedSurvey[]
}

/** A survey that was sent after a contact, answered or not. */
export interface AskedSurvey {
  at: number
  /** What the agent said of the contact, if one served. */
  verdict: 'resolved' | 'unresolved' | 'none'
  /** True trust then, and the true chance of an answer, 0..1. */
  trust: number
  chance: number
  /** 0..1; absent where it was not answered. */
  rating?: number
}

export const YEAR_DAYS = 365
/** Chances and effects of one contact. Effects on trust are in log-odds. */
const MET = { bot: 0.78, agent: 0.85 }
const EFFECT = { met: 0.1, unmet: -0.35, kept: 0.12, broken: -0.6, reopened: -0.1 }

/**
 * One customer of a world over a year. True trust has a level of its own that it is drawn back to, wanders from day to day,
 * and is moved by what the company does, by some customers' more than by others'. What is known of it are happenings at
 * random times, each through the functions that serve: ratings that depend on trust, on the occasion and on how somebody
 * uses a scale; verdicts that are sometimes wrong; promises; reopenings.
 */
export function simulateCustomer(
  world: World,
  id: string,
  policy: Policy['trust'],
  random: () => number,
): SimulatedCustomer {
  const draws = drawsOf(random)
  const level = levelOf(draws)
  const rate = (world.contacts / YEAR_DAYS) * Math.exp(draws.normal(-0.25, 0.7))
  const sensitivity = world.moved * Math.exp(draws.normal(0, 0.4))
  const scaleUse = draws.normal(0, 0.04)
  const ledger: TrustEvent[] = []
  const agenda: Appointment[] = []
  const trust: number[] = []
  const asked: AskedSurvey[] = []
  let state = level + draws.normal(0, 0.4)
  let ids = 0

  const later = (at: number, run: (at: number) => void) => agenda.push({ at, run })
  const move = (effect: number) => {
    state += sensitivity * effect
  }
  const note = (at: number, happened: readonly Happening[]) => {
    const about = { customerId: id, conversationId: id, at, newId: () => `${id}-${++ids}` }
    ledger.push(...ledgerEntries(ledger, happened, about, policy))
  }

  function contact(at: number): void {
    const byAgent = draws.chance(0.3)
    const met = draws.chance(byAgent ? MET.agent : MET.bot)
    move(met ? EFFECT.met : EFFECT.unmet)
    let verdict: AskedSurvey['verdict'] = 'none'
    if (byAgent) {
      const said = draws.chance(met ? 0.95 : 0.35)
      verdict = said ? 'resolved' : 'unresolved'
      note(at, [{ cause: said ? 'escalation-resolved' : 'escalation-unresolved' }])
    }
    const survey = { at: at + HOUR_MS, verdict, trust: odds(state), chance: world.answers(odds(state), met) }
    asked.push(draws.chance(survey.chance) ? { ...survey, rating: answer(survey.at, met) } : survey)
    if (draws.chance(met ? 0.04 : 0.35)) {
      later(at + draws.between(4, 60) * HOUR_MS, (when) => {
        move(EFFECT.reopened)
        note(when, [{ cause: 'conversation-reopened' }])
      })
    }
    if (draws.chance(0.15)) {
      later(at + draws.between(20, 70) * HOUR_MS, (when) => {
        const kept = draws.chance(0.85)
        move(kept ? EFFECT.kept : EFFECT.broken)
        note(when, [{ cause: kept ? 'promise-kept' : 'promise-broken' }])
      })
    }
  }

  /** @returns the rating, 0..1 */
  function answer(at: number, met: boolean): number {
    const felt = odds(state) + scaleUse + (met ? 0.03 : -0.1) + draws.normal(0, 0.13)
    const rating = 1 + Math.round(4 * Math.min(1, Math.max(0, felt)))
    const saysResolved = draws.chance(0.08) ? !met : met
    note(at, [
      { cause: 'survey-rating', share: (rating - 1) / 4 },
      ...(draws.chance(0.6)
        ? [{ cause: saysResolved ? ('survey-resolved' as const) : ('survey-unresolved' as const) }]
        : []),
    ])
    return (rating - 1) / 4
  }

  for (let day = 0; day < YEAR_DAYS; day++) {
    state += 0.012 * (level - state) + draws.normal(0, world.wanders)
    if (draws.chance(rate)) later((day + draws.between(0, 0.9)) * DAY_MS, contact)
    for (let next = firstBefore(agenda, (day + 1) * DAY_MS); next; next = firstBefore(agenda, (day + 1) * DAY_MS)) {
      agenda.splice(agenda.indexOf(next), 1)
      next.run(next.at)
    }
    trust.push(odds(state))
  }
  return { ledger, trust, asked }
}

interface Appointment {
  at: number
  run(at: number): void
}

function firstBefore(agenda: readonly Appointment[], before: number): Appointment | undefined {
  return agenda.filter(({ at }) => at < before).sort((a, b) => a.at - b.at)[0]
}

/** Most customers are rather trusting, a fifth are sceptics, and some trust nearly blindly. */
function levelOf(draws: Draws): number {
  const kind = draws.between(0, 1)
  if (kind < 0.2) return draws.normal(-0.8, 0.6)
  return kind < 0.9 ? draws.normal(0.7, 0.6) : draws.normal(2, 0.5)
}

function odds(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds))
}

interface Draws {
  between(low: number, high: number): number
  chance(probability: number): boolean
  normal(mean: number, deviation: number): number
}

function drawsOf(random: () => number): Draws {
  return {
    between: (low, high) => low + (high - low) * random(),
    chance: (probability) => random() < probability,
    // Box and Muller (1958); the logarithm of 0 is none.
    normal: (mean, deviation) =>
      mean + deviation * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
  }
}
