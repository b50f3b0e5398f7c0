import type { Clock, KnowledgePack } from '../../../domain/index.ts'
import type { Store } from '../../../store/index.ts'
import type { Presences } from '../../escalation/presence.ts'
import { repliesOf } from '../../help/index.ts'
import type { ReadMarks, TypingSignals } from '../../live/index.ts'
import type { Policy } from '../../policy/index.ts'
import type { Hearing } from '../../promises/index.ts'
import type { ConversationService } from '../../turn/conversation-service.ts'
import type { Mind } from '../../turn/mind.ts'
import type { ServerLog } from '../error-reply.ts'
import type { Route } from '../route.ts'
import { deskRoutes } from '../routes/desk.ts'
import { deskFileRoutes } from '../routes/desk-files.ts'
import { deskHelpRoutes } from '../routes/desk-help.ts'
import { deskPromiseRoutes } from '../routes/desk-promises.ts'
import { deskRoutingRoutes } from '../routes/desk-routing.ts'
import { teamsLinkRoute } from '../routes/teams-link.ts'
import type { Guard } from '../session/guard.ts'
import { type LiveDesk, liveDesk } from './live-desk.ts'
import { promiseProposals } from './promise-proposals.ts'
import { promiseReader } from './promise-reader.ts'
import { deskReader } from './read-desk.ts'
import { helpReader } from './read-help.ts'

export interface DeskOptions {
  guard: Guard
  store: Store
  conversations: ConversationService
  presences: Presences
  typing: TypingSignals
  reads: ReadMarks
  heard: Hearing
  pack(): KnowledgePack
  mind(): Mind
  policy: Pick<Policy, 'queues' | 'hours' | 'routing'>
  clock: Clock
  log: ServerLog
}

/** Everything behind /api/desk: what it answers, and what it tells open desks by itself. */
export function desk(options: DeskOptions): { routes: Route[]; live: LiveDesk } {
  const { guard, store, conversations, presences, typing, reads, heard, pack, mind, policy, clock, log } = options
  const reader = deskReader(store, conversations, pack, mind, policy, clock)
  return {
    routes: [
      ...deskRoutes(guard, reader, conversations, pack, presences),
      ...deskRoutingRoutes(guard, conversations, presences),
      ...deskFileRoutes(guard, reader, conversations, store),
      ...deskPromiseRoutes({
        guard,
        reader: promiseReader(store, clock),
        promises: conversations,
        heard,
        propose: promiseProposals(store, mind, clock, heard),
      }),
      ...deskHelpRoutes(guard, helpReader(store, mind), (agent) => repliesOf(pack(), agent)),
      teamsLinkRoute(guard, store, clock),
    ],
    live: liveDesk({ guard, store, conversations, reader, typing, reads, presence: presences, log }),
  }
}
