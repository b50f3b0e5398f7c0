import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { absenceOf, type Staff } from '../../../../bot/escalation/absence-of.ts'
import { addOpenTime } from '../../../../bot/hours/index.ts'
import { hoursOf, parsePolicy } from '../../../../bot/policy/index.ts'
import { type Agent, type Language, ROLES } from '../../../../domain/index.ts'

/** A Monday, 10:00 UTC. */
const MONDAY = Date.UTC(2026, 10, 23, 10)
const HOUR = 3_600_000

const policy = parsePolicy(
  `
hours:
  week: { mon: ['09:00-18:00'], tue: ['09:00-18:00'] }
  holidays: []
  answerWithinHours: 6
queues:
  - { name: general, title: { en: General, zh: 综合 }, needs: [] }
  - name: nights
    title: { en: Nights, zh: 夜间 }
    needs: []
    hours: { timeZone: Asia/Shanghai, week: { mon: ['22:00-02:00'] }, holidays: [] }
`,
  'policy.yaml',
)

function somebody(id: string, parts: Partial<Agent> = {}): Agent {
  const email = `${id}@shop.test`
  return { id, name: id, email, role: 'agent', languages: [], queues: [], capacity: 5, createdAt: 0, ...parts }
}

/** Everybody given, all of them at the desk. */
function staff(...people: Agent[]): Staff {
  const here = { available: true, until: MONDAY + 1, since: 0 }
  return { people, presences: people.map(({ id }) => ({ agentId: id, ...here })) }
}

const absence = (given: Staff, language: Language = 'en', queue = 'general', now = MONDAY) =>
  absenceOf(queue, language, given, policy, 'UTC', now)

describe('somebody who is handed over', () => {
  it('finds nobody outside the hours, whoever is at the desk, and learns when people are back', () => {
    expect(absence(staff(somebody('kim')), 'en', 'general', MONDAY - 2 * HOUR)).toEqual({ backAt: MONDAY - HOUR })
  })

  it('finds the hours of their own queue, by its own clock, past midnight', () => {
    const late = Date.UTC(2026, 10, 23, 17)
    expect(absence({ ...staff(somebody('kim')), presences: [] }, 'en', 'nights', late)).toEqual({})
    expect(absence(staff(somebody('kim')), 'en', 'nights', MONDAY)).toEqual({ backAt: Date.UTC(2026, 10, 23, 14) })
  })

  it('finds nobody within the hours while nobody is at the desk, and nobody knows until when', () => {
    const { people } = staff(somebody('kim'))
    expect(absence({ people, presences: [] })).toEqual({})
    const gone = { agentId: 'kim', available: true, until: MONDAY, since: 0 }
    expect(absence({ people, presences: [gone] })).toEqual({})
    expect(absence({ people, presences: [{ ...gone, until: MONDAY + 1 }] })).toBeUndefined()
    expect(absence({ people, presences: [{ ...gone, until: MONDAY + 1, available: false }] })).toEqual({})
    expect(absence({ people: [], presences: [] })).toEqual({})
  })

  it('finds an agent of their language and their queue, not a manager', () => {
    expect(absence(staff(somebody('kim', { role: 'manager' })))).toEqual({})
    expect(absence(staff(somebody('kim', { role: 'administrator' })))).toBeUndefined()
    const away = { ...somebody('zoe', { languages: ['zh'], queues: ['general'] }) }
    const { people, presences } = staff(somebody('kim', { languages: ['en'], queues: ['nights'] }))
    expect(absence({ people: [...people, away], presences }, 'zh')).toEqual({})
    expect(absence({ people: [...people, away], presences }, 'en')).toBeUndefined()
  })

  it('finds whoever is there when nobody of the whole staff has the language or the queue', () => {
    expect(absence(staff(somebody('kim', { languages: ['en'] })), 'zh')).toBeUndefined()
    expect(absence(staff(somebody('kim', { queues: ['nights'] })))).toBeUndefined()
  })

  it('finds somebody within the hours exactly when one of those who would be asked is there, for any staff', () => {
    const languages = fc.subarray<Language>(['en', 'zh'])
    const queues = fc.subarray(['general', 'nights'])
    const person = fc.record({ role: fc.constantFrom(...ROLES), languages, queues, there: fc.boolean() })
    fc.assert(
      fc.property(fc.array(person, { maxLength: 4 }), fc.constantFrom<Language>('en', 'zh'), (people, language) => {
        const all = people.map((parts, index) => ({ ...somebody(String(index), parts), there: parts.there }))
        const given = {
          people: all,
          presences: staff(...all).presences.filter(({ agentId }) => all[Number(agentId)]?.there),
        }
        const speaks = (each: Agent) => each.languages.length === 0 || each.languages.includes(language)
        const serves = (each: Agent) => each.queues.length === 0 || each.queues.includes('general')
        const agents = all.filter(({ role }) => role !== 'manager')
        // Both skills, else the language, else the queue, else anybody: the first kind of which the company has one.
        const wanted =
          [(each: Agent) => speaks(each) && serves(each), speaks, serves, () => true].find((kind) =>
            agents.some(kind),
          ) ?? (() => false)
        const found = agents.some((each) => wanted(each) && each.there)
        expect(absence(given, language)).toEqual(found ? undefined : {})
      }),
    )
  })
})

describe('the hours of a queue', () => {
  it('are the company’s where it has none of its own, and so is what is promised in them', () => {
    expect(hoursOf(policy, 'general')).toBe(policy.hours)
    expect(hoursOf(policy, 'gone')).toBe(policy.hours)
    expect(hoursOf(policy, 'nights')).toMatchObject({ timeZone: 'Asia/Shanghai', answerWithinHours: 6 })
  })

  it('are read by the company’s clock where the queue names no other', () => {
    const { queues } = policy
    const hours = { ...policy.hours, timeZone: 'Europe/Berlin' }
    expect(hoursOf({ queues, hours }, 'nights').timeZone).toBe('Asia/Shanghai')
    const plain = queues.map(({ hours: own, ...rest }) => ({
      ...rest,
      ...(own && { hours: { week: {}, holidays: [] } }),
    }))
    expect(hoursOf({ queues: plain, hours }, 'nights').timeZone).toBe('Europe/Berlin')
  })

  it('promise what the example in the guide says: Friday afternoon becomes Monday noon', () => {
    const guide = readFileSync(new URL('../../../../docs/absence.md', import.meta.url), 'utf8')
    const [, example = ''] = /```yaml\n([\s\S]+?)```/.exec(guide) ?? []
    const { hours, queues } = parsePolicy(example, 'docs/absence.md')
    const at = (text: string) => DateTime.fromISO(text, { zone: 'Europe/Berlin' }).toMillis()
    const due = addOpenTime(hours, 'UTC', at('2026-11-27T15:00'), hours.answerWithinHours * HOUR)
    expect(due).toBe(at('2026-11-30T12:00'))
    expect(hoursOf({ hours, queues }, 'emergencies')).toMatchObject({ timeZone: 'Europe/Berlin', answerWithinHours: 1 })
  })

  it('promise four open hours where the policy says nothing of it', () => {
    const { hours } = parsePolicy('hours: { week: {}, holidays: [] }', 'policy.yaml')
    expect(hours.answerWithinHours).toBe(4)
  })
})
