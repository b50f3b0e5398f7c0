import { agentChatContract } from './agent-chats.ts'
import { commitContract } from './commit.ts'
import { episodeContract } from './episodes.ts'
import { escalationContract } from './escalations.ts'
import { gapReportContract } from './gap-report.ts'
import { labelContract } from './labels.ts'
import { outboxContract } from './outbox.ts'
import { peopleContract } from './people.ts'
import { raceContract } from './races.ts'
import { recordContract } from './records.ts'
import { reportContract } from './reports.ts'
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
  labelContract(emptyStore)
  outboxContract(emptyStore)
  peopleContract(emptyStore)
  agentChatContract(emptyStore)
  recordContract(emptyStore)
  reportContract(emptyStore)
  turnContract(emptyStore)
  gapReportContract(emptyStore)
}
