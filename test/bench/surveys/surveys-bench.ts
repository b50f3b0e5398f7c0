import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { Command } from 'commander'
import { type AskedItem, type FormAnswer, questionQuality, readSatisfaction } from '../../../analytics/index.ts'
import { buildSatisfactionReport } from '../../../bot/report/satisfaction/satisfaction-report.ts'
import { createStore } from '../../../store/create-store.ts'
import { openStore, type Store } from '../../../store/index.ts'
import { openSqlite } from '../../../store/sqlite/open-sqlite.ts'
import { change, committed, conversation, DAY, START } from '../../contract/store/sample.ts'
import { seeded } from '../../support/seeded.ts'
import {
  ANSWERS_BY_ANGER,
  ANSWERS_BY_CHANCE,
  ANSWERS_BY_GAP,
  type SurveyedWorld,
  simulateSurveys,
} from '../../support/simulated-surveys.ts'

const COMPANIES = 1_000
const SURVEYS_EACH = 2_000
const FORMS = 1_000
const ANSWERS_EACH = 400
const STORED = 200_000

/** `bench surveys`: the three readings in simulated companies whose truth is known, false alarms on questions, and a large report. */
export function surveysBenchCommand(): Command {
  return new Command('surveys')
    .description('satisfaction read in three ways where the truth is known; false alarms on questions; a large report')
    .option('--json', 'print one JSON object as the last line')
    .action(async (options: { json?: true }) => {
      const worlds = { byGap: ANSWERS_BY_GAP, byAnger: ANSWERS_BY_ANGER, byChance: ANSWERS_BY_CHANCE }
      const found = {
        companies: COMPANIES,
        ...Object.fromEntries(Object.entries(worlds).map(([name, world]) => [name, readingsIn(world)])),
        questions: {
          forms: FORMS,
          understoodFlagged: flaggedShare(0),
          misreadFlagged: flaggedShare(1),
          onlyThatOne: flaggedShare(1, true),
        },
        report: await largeReport(),
      }
      console.log(options.json ? JSON.stringify(found) : JSON.stringify(found, undefined, 2))
    })
}

function readingsIn(world: SurveyedWorld) {
  const draw = seeded(1)
  const sums = { observedError: 0, weightedError: 0, nearer: 0, observedHolds: 0, weightedHolds: 0, boundsHold: 0 }
  for (let i = 0; i < COMPANIES; i++) {
    const { cells, truth } = simulateSurveys(world, SURVEYS_EACH, draw)
    const { observed, bounds, weighted } = readSatisfaction(cells)
    if (weighted.kind !== 'known' || observed.value === null || !bounds) throw new TypeError('too few')
    const errors = [Math.abs(observed.value - truth), Math.abs(weighted.value - truth)] as const
    const holds = ({ low, high }: { low: number; high: number }) => Number(low <= truth && truth <= high)
    sums.observedError += errors[0]
    sums.weightedError += errors[1]
    sums.nearer += Number(errors[1] < errors[0])
    sums.observedHolds += holds(observed)
    sums.weightedHolds += holds(weighted)
    sums.boundsHold += holds(bounds)
  }
  return Object.fromEntries(Object.entries(sums).map(([name, sum]) => [name, round(sum / COMPANIES)]))
}

const ITEMS = ['clear', 'quick', 'fitting', 'whole'].map((name): AskedItem => ({ name, kind: 'scale', from: 1, to: 7 }))

/**
 * Share of forms with a question flagged, where customers of one language are more content.
 * @param shift points by which customers of one language misread the second question
 */
