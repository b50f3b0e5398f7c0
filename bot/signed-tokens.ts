import { errors, jwtVerify, SignJWT } from 'jose'
import type { Clock } from '../domain/index.ts'

/** What a token is for; each kind is refused where another is wanted. */
export type TokenUse = 'conversation' | 'stream' | 'customer' | 'file' | 'survey'

export type TokenProblem = 'expired' | 'not-ours'

export interface SignedTokens {
  sign(use: TokenUse, claims: Record<string, string>, seconds: number): Promise<string>
  /** @returns the named claims, or what is wrong with the token */
  verify(use: TokenUse, token: string, claims: string[]): Promise<Record<string, string> | TokenProblem>
}

/**
 * HS256 JWT (RFC 7519), signed and checked here.
 * @param secret the signing key, at least 32 characters
 */
export function signedTokens(secret: string, clock: Clock): SignedTokens {
  const key = new TextEncoder().encode(secret)
  return {
    sign(use, claims, seconds) {
      const now = Math.floor(clock.now() / 1000)
      return new SignJWT(claims)
        .setProtectedHeader({ alg: 'HS256' })
        .setAudience(use)
        .setIssuedAt(now)
        .setExpirationTime(now + seconds)
        .sign(key)
    },
    async verify(use, token, claims) {
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: ['HS256'],
          audience: use,
          currentDate: new Date(clock.now()),
          requiredClaims: ['exp', ...claims],
        })
        return Object.fromEntries(claims.map((name) => [name, String(payload[name])]))
      } catch (error) {
        return error instanceof errors.JWTExpired ? 'expired' : 'not-ours'
      }
    },
  }
}
