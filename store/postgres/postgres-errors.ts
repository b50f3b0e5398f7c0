import { CandorError } from '../../domain/index.ts'

/** SQLSTATE codes: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const SERIALIZATION_FAILURE = '40001'
const DEADLOCK_DETECTED = '40P01'
const UNIQUE_VIOLATION = '23505'

/** The code of a PostgreSQL or network error; empty when it has none. */
function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

export function isTransactionRace(error: unknown): boolean {
  const code = errorCode(error)
  return code === SERIALIZATION_FAILURE || code === DEADLOCK_DETECTED
}

export function isUniqueViolation(error: unknown): boolean {
  return errorCode(error) === UNIQUE_VIOLATION
}

/** What an error of PostgreSQL or of the way there means to the one who opens the database. */
export function unreachable(url: string, error: unknown): CandorError {
  const code = errorCode(error)
  const message = error instanceof Error ? error.message : String(error)
  const known = PROBLEMS.find(({ matches }) => matches.test(`${code} ${message}`))
  return new CandorError(
    'DATABASE_UNREACHABLE',
    {
      database: withoutPassword(url),
      problem: known?.problem ?? (message || code),
      mend: known?.mend ?? 'Check CANDOR_DATABASE.',
    },
    { cause: error },
  )
}

/** The address as it may be shown and logged. */
function withoutPassword(url: string): string {
  return url.replace(/(:\/\/[^:@/]*):[^@]*@/, '$1:***@')
}

const PROBLEMS = [
  { matches: /ECONNREFUSED/, problem: 'nothing answers there', mend: 'Start PostgreSQL, or check host and port.' },
  { matches: /ENOTFOUND|EAI_AGAIN/, problem: 'there is no such host', mend: 'Check the host name.' },
  {
    matches: /ETIMEDOUT|timeout/i,
    problem: 'it does not answer in time',
    mend: 'Check host, port and firewall.',
  },
  {
    matches: /28P01|28000|SASL|no password/,
    problem: 'the user or the password is refused',
    mend: 'Check user and password.',
  },
  { matches: /3D000/, problem: 'the server has no such database', mend: 'Make it with "createdb", or check its name.' },
  { matches: /42501/, problem: 'the user may not do this', mend: 'Give the user the right to create tables.' },
  {
    matches: /Invalid URL|ERR_INVALID_URL/,
    problem: 'the address cannot be read',
    mend: 'Write postgres://user:password@host:5432/database.',
  },
]
