import { z } from 'zod'
import { CandorError } from '../domain/index.ts'

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const
const WHOLE = 'must be a whole number, 0 or more'

const configSchema = z.object({
  NODE_ENV: z.string().default('development'),
  HOST: z.string().min(1).default('0.0.0.0'),
  CANDOR_DATABASE: z.string().min(1).optional(),
  CANDOR_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  CANDOR_PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'must be a URL like https://bot.example.com' }).optional(),
  CANDOR_DIRECT_LINE_SECRET: z.string().min(16, 'must have at least 16 characters').optional(),
  CANDOR_TRUST_PROXY: z.enum(['true', 'false'], 'must be true or false').default('false'),
  CANDOR_TOKENS_PER_MINUTE: z.coerce.number(WHOLE).int(WHOLE).min(0, WHOLE).default(60),
  CANDOR_APP_ID: z.string().min(1).optional(),
  CANDOR_APP_PASSWORD: z.string().min(1).optional(),
  CANDOR_APP_TENANT_ID: z.string().min(1).optional(),
  CANDOR_SERVICE_HOSTS: z.string().default(''),
  CANDOR_AGENT_HUBS: z
    .string()
    .default('')
    .transform(listOf)
    .refine((channels) => !channels.includes('msteams'), 'cannot name msteams: Teams takes no handoff events'),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
})

/** What the environment says, checked once. */
export interface Config {
  production: boolean
  /** Address to listen on. */
  host: string
  /** `postgres://…`, or absent for SQLite in the data folder. */
  database?: string
  /** Key that signs tokens; absent: one is made and kept in the database. */
  secret?: string
  /** How people reach this server, without a slash at the end; absent: `http://localhost:PORT`. */
  publicUrl?: string
  directLineSecret?: string
  /** Believe forwarding headers from any address. */
  trustProxy: boolean
  /** Anonymous chat tokens per address and minute; 0: no limit. */
  tokensPerMinute: number
  botFramework?: { appId: string; password: string; tenantId?: string }
  /** Hosts, beside Microsoft's own, to which replies of the Bot Framework may be sent; `.example.com` covers what lies below. */
  serviceHosts: string[]
  /** Bot Framework channels whose customers are handed to an outside agent hub instead of our own queue. */
  agentHubs: string[]
  logLevel: string
}

/**
 * Reads the configuration from environment variables; an empty one counts as not set.
 * @throws CandorError CONFIG_INVALID naming the variable; CONFIG_UNSAFE for what must not be served in production
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  // Compose files and CI pass on what is not set as an empty text.
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const result = configSchema.safeParse(set)
  if (!result.success) {
    const issue = result.error.issues[0]
    const field = String(issue?.path[0] ?? 'environment')
    throw new CandorError('CONFIG_INVALID', {
      field,
      problem: issue?.message ?? 'not valid',
      mend: `Set it rightly, or unset ${field}`,
    })
  }
  const { data } = result
  const production = data.NODE_ENV === 'production'
  const { CANDOR_APP_ID: appId, CANDOR_APP_PASSWORD: password, CANDOR_APP_TENANT_ID: tenantId } = data
  if ((appId === undefined) !== (password === undefined)) {
    const [set, missing] =
      appId === undefined ? ['CANDOR_APP_PASSWORD', 'CANDOR_APP_ID'] : ['CANDOR_APP_ID', 'CANDOR_APP_PASSWORD']
    throw new CandorError('CONFIG_INVALID', {
      field: missing,
      problem: `${set} is set and this is not`,
      mend: 'Set both, or neither',
    })
  }
  if (production && appId === undefined) {
    // Without an app id the Bot Framework SDK switches authentication off.
    throw new CandorError('CONFIG_UNSAFE', {
      problem: 'NODE_ENV is production and CANDOR_APP_ID is not set, so anybody could speak to /api/messages',
      mend: 'Set CANDOR_APP_ID and CANDOR_APP_PASSWORD from your Azure bot registration',
    })
  }
  return {
    production,
    host: data.HOST,
    logLevel: data.LOG_LEVEL,
    serviceHosts: listOf(data.CANDOR_SERVICE_HOSTS),
    agentHubs: data.CANDOR_AGENT_HUBS,
    trustProxy: data.CANDOR_TRUST_PROXY === 'true',
    tokensPerMinute: data.CANDOR_TOKENS_PER_MINUTE,
    ...(data.CANDOR_DATABASE !== undefined && { database: data.CANDOR_DATABASE }),
    ...(data.CANDOR_SECRET !== undefined && { secret: data.CANDOR_SECRET }),
    ...(data.CANDOR_PUBLIC_URL !== undefined && { publicUrl: data.CANDOR_PUBLIC_URL.replace(/\/$/, '') }),
    ...(data.CANDOR_DIRECT_LINE_SECRET !== undefined && { directLineSecret: data.CANDOR_DIRECT_LINE_SECRET }),
    ...(appId !== undefined &&
      password !== undefined && { botFramework: { appId, password, ...(tenantId !== undefined && { tenantId }) } }),
  }
}

function listOf(text: string): string[] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
}
