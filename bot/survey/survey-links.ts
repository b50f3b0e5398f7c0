import { CandorError, type Clock, DAY_MS, type Survey } from '../../domain/index.ts'
import { signedTokens } from '../signed-tokens.ts'

/** So long after a survey has expired its link still says that it has. */
const AFTERWARDS_MS = 30 * DAY_MS

/** Addresses under which whoever was sent a survey answers it, without any other credentials. */
export interface SurveyLinks {
  /** The address on this server, from the slash on. The token stands behind the `#`: no server ever logs it. */
  path(survey: Pick<Survey, 'id' | 'expiresAt'>): Promise<string>
  /** @returns the id of the survey. @throws CandorError SURVEY_LINK_INVALID */
  open(token: string): Promise<string>
}

/** @param secret the signing key, at least 32 characters */
export function surveyLinks(secret: string, clock: Clock): SurveyLinks {
  const tokens = signedTokens(secret, clock)
  return {
    async path({ id, expiresAt }) {
      const seconds = Math.max(0, Math.ceil((expiresAt + AFTERWARDS_MS - clock.now()) / 1000))
      return `/survey#${await tokens.sign('survey', { survey: id }, seconds)}`
    },
    async open(token) {
      const claims = await tokens.verify('survey', token, ['survey'])
      if (typeof claims === 'string') throw new CandorError('SURVEY_LINK_INVALID')
      return claims.survey ?? ''
    },
  }
}
