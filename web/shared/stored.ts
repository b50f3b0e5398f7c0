/**
 * What the browser remembers for us. Inside another site's page a browser may refuse storage altogether;
 * then nothing is remembered and everything still works until the page is left.
 */
export function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

export function writeStored(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key)
    else localStorage.setItem(key, value)
  } catch {
    // Refused or full: see above.
  }
}
