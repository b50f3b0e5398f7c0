import { agentChatStore } from './agent-chats.ts'
import { auditStore } from './audit.ts'
import { candidateStore } from './candidates.ts'
import { conversationStore } from './conversations.ts'
import { customerStore } from './customers.ts'
import type { Database } from './database.ts'
import { episodeStore } from './episodes.ts'
import { escalationStore } from './escalations.ts'
import { fileStore } from './files.ts'
import { goodwillStore } from './goodwill.ts'
import { labelStore } from './labels.ts'
import { migrate } from './migrate.ts'
import { modelStore } from './models.ts'
import { noteStore } from './notes.ts'
import { outboxStore } from './outbox.ts'
import { peopleStore } from './people.ts'
import { promiseVerdictStore } from './promise-verdicts.ts'
import { promiseStore } from './promises.ts'
import { readStore } from './reads.ts'
import { releaseStore } from './releases.ts'
import { gapReportStore } from './reports/gap-report-store.ts'
import { learningReportStore } from './reports/learning-report-store.ts'
import { reportStore } from './reports/reports.ts'
import { servedStore } from './reports/served-counts.ts'
import { surveyReportStore } from './reports/survey-report-store.ts'
import { trustGroupStore } from './reports/trust-group-store.ts'
import { trustHistoryStore } from './reports/trust-history-store.ts'
import { handoverStore } from './resolved-handovers.ts'
import { settingStore } from './settings.ts'
import type { Store } from './store.ts'
import { surveyStore } from './surveys.ts'
import { turnStore } from './turns.ts'

/**
 * The store on an open database, brought to the newest schema first.
 *
 * @throws CandorError DATABASE_NEWER
 */
export async function createStore(database: Database): Promise<Store> {
  await migrate(database)
  const beside = { ...database, db: database.reports }
  return {
    conversations: conversationStore(database),
    escalations: escalationStore(database),
    promises: promiseStore(database),
    promiseVerdicts: promiseVerdictStore(database),
    goodwill: goodwillStore(database),
    handovers: handoverStore(database),
    labels: labelStore(database),
    candidates: candidateStore(database),
    turns: turnStore(database),
    customers: customerStore(database),
    surveys: surveyStore(database),
    notes: noteStore(database),
    outbox: outboxStore(database),
    files: fileStore(database),
    people: peopleStore(database),
    reads: readStore(database),
    agentChats: agentChatStore(database),
    models: modelStore(database, 'models'),
    gapModels: modelStore(database, 'gap_models'),
    served: servedStore(beside),
    episodes: episodeStore(database),
    reports: reportStore(beside),
    gapReport: gapReportStore(beside),
    learningReport: learningReportStore(beside),
    surveyReport: surveyReportStore(beside),
    trustGroups: trustGroupStore(beside),
    trustHistory: trustHistoryStore(beside),
    releases: releaseStore(database),
    settings: settingStore(database),
    audit: auditStore(database),
    close: () => database.close(),
  }
}
