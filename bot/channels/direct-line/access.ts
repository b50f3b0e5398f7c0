import { createHash, timingSafeEqual } from 'node:crypto'
import { CandorError, type Conversation } from '../../../domain/index.ts'
import type { Store } from '../../../store/index.ts'
import type { Bound, DirectLineTokens } from './tokens.ts'

/** Who asks: a customer with a token for one conversation, or the company's own server with the Direct Line secret. */
export type Credentials = { kind: 'token'; bound: Bound } | { kind: 'secret' }

/** A conversation that the caller may use. `conversation` is absent while nothing has been written in it. */
export interface Access {
  conversationId: string
  /** Absent for the secret in a conversation without messages: the first message names the customer. */
  userId?: string
  conversation?: Conversation
}

export interface DirectLineGate {
  /** @throws CandorError TOKEN_MISSING, TOKEN_INVALID, TOKEN_EXPIRED */
  credentials(authorization: string | undefined): Promise<Credentials>
  /** @throws CandorError TOKEN_INVALID for somebody else's conversation, CONVERSATION_UNKNOWN (with the secret) */
  enter(credentials: Credentials, conversationId: string): Promise<Access>
}

/** @param secret the Direct Line secret; undefined: tokens only */
export function directLineGate(
  store: Pick<Store, 'conversations'>,
  tokens: DirectLineTokens,
  secret: string | undefined,
): DirectLineGate {
  return {
    async credentials(authorization) {
      const bearer = /^Bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1]
      if (bearer === undefined) throw new CandorError('TOKEN_MISSING')
      if (secret !== undefined && sameText(bearer, secret)) return { kind: 'secret' }
      return { kind: 'token', bound: await tokens.verifyConversation(bearer) }
    },

    async enter(credentials, conversationId) {
      if (credentials.kind === 'token' && credentials.bound.conversationId !== conversationId) {
        throw new CandorError('TOKEN_INVALID', { problem: 'it belongs to another conversation' })
      }
      const conversation = await store.conversations.get(conversationId)
      if (credentials.kind === 'token') {
        const { userId } = credentials.bound
        // Two customers can hold a token for a conversation nobody has written in; the first message decides whose it is.
        if (conversation && conversation.customerId !== userId) {
          throw new CandorError('TOKEN_INVALID', { problem: 'the conversation belongs to another customer' })
        }
        return { conversationId, userId, ...(conversation && { conversation }) }
      }
      if (conversation?.channel === 'web') return { conversationId, userId: conversation.customerId, conversation }
      if (conversation || !tokens.isConversationId(conversationId)) {
        throw new CandorError('CONVERSATION_UNKNOWN', { id: conversationId.slice(0, 100) })
      }
      return { conversationId }
    },
  }
}

function sameText(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(one), digest(other))
}
