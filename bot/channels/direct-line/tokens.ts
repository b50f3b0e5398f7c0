import { createHmac, timingSafeEqual } from 'node:crypto'
import { errors, jwtVerify, SignJWT } from 'jose'
import { CandorError, type Clock } from '../../../domain/index.ts'

/** Lifetimes in seconds. */
export const TOKEN_SECONDS = 30 * 60
const STREAM_SECONDS = 60
const CUSTOMER_KEY_SECONDS = 365 * 24 * 3600

const MAC_LENGTH = 12

/** What a token is for; each kind is refused where another is wanted. */
type Use = 'conversation' | 'stream' | 'customer'

/** Whom a token speaks for, and in which conversation. */
export interface Bound {
  userId: string
  conversationId: string
}

/**
 * Signs and checks everything a Direct Line client carries: HS256 JWT (RFC 7519) and conversation ids
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
  const key = new TextEncoder().encode(secret)

  function sign(use: Use, claims: Record<string, string>, seconds: number): Promise<string> {
    const now = Math.floor(clock.now() / 1000)
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256' })
      .setAudience(use)
      .setIssuedAt(now)
      .setExpirationTime(now + seconds)
      .sign(key)
  }

  async function verify(use: Use, token: string, claims: string[]): Promise<Record<string, string>> {
    try {
      const { payload } = await jwtVerify(token, key, {
        algorithms: ['HS256'],
        audience: use,
        currentDate: new Date(clock.now()),
        requiredClaims: ['exp', ...claims],
      })
      return Object.fromEntries(claims.map((name) => [name, String(payload[name])]))
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw new CandorError('TOKEN_EXPIRED')
      throw new CandorError(
        'TOKEN_INVALID',
        { problem: 'it was not signed here, or for another use' },
        { cause: error },
      )
    }
  }

  async function verifyBound(use: Use, token: string): Promise<Bound> {
    const { user = '', conv = '' } = await verify(use, token, ['user', 'conv'])
    return { userId: user, conversationId: conv }
  }

  const mac = (part: string) =>
    createHmac('sha256', key).update(`conversation:${part}`).digest('base64url').slice(0, MAC_LENGTH)

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
