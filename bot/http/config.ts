/** What the server can be told from outside; the command line and the environment fill it. */
export interface HttpConfig {
  /** Signs tokens (CANDOR_SECRET), at least 32 characters; undefined: one is made and kept in the store. */
  secret?: string
  /** Direct Line secret for the company's own servers (CANDOR_DIRECT_LINE_SECRET). */
  directLineSecret?: string
  /** Tokens for nobody in particular, per address and minute; 0: no limit. This machine itself is not limited. */
  anonymousTokensPerMinute: number
  /** Believe forwarding headers from any address (CANDOR_TRUST_PROXY); a proxy on this machine is believed anyway. */
  trustProxy: boolean
  /** An app id is configured; without one /api/messages answers this machine only. */
  botAuthenticated: boolean
  /** Bot Framework channels whose customers go to an outside agent hub (CANDOR_AGENT_HUBS); never `msteams`. */
  agentHubs: readonly string[]
  /** The built pages. */
  webRoot: string
}
