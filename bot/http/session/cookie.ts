const NAME = 'candor_session'

/** Seconds a person stays signed in. */
export const SESSION_SECONDS = 12 * 3600

/** The session token in a Cookie header, if there is a well-formed one. */
export function sessionCookie(header: string | undefined): string | undefined {
  for (const pair of header?.split(';') ?? []) {
    const [name, value] = pair.trim().split('=')
    if (name === NAME && value && /^[\w.-]{20,100}$/.test(value)) return value
  }
  return undefined
}

/** `Set-Cookie` that no script can read and no other site can use to change something. */
export function setSessionCookie(token: string, secure: boolean): string {
  return attributes(token, SESSION_SECONDS, secure)
}

export function clearSessionCookie(secure: boolean): string {
  return attributes('', 0, secure)
}

function attributes(value: string, maxAge: number, secure: boolean): string {
  return `${NAME}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}
