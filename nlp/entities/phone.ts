import { type Found, findAll } from './found.ts'

const INTERNATIONAL = /\+\d(?:[ -]?\d){7,14}(?!\d)/g
const CHINESE_MOBILE = /(?<![\d+])1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/g
const CHINESE_LANDLINE = /(?<![\d+])(?:0\d{2,3}-\d{7,8}|[48]00-?\d{3}-?\d{4})(?!\d)/g
const NORTH_AMERICAN = /(?<![\d+])(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}(?!\d)/g

/** Telephone numbers as digits; with `+` and the country where the number says it or its form does. */
export function findPhones(text: string): Found[] {
  const digits = (whole: string) => whole.replace(/\D/g, '')
  return [
    ...findAll('phone', text, INTERNATIONAL, ([whole]) => `+${digits(whole)}`),
    ...findAll('phone', text, CHINESE_MOBILE, ([whole]) => `+86${digits(whole)}`),
    ...findAll('phone', text, CHINESE_LANDLINE, ([whole]) => digits(whole)),
    ...findAll('phone', text, NORTH_AMERICAN, ([whole]) => digits(whole)),
  ]
}
