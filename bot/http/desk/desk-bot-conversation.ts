import { bothLanguages, type KnowledgePack } from '../../../domain/index.ts'
import type { ServedByBot } from '../../../store/index.ts'
import { customerName } from '../../escalation/customer-name.ts'
import type { DeskBotConversation } from '../api.ts'

/** Somebody whom the bot serves now. */
export function deskBotConversation(
  { conversation, customerName: name, lastTurn, lastText }: ServedByBot,
  pack: KnowledgePack,
): DeskBotConversation {
  const { id, customerId, language, channel, updatedAt } = conversation
  const leading = lastTurn.deliberation?.leading?.need
  const need = pack.needs.find((one) => one.name === leading)
  return {
    conversationId: id,
    customerName: customerName(name, customerId),
    language,
    channel,
    gap: lastTurn.gap.value,
    gapReasons: lastTurn.gap.reasons,
    ...(need && { need: bothLanguages(need.title) }),
    lastText,
    at: updatedAt,
  }
}
