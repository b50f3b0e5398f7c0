import type { Store } from '../../../store/index.ts'
import type { TypingSignals } from '../../live/index.ts'
import type { CandorAdapter } from './candor-adapter.ts'
import { parseReference } from './conversation-reference.ts'

/**
 * Shows customers on Teams and other push channels that the agent is writing. Tried once: a moment later it is worth nothing.
 * @param onFailed told when the channel did not take it
 * @returns how to stop
 */
export function pushTyping(
  store: Pick<Store, 'conversations'>,
  adapter: Pick<CandorAdapter, 'push'>,
  typing: TypingSignals,
  onFailed: (error: unknown) => void,
): () => void {
  async function push(conversationId: string): Promise<void> {
    const reference = await store.conversations.channelReference(conversationId)
    if (reference !== undefined) await adapter.push(parseReference(reference), { type: 'typing' })
  }
  return typing.onTyping(({ conversationId, from }) => {
    if (from === 'agent') push(conversationId).catch(onFailed)
  })
}
