import { createHmac, timingSafeEqual } from 'node:crypto'
import { CandorError, type Clock } from '../../../domain/index.ts'
import { signedTokens, type TokenUse } from '../../signed-tokens.ts'

/** Lifetimes in seconds. */
export const TOKEN_SECONDS = 30 * 60
const STREAM_SECONDS = 60
const CUSTOMER_KEY_SECONDS = 365 * 24 * 3600

const MAC_LENGTH = 12

/** Whom a token speaks for, and in which conversation. */
export interface Bound {
  userId: string
  conversationId: string
}

/**
 * Signs and checks everything a Direct Line client carries: tokens and conversation ids
 * that show they were handed out here, so that nothing need be stored before the first message.
 */
export interface DirectLineTokens {
  newConversationId(): string
  newUserId(): string
  isConversationId(id: string): boolean
  /** For `Authorization: Bearer`, 30 minutes. */
  conversationToken(bound: Bound): Promise<string>
  /** For the query of a streamUrl, one minute: addresses end up in logs. */
  streamToken(bound: Bound): Promise<string>
  /** Shows later that this is the same customer, one year. */
  customerKey(userId: string): Promise<string>
  /** @throws CandorError TOKEN_INVALID, TOKEN_EXPIRED */
  verifyConversation(token: string): Promise<Bound>
  /** @throws CandorError TOKEN_INVALID, TOKEN_EXPIRED */
  verifyStream(token: string): Promise<Bound>
  /** @returns the customer's id. @throws CandorError TOKEN_INVALID, TOKEN_EXPIRED */
  verifyCustomerKey(key: string): Promise<string>
}

/**
 * @param secret the signing key, at least 32 characters
 * @param newId unguessable text of letters, digits, `-` and `_`
 */
export function directLineTokens(secret: string, clock: Clock, newId: () => string): DirectLineTokens {
  const { sign, verify: read } = signedTokens(secret, clock)

  async function verify(use: TokenUse, token: string, claims: string[]): Promise<Record<string, string>> {
    const found = await read(use, token, claims)
    if (found === 'expired') throw new CandorError('TOKEN_EXPIRED')
    if (found === 'not-ours') {
      throw new CandorError('TOKEN_INVALID', { problem: 'it was not signed here, or for another use' })
    }
    return found
  }

  async function verifyBound(use: TokenUse, token: string): Promise<Bound> {
    const { user = '', conv = '' } = await verify(use, token, ['user', 'conv'])
    return { userId: user, conversationId: conv }
  }

  const mac = (part: string) =>
    createHmac('sha256', secret).update(`conversation:${part}`).digest('base64url').slice(0, MAC_LENGTH)

  return {
    newConversationId() {
      const part = newId()
      return `${part}${mac(part)}`
    },
    newUserId: () => `dl_${newId()}`,
    isConversationId(id) {
      const part = id.slice(0, -MAC_LENGTH)
      const given = Buffer.from(id.slice(-MAC_LENGTH))
      const wanted = Buffer.from(mac(part))
      return part.length > 0 && given.length === wanted.length && timingSafeEqual(given, wanted)
    },
    // The claim is called `user` because the official client reads it under that name.
    conversationToken: (bound) =>
      sign('conversation', { user: bound.userId, conv: bound.conversationId }, TOKEN_SECONDS),
    streamToken: (bound) => sign('stream', { user: bound.userId, conv: bound.conversationId }, STREAM_SECONDS),
    customerKey: (userId) => sign('customer', { user: userId }, CUSTOMER_KEY_SECONDS),
    verifyConversation: (token) => verifyBound('conversation', token),
    verifyStream: (token) => verifyBound('stream', token),
    verifyCustomerKey: async (token) => (await verify('customer', token, ['user'])).user ?? '',
  }
}
