import { agentChatContract } from './agent-chats.ts'
import { candidateContract } from './candidates.ts'
import { commitContract } from './commit.ts'
import { episodeContract } from './episodes.ts'
import { escalationContract } from './escalations.ts'
import { fileContract } from './files.ts'
import { gapReportContract } from './gap-report.ts'
import { glanceContract } from './glances.ts'
import { goodwillContract } from './goodwill.ts'
import { handoverContract } from './handovers.ts'
import { helpContract } from './help.ts'
import { labelContract } from './labels.ts'
import { learningReportContract } from './learning-report.ts'
import { modelContract } from './models.ts'
import { noteContract } from './notes.ts'
import { outboxContract } from './outbox.ts'
import { peopleContract } from './people.ts'
import { promiseVerdictContract } from './promise-verdicts.ts'
import { promiseContract } from './promises.ts'
import { raceContract } from './races.ts'
import { readContract } from './reads.ts'
import { recordContract } from './records.ts'
import { releaseContract } from './releases.ts'
import { reportContract } from './reports.ts'
import { servedContract } from './served.ts'
import { servedByBotContract } from './served-by-bot.ts'
import type { EmptyStore } from './suite.ts'
import { surveyReportContract } from './survey-report.ts'
import { surveyContract } from './surveys.ts'
import { textContract } from './texts.ts'
import { trustGroupContract } from './trust-groups.ts'
import { trustHistoryContract } from './trust-history.ts'
import { turnContract } from './turns.ts'

/** What every store must do, whatever it is built on. */
export function storeContract(emptyStore: EmptyStore): void {
  commitContract(emptyStore)
  raceContract(emptyStore)
  surveyContract(emptyStore)
  textContract(emptyStore)
  escalationContract(emptyStore)
  episodeContract(emptyStore)
  handoverContract(emptyStore)
  helpContract(emptyStore)
  labelContract(emptyStore)
  candidateContract(emptyStore)
  noteContract(emptyStore)
  outboxContract(emptyStore)
  fileContract(emptyStore)
  peopleContract(emptyStore)
  promiseContract(emptyStore)
  promiseVerdictContract(emptyStore)
  goodwillContract(emptyStore)
  readContract(emptyStore)
  glanceContract(emptyStore)
  agentChatContract(emptyStore)
  modelContract(emptyStore)
  recordContract(emptyStore)
  reportContract(emptyStore)
  releaseContract(emptyStore)
  servedContract(emptyStore)
  servedByBotContract(emptyStore)
  turnContract(emptyStore)
  gapReportContract(emptyStore)
  learningReportContract(emptyStore)
  surveyReportContract(emptyStore)
  trustGroupContract(emptyStore)
  trustHistoryContract(emptyStore)
}
