import { type Agent, HOUR_MS, type Language } from '../../../domain/index.ts'
import type { AgentChat } from '../../../store/index.ts'
import { type BotActivity, customerIdOf } from '../bot-framework/from-activity.ts'
import { localeHint } from '../locale-hint.ts'
import { readCardAction } from './card-action.ts'
import { type Command, readCommand } from './command.ts'
import { type AgentChatAnswer, type AgentChatsOptions, customerActs } from './customer-acts.ts'
import { linkCodeHash } from './link-code.ts'
import { languageOf } from './read-thread.ts'
import { WORDS } from './words.ts'

export interface AgentChats {
  /**
   * Takes what was written or pressed in a chat in which agents work, or what makes a chat one.
   * @param text without the mention of the bot
   * @param reference how to write there later, JSON
   * @returns undefined for everything else: then it is a customer's
   */
  take(activity: BotActivity, text: string, reference: string): Promise<AgentChatAnswer | undefined>
}

/** A working day: nobody remembers to say that they go home. */
const PRESENCE_MS = 12 * HOUR_MS

/** Agents who work from Teams: linking, commands, buttons, and their words to customers. */
export function agentChats(options: AgentChatsOptions): AgentChats {
  const { store, presences, clock } = options
  const acts = customerActs(options)

  async function link(code: string, activity: BotActivity, reference: string): Promise<string> {
    const kind = kindOf(activity)
    const hint = localeHint(activity.locale ?? undefined) ?? 'en'
    if (kind === undefined) return WORDS[hint].notHere
    const agentId = await store.agentChats.useLink(linkCodeHash(code), clock.now())
    const agent = agentId === undefined ? undefined : await store.people.get(agentId)
    if (!agent) return WORDS[hint].codeInvalid
    await store.agentChats.put({
      key: keyOf(activity),
      kind,
      agentId: agent.id,
      userId: customerIdOf(activity),
      reference,
      linkedAt: clock.now(),
    })
    return WORDS[languageOf(agent)].linked[kind]
  }

  async function obey(
    command: Exclude<Command, { kind: 'link' }>,
    chat: AgentChat,
    agent: Agent,
    activity: BotActivity,
    language: Language,
  ): Promise<AgentChatAnswer> {
    const words = WORDS[language]
    switch (command.kind) {
      case 'unlink':
        await store.agentChats.remove(chat.key)
        return { replies: [words.unlinked] }
      case 'available':
      case 'away':
        await presences.choose(agent.id, command.kind === 'available', PRESENCE_MS)
        return { replies: [words[command.kind]] }
      case 'help':
        return { replies: [words.help[chat.kind]] }
      case 'resolve':
      case 'return':
        return acts.end(command, chat, agent, activity)
      default:
        return command satisfies never
    }
  }

  return {
    async take(activity, text, reference) {
      if (activity.channelId !== 'msteams') return undefined
      const command = readCommand(text)
      if (command?.kind === 'link') return { replies: [await link(command.code, activity, reference)] }
      const chat = await store.agentChats.get(keyOf(activity))
      if (!chat) return undefined
      const own = chat.kind === 'personal' ? chat : await store.agentChats.personalOf(customerIdOf(activity))
      const agent = own && (await store.people.get(own.agentId))
      const language = languageOf(agent)
      const action = readCardAction(activity.value)
      if (!agent) {
        const isForBot = action !== undefined || command !== undefined || (await acts.isThread(activity))
        const hint = localeHint(activity.locale ?? undefined) ?? 'en'
        return { replies: isForBot ? [WORDS[hint].linkFirst] : [] }
      }
      if (action) return acts.press(action, chat, agent)
      if (command) return obey(command, chat, agent, activity, language)
      return acts.say(text.trim(), chat, agent, activity)
    },
  }
}

/** Teams names a thread of a channel by a suffix; the chat is the same. */
function keyOf({ conversation }: BotActivity): string {
  return conversation.id.replace(/;messageid=.*$/, '')
}

function kindOf({ conversation }: BotActivity): AgentChat['kind'] | undefined {
  if (conversation.conversationType === 'channel') return 'channel'
  return conversation.isGroup || conversation.conversationType === 'groupChat' ? undefined : 'personal'
}
