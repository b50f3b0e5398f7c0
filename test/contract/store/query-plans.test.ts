import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openStore, type Store, TRUST_GROUPINGS } from '../../../store/index.ts'
import { change, committed, conversation, DAY, message, opened, START, turn } from './sample.ts'

const SORTS_LAST =
  /history of a customer|by reason|by need|lists offered|no need covers|whom the bot serves|waiting escalations|may teach|by origin|ratings of what the bot|who answers|sorted for each/

/**
 * Every query that grows with the business must find its rows by an index, already in order.
 * What SQLite says it will do is read for the queries that the store really sends.
 */
describe('the queries of every day', () => {
  let store: Store
  let connection: Sqlite.Database
  const sent: string[] = []

  beforeAll(async () => {
    const prepare = Sqlite.prototype.prepare
    vi.spyOn(Sqlite.prototype, 'prepare').mockImplementation(function (this: Sqlite.Database, sql: string) {
      connection = this
      sent.push(sql)
      return prepare.call(this, sql)
    })
    store = await openStore(':memory:')
  })
  afterAll(async () => {
    vi.restoreAllMocks()
    await store.close()
  })

  async function plansOf(run: () => Promise<unknown>): Promise<string[]> {
    sent.length = 0
    await run()
    const queries = sent.filter((sql) => /^\s*(select|update|delete|with)/i.test(sql))
    expect(queries).not.toEqual([])
    return queries.flatMap((sql) => {
      const values = Array.from({ length: sql.split('?').length - 1 }, () => 1)
      const plan = connection.prepare<unknown[], { detail: string }>(`explain query plan ${sql}`).all(...values)
      return plan.map(({ detail }) => detail)
    })
  }

  const asked: [string, (store: Store) => Promise<unknown>][] = [
    ['a conversation', ({ conversations }) => conversations.get('c')],
    ['its messages', ({ conversations }) => conversations.messages('c', 0, 10)],
    ['its turns', ({ conversations }) => conversations.turns('c')],
    ['its events', ({ conversations }) => conversations.events('c')],
    ['its channel reference', ({ conversations }) => conversations.channelReference('c')],
    ['the message under a dedupe key', ({ conversations }) => conversations.duplicateOf('c', 'k')],
    ['idle conversations', ({ conversations }) => conversations.idle(START, 10)],
    ['whom the bot serves', ({ conversations }) => conversations.withBot(START, 10)],
    ['the notes of a conversation', ({ notes }) => notes.ofConversation('c')],
    ['the next turn to check', ({ labels }) => labels.nextToCheck({ from: START, to: START + DAY }, 'm')],
    ['the checks of a model', ({ labels }) => labels.checks('m', START)],
    ['how many checks a model has', ({ labels }) => labels.countChecks('m', START)],
    ['messages that may teach', ({ candidates }) => candidates.sources({ from: 0, to: 1 }, 10)],
    ['what was gathered, by origin', ({ candidates }) => candidates.gathered({ from: 0, to: 1 })],
    ['a candidate', ({ candidates }) => candidates.get('c')],
    ['pending candidates', ({ candidates }) => candidates.list({ state: 'pending' }, 10)],
    ['accepted candidates', ({ candidates }) => candidates.accepted()],
    [
      'rejected candidates of a language',
      ({ candidates }) => candidates.list({ state: 'rejected', language: 'zh' }, 10),
    ],
    ['a decision on a candidate', ({ candidates }) => candidates.decide('c', 1, { state: 'pending' })],
    ['an escalation', ({ escalations }) => escalations.get('e')],
    ['the waiting escalations', ({ escalations }) => escalations.waiting(10)],
    ['how many wait', ({ escalations }) => escalations.countWaiting()],
    ['the open escalations of an agent', ({ escalations }) => escalations.openOf('kim')],
    ['what a customer was asked last, sorted for each form', ({ surveys }) => surveys.lastAsked('anna')],
    ['how many messages a customer wrote', ({ surveys }) => surveys.customerMessages('c')],
    [
      'whom to remind of a survey, sorted for each',
      ({ surveys }) => surveys.toRemind({ now: START, sentBefore: START, quietSince: START }, 10),
    ],
    ['why nobody was asked, by reason', ({ surveys }) => surveys.notAsked({ from: 0, to: 1 }, 'web')],
    ['promises to be kept', ({ promises }) => promises.open(10)],
    ['a promise', ({ promises }) => promises.get('p')],
    ['promises to be reminded of', ({ promises }) => promises.toRemind(START, 10)],
    ['overdue promises', ({ promises }) => promises.overdue({ now: START, askedBefore: START, apologises: true }, 10)],
    ['the promises of a conversation', ({ promises }) => promises.ofConversation('c')],
    ['the promises to a customer', ({ promises }) => promises.ofCustomer('anna')],
    ['the treatments of a customer', ({ goodwill }) => goodwill.ofCustomer('anna')],
    ['what customers were given', ({ goodwill }) => goodwill.givenTo(['anna', 'ben'], START)],
    ['what goodwill has cost in the last months', ({ goodwill }) => goodwill.months(12)],
    ['what goodwill has cost in a month', ({ goodwill }) => goodwill.spent('2026-11')],
    ['the treatments of a month, by rule', ({ goodwill }) => goodwill.sums('2026-11')],
    ['the complaints of a customer', ({ goodwill }) => goodwill.complaints('anna', START, 2)],
    ['what became of those treated, sorted for each', ({ goodwill }) => goodwill.outcomes({ from: 0, to: 1 }, 30)],
    ['the ledgers of many', ({ goodwill }) => goodwill.ledgers(['anna', 'ben'])],
    ['customers of long standing, sorted for each', ({ goodwill }) => goodwill.longStanding(START, 3, '', 10)],
    ['what is open', ({ escalations }) => escalations.open(10)],
    ['conversations at a glance', ({ conversations }) => conversations.glances(['c', 'd'])],
    ['how far conversations have come', ({ conversations }) => conversations.versions(['c', 'd'])],
    ['up to where conversations were read', ({ reads }) => reads.ofConversations(['c', 'd'])],
    ['a customer', ({ customers }) => customers.get('anna')],
    ['the ledger of a customer', ({ customers }) => customers.trustEvents('anna')],
    ['the ledgers of all customers', ({ customers }) => customers.ledgers(10, 'anna')],
    ['what a customer was asked', ({ customers }) => customers.surveys('anna', 10)],
    ['whether an agent has served a customer', ({ customers }) => customers.hasServed('kim', 'anna')],
    ['handovers that ended well', ({ handovers }) => handovers.resolved('en', 10)],
    ['handovers that ended well with a need', ({ handovers }) => handovers.resolved('en', 10, 'refund')],
    ['the history of a customer', ({ customers }) => customers.ended('anna', 10)],
    ['a survey', ({ surveys }) => surveys.get('s')],
    ['its response', ({ surveys }) => surveys.responseTo('s')],
    ['the outbox', ({ outbox }) => outbox.due(START, 10)],
    ['a delivery', ({ outbox }) => outbox.delivered('m', START)],
    ['a failed delivery', ({ outbox }) => outbox.failed('m', START, 'x')],
    ['who is signed in', ({ people }) => people.sessionAgent('h', START)],
    ['an agent by e-mail', ({ people }) => people.byEmail('kim@shop.test')],
    ['the champion', ({ models }) => models.champion()],
    ['the gap model in force', ({ gapModels }) => gapModels.champion()],
    ['which gap model served when', ({ gapModels }) => gapModels.services()],
    ['a setting', ({ settings }) => settings.get('k')],
    ['the audit trail', ({ audit }) => audit.list(10)],
    ['what was done lately', ({ audit }) => audit.list(10, { action: 'answer.replaced', since: START })],
    ['handovers by need', ({ gapReport }) => gapReport.handovers({ from: 0, to: 1 })],
    ['verdicts by need', ({ gapReport }) => gapReport.verdicts({ from: 0, to: 1 })],
    ['ratings of what the bot did for a need', ({ gapReport }) => gapReport.botRatings({ from: 0, to: 1 }, 'refund')],
    ['the lists offered', ({ gapReport }) => gapReport.lists({ from: 0, to: 1 }, 10)],
    ['messages that no need covers', ({ gapReport }) => gapReport.uncovered({ from: 0, to: 1 }, 10)],
    ['who answers surveys, by need', ({ surveyReport }) => surveyReport.answering({ from: 0, to: 1 })],
    ['answers to a form, newest first', ({ surveyReport }) => surveyReport.answered('csat', { from: 0, to: 1 }, 10)],
    ['what was released', ({ releases }) => releases.latest(9)],
    ['what a release has cost', ({ releases }) => releases.spendOf('2026-10')],
    ['when what was released began and ended', ({ releases }) => releases.released()],
    ['what the quarter before had', ({ releases }) => releases.budgetBefore('2026-Q4')],
    ['what is left of a quarter', ({ releases }) => releases.budgetOf('2026-Q4')],
    ['escalations by reason', ({ reports }) => reports.escalationReasons({ from: 0, to: 1 })],
  ]
  test.each(asked)('find by an index: %s', async (what, ask) => {
    const plans = await plansOf(() => ask(store))
    expect(plans.filter((step) => /^SCAN \S+$/.test(step))).toEqual([])
    // Grouping sorts what it has grouped: a handful of reasons or needs. The newest of several channels are sorted, of one period.
    // So are the conversations of one customer, those of the last minutes that the bot serves, and whoever waits at this moment.
    if (!SORTS_LAST.test(what)) expect(plans.filter((step) => /TEMP B-TREE/.test(step))).toEqual([])
  })

  test('find by an index: recorded conversations, newest first', async () => {
    await committed(
      store,
      change(conversation({ id: 'r' }), { messages: [message('r1')], turn: turn('r1', { conversationId: 'r' }) }),
    )
    const plans = await plansOf(async () => {
      for await (const { turns } of store.turns.recorded({ from: 0, to: START + DAY })) expect(turns).toHaveLength(1)
    })
    expect(plans.filter((step) => /^SCAN /.test(step))).toEqual([])
    expect(plans).toContainEqual(
      expect.stringMatching(/^SEARCH turns USING INDEX turns_by_time \(channel=\? AND at>\? AND at<\?\)/),
    )
    // Only turns of the same moment are sorted.
    expect(plans.filter((step) => /TEMP B-TREE(?! FOR LAST TERM)/.test(step))).toEqual([])
  })

  test('find by an index: where candidates were seen, and what was said of them', async () => {
    const seen = { conversationId: 'seen', seq: 1, customerId: 'anna', at: START, origin: 'clarified' } as const
    const candidate = { ...seen, language: 'en', text: 'hm', key: 'hm' } as const
    const gathering = await plansOf(() => store.candidates.gather([candidate], () => 'candidate'))
    expect(gathering.filter((step) => /^SCAN |TEMP B-TREE/.test(step))).toEqual([])
    const plans = await plansOf(() => store.candidates.list({ state: 'pending' }, 10))
    expect(plans.filter((step) => /^SCAN /.test(step))).toEqual([])
    expect(plans.filter((step) => /TEMP B-TREE/.test(step))).toEqual([])
  })

  test('find by an index: the promises of weeks, by whose word they were', async () => {
    const weeks = [0, 1].map((from) => ({ from, to: from + 1 }))
    const plans = await plansOf(() => store.promises.counts(weeks, START))
    expect(plans).toContainEqual(expect.stringContaining('SEARCH promise USING INDEX promises_by_due'))
    // The weeks themselves are scanned: they come with the question.
    expect(plans.filter((step) => /^SCAN (?!listed$|\d+ CONSTANT)|AUTOMATIC/.test(step))).toEqual([])
  })

  test('find by an index: what public figures count', async () => {
    const plans = await plansOf(() => store.releases.counts({ from: 0, to: 1 }, 1))
    for (const index of [
      'promise USING INDEX promises_by_due',
      'escalation USING INDEX escalations_by_time',
      'ending USING COVERING INDEX conversation_events_by_time',
      'response USING INDEX responses_by_first',
    ]) {
      expect(plans).toContainEqual(expect.stringContaining(`SEARCH ${index}`))
    }
    // What was found of the period is numbered for each customer; that is scanned, no table.
    expect(plans.filter((step) => /^SCAN (?!of_customer$|\(subquery)/.test(step))).toEqual([])
    expect(plans.filter((step) => /AUTOMATIC/.test(step))).toEqual([])
  })

  test('find by an index: the newest pending candidates of each customer', async () => {
    const plans = await plansOf(() => store.candidates.list({ state: 'pending', perCustomer: 5 }, 10))
    // What was found is numbered and sorted for each customer; that is scanned, no table.
    expect(plans.filter((step) => /^SCAN (?!of_customer$|\(subquery)/.test(step))).toEqual([])
    expect(plans.filter((step) => /AUTOMATIC/.test(step))).toEqual([])
  })

  test.each([undefined, { endedAt: START, number: 1 }])(
    'read a page of ended episodes from the index of their ends, and what belongs to each by indexes',
    async (after) => {
      const plans = await plansOf(() => store.episodes.ended({ from: 0, to: START }, 10, after))
      expect(plans).toContainEqual(expect.stringMatching(/^SEARCH ending USING INDEX conversation_events_ended/))
      // The page itself is scanned and sorted: it is as long as it was asked for.
      expect(plans.filter((step) => /^SCAN (?!page$|episode$)/.test(step))).toEqual([])
      expect(plans.filter((step) => /TEMP B-TREE/.test(step)).length).toBeLessThanOrEqual(1)
      expect(plans.filter((step) => /AUTOMATIC/.test(step))).toEqual([])
    },
  )

  test('find by an index: what a commit changes', async () => {
    const plans = await plansOf(async () => {
      const parts = { dedupeKey: 'k', messages: [message('m1')], turn: turn('t1'), events: [opened] }
      const read = await committed(store, change(conversation(), parts))
      await committed(store, change(read, { dedupeKey: 'k2' }))
    })
    expect(plans.filter((step) => /^SCAN /.test(step))).toEqual([])
  })

  test('count the gap by need and by answer, and what models did, from the index alone', async () => {
    for (const ask of [store.gapReport.byNeed, store.gapReport.byAnswer, store.learningReport.service]) {
      const plans = await plansOf(() => ask({ from: 0, to: 1 }))
      const turns = plans.filter((step) => /\bturn\b/.test(step))
      expect(turns).not.toEqual([])
      for (const step of turns) expect(step).toContain('SEARCH turn USING COVERING INDEX turns_by_time')
    }
  })

  test('sum evidence of trust from the index of when, and find what was replaced by its own', async () => {
    for (const grouping of TRUST_GROUPINGS) {
      const plans = await plansOf(() => store.trustGroups.groups(grouping, { from: 0, to: 1 }))
      expect(plans).toContainEqual(expect.stringContaining('SEARCH event USING INDEX trust_events_by_time'))
      expect(plans).toContainEqual(expect.stringMatching(/SEARCH later USING INDEX \S+ \(replaces=\?\)/))
      expect(plans.filter((step) => /AUTOMATIC/.test(step))).toEqual([])
    }
  })

  test('count how a model served from the index on time, and what was said of it by the indexes of when', async () => {
    const plans = await plansOf(() => store.served.counts({ from: 0, to: 1 }))
    for (const index of ['turn USING COVERING INDEX turns_by_time', 'label USING INDEX turn_labels_by_time']) {
      expect(plans).toContainEqual(expect.stringContaining(`SEARCH ${index}`))
    }
    expect(plans).toContainEqual(expect.stringContaining('SEARCH survey USING INDEX surveys_by_time'))
    const turns = await plansOf(() => store.served.turns({ from: 0, to: 1 }, 50))
    expect(turns).toContainEqual(expect.stringContaining('SEARCH turn USING COVERING INDEX turns_by_time'))
  })

  test.each([undefined, 'web' as const])('find the lowest trust by indexes alone (channel: %s)', async (channel) => {
    const asked = { now: START, prior: { gain: 1, loss: 1 }, halfLifeDays: 60, newest: 100, limit: 10 }
    const plans = await plansOf(() => store.reports.lowestTrust({ from: 0, to: START }, asked, channel))
    expect(plans).toContainEqual(expect.stringContaining('SEARCH trust_events USING INDEX trust_events_by_time'))
    expect(plans).toContainEqual(
      expect.stringMatching(/^SEARCH event USING INDEX trust_events_in_order \(customer_id=\?/),
    )
    // Only what was found is gone through from end to end.
    expect(plans.filter((step) => /^SCAN (?!newest$|heard$)|AUTOMATIC/.test(step))).toEqual([])
  })

  test('sum a year of weeks of trust from the indexes on time', async () => {
    const weeks = Array.from({ length: 52 }, (_, week) => ({ from: 7 * week * DAY, to: 7 * (week + 1) * DAY }))
    for (const [ask, ...indexes] of [
      [
        store.trustHistory.evidence,
        'event USING INDEX trust_events_by_time',
        'later USING INDEX trust_events_replaced',
      ],
      [store.trustHistory.shown, 'turn USING COVERING INDEX turns_by_time'],
      [store.trustHistory.promised, 'promise USING INDEX promises_by_time', 'promise USING INDEX promises_by_due'],
    ] as const) {
      const plans = await plansOf(() => ask(weeks))
      for (const index of indexes) expect(plans).toContainEqual(expect.stringContaining(`SEARCH ${index}`))
      expect(plans.filter((step) => /AUTOMATIC/.test(step))).toEqual([])
    }
  })

  test('count labels and decisions of a year of weeks from the indexes alone', async () => {
    const weeks = Array.from({ length: 52 }, (_, week) => ({ from: 7 * week * DAY, to: 7 * (week + 1) * DAY }))
    const plans = await plansOf(() => store.learningReport.labels(weeks))
    expect(plans).toContainEqual(expect.stringContaining('SEARCH label USING COVERING INDEX turn_labels_by_time'))
    expect(await plansOf(() => store.learningReport.decided(weeks))).toContainEqual(
      expect.stringContaining('SEARCH candidate USING COVERING INDEX candidates_decided'),
    )
  })

  test.each([undefined, 'web' as const])('count the surveys of a year by one index (channel: %s)', async (channel) => {
    const weeks = Array.from({ length: 53 }, (_, week) => ({ from: week * 7 * DAY, to: (week + 1) * 7 * DAY }))
    const of = { now: START, ...(channel && { channel }) }
    const year = { from: 0, to: 365 * DAY }
    for (const ask of [() => store.surveyReport.counts(weeks, of), () => store.surveyReport.groups(year, of)]) {
      const plans = await plansOf(ask)
      expect(plans).toContainEqual(expect.stringMatching(/^SEARCH survey USING INDEX surveys_by_time/))
      // Only the list of weeks is gone through from end to end, and what was found.
      expect(plans.filter((step) => /^SCAN (?!listed$|alike$|53 CONSTANT)|AUTOMATIC/.test(step))).toEqual([])
    }
  })

  test.each([undefined, 'web' as const])('sum a year of days from the indexes alone (channel: %s)', async (channel) => {
    const days = Array.from({ length: 365 }, (_, day) => ({ from: day * DAY, to: (day + 1) * DAY }))
    const plans = await plansOf(() => store.reports.sums(days, channel))
    for (const table of ['event', 'turn', 'escalated']) {
      expect(plans).toContainEqual(expect.stringContaining(`SEARCH ${table} USING COVERING INDEX`))
    }
    // An index that SQLite builds for the one query costs more than the query.
    expect(plans.filter((step) => /AUTOMATIC/.test(step))).toEqual([])
  })
})
