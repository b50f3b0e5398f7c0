import type { Role } from './basics.ts'

// --- sign-in: POST /api/session {email, password} | POST /api/session/link {token} | GET, DELETE /api/session ---

export interface Session {
  agent: { id: string; name: string; email: string; role: Role }
  /** To be sent as `x-candor-csrf` with every request that changes something. */
  csrfToken: string
  /** True until the person has set a password (after a sign-in link): POST /api/session/password {password}. */
  needsPassword: boolean
}