function flaggedShare(shift: number, only = false): number {
  const draw = seeded(2)
  let flagged = 0
  for (let form = 0; form < FORMS; form++) {
    const answers = Array.from({ length: ANSWERS_EACH }, (_, i): FormAnswer => {
      const language = i % 3 === 0 ? 'zh' : 'en'
      const content = draw() + draw() - 1 + (language === 'zh' ? 0.4 : 0)
      const score = (misread: number) =>
        Math.max(1, Math.min(7, Math.round(4 + 2 * content + 1.5 * (draw() + draw() - 1) - misread)))
      const values = ITEMS.map(({ name }, place) => [name, score(place === 1 && language === 'zh' ? shift : 0)])
      return { language, answerMs: 0, values: Object.fromEntries(values) as Record<string, number> }
    })
    const names = questionQuality(ITEMS, answers).items.filter(({ flags }) => flags.length > 0)
    flagged += Number(only ? names.length === 1 && names[0]?.name === 'quick' : names.length > 0)
  }
  return round(flagged / FORMS)
}

/** The whole report over a year of surveys in SQLite: read by the thread that asks for it, and as the store reads it. */
async function largeReport() {
  const folder = mkdtempSync(join(tmpdir(), 'candor-surveys-bench-'))
  const file = join(folder, 'candor.db')
  try {
    const store = await openStore(file)
    await committed(store, change(conversation({ id: 'c' })))
    fill(file)
    const database = openSqlite(file)
    const inItself = await createStore({ ...database, reports: database.db })
    const found = { onTheThread: await reportOn(inItself), besideIt: await reportOn(store) }
    await inItself.close()
    await store.close()
    return found
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Milliseconds: of the processor (the machine may have more to do), of it on this thread, and the longest time this thread was held up. */
async function reportOn(store: Store) {
  const year = { from: '2026-01-01', to: '2026-12-31' }
  const pauses = monitorEventLoopDelay({ resolution: 5 })
  pauses.enable()
  // A pause is the time between two beats.
  await setTimeout(20)
  const [all, own] = [process.cpuUsage(), process.threadCpuUsage()]
  const { sent } = await buildSatisfactionReport(store, { timeZone: 'UTC', needs: [] }, year, START)
  const [allSpent, ownSpent] = [process.cpuUsage(all), process.threadCpuUsage(own)]
  await setTimeout(20)
  pauses.disable()
  return {
    surveys: sent,
    cpuMs: milliseconds(allSpent),
    ownCpuMs: milliseconds(ownSpent),
    heldUpMs: Math.round(pauses.max / 1e6),
  }
}

function milliseconds({ user, system }: NodeJS.CpuUsage): number {
  return Math.round((user + system) / 1000)
}

/** Straight into the tables: through the store each would be a commit of its own. */
function fill(file: string): void {
  const connection = new Sqlite(file)
  const draw = seeded(3)
  const survey = connection.prepare(`insert into surveys
    (id, conversation_id, customer_id, channel, language, sent_at, expires_at, form, about, need, gap, customer_messages)
    values (?, 'c', 'anna', ?, ?, ?, ?, 'csat', ?, ?, ?, ?)`)
  const response = connection.prepare('insert into responses (survey_id, at, first_at, rating) values (?, ?, ?, ?)')
  connection.transaction(() => {
    for (let i = 0; i < STORED; i++) {
      const sentAt = START - Math.floor(draw() * 300 * DAY)
      const about =
        i % 4 === 0
          ? { kind: 'agent', agentId: `agent-${i % 40}`, escalationId: `e-${i}` }
          : { kind: 'bot', modelId: `intents-${i % 9}`, answer: { need: `need-${i % 60}` } }
      const channel = i % 5 === 0 ? 'teams' : 'web'
      const language = i % 3 === 0 ? 'zh' : 'en'
      const id = `s-${i}`
      survey.run(
        ...[id, channel, language, sentAt, sentAt + 7 * DAY, JSON.stringify(about), `need-${i % 60}`],
        ...[draw(), 1 + Math.floor(6 * draw())],
      )
      if (draw() < 0.4) response.run(id, sentAt + 1, sentAt + 1, 1 + Math.floor(5 * draw()))
    }
  })()
  connection.close()
}

function round(value: number): number {
  return Number(value.toFixed(4))
}
