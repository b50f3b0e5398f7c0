import { type Found, findAll } from './found.ts'

// Every repetition is bounded, so that a long run of dots and letters stays cheap.
const EMAIL = /[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}/g

/** E-mail addresses, in lower case. */
export function findEmails(text: string): Found[] {
  return text.includes('@') ? findAll('email', text, EMAIL, ([whole]) => whole.toLowerCase()) : []
}
