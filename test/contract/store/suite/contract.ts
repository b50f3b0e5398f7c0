import { agentChatContract } from './agent-chats.ts'
import { candidateContract } from './candidates.ts'
import { commitContract } from './commit.ts'
import { episodeContract } from './episodes.ts'
import { escalationContract } from './escalations.ts'
import { fileContract } from './files.ts'
import { gapReportContract } from './gap-report.ts'
import { glanceContract } from './glances.ts'
import { handoverContract } from './handovers.ts'
import { helpContract } from './help.ts'
import { labelContract } from './labels.ts'
import { learningReportContract } from './learning-report.ts'
import { modelContract } from './models.ts'
import { noteContract } from './notes.ts'
import { outboxContract } from './outbox.ts'
import { peopleContract } from './people.ts'
import { promiseContract } from './promises.ts'
import { raceContract } from './races.ts'
import { readContract } from './reads.ts'
import { recordContract } from './records.ts'
import { reportContract } from './reports.ts'
import { servedContract } from './served.ts'
import { servedByBotContract } from './served-by-bot.ts'
import type { EmptyStore } from './suite.ts'
import { textContract } from './texts.ts'
import { turnContract } from './turns.ts'

/** What every store must do, whatever it is built on. */
export function storeContract(emptyStore: EmptyStore): void {
  commitContract(emptyStore)
  raceContract(emptyStore)
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
  readContract(emptyStore)
  glanceContract(emptyStore)
  agentChatContract(emptyStore)
  modelContract(emptyStore)
  recordContract(emptyStore)
  reportContract(emptyStore)
  servedContract(emptyStore)
  servedByBotContract(emptyStore)
  turnContract(emptyStore)
  gapReportContract(emptyStore)
  learningReportContract(emptyStore)
}
