import { CHINESE_NUMBER, readChineseNumber } from './chinese-number.ts'
import { type Found, findAll } from './found.ts'

// ¥ is the yuan here: a shop that serves Chinese and English rarely means the yen.
const CURRENCIES: Record<string, string> = {
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'CNY',
  '￥': 'CNY',
  us$: 'USD',
  usd: 'USD',
  dollar: 'USD',
  dollars: 'USD',
  buck: 'USD',
  bucks: 'USD',
  美元: 'USD',
  美金: 'USD',
  刀: 'USD',
  eur: 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  欧元: 'EUR',
  gbp: 'GBP',
  pound: 'GBP',
  pounds: 'GBP',
  英镑: 'GBP',
  cny: 'CNY',
  rmb: 'CNY',
  yuan: 'CNY',
  人民币: 'CNY',
  元: 'CNY',
  块: 'CNY',
  块钱: 'CNY',
  塊: 'CNY',
  塊錢: 'CNY',
}
const NUMBER = String.raw`\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,2})?|\d{1,12}(?:\.\d{1,2})?`
const SIGN_FIRST = new RegExp(String.raw`(us\$|[$€£¥￥]|\b(?:usd|eur|gbp|cny|rmb)) ?(${NUMBER})(?![\d%])`, 'gi')
const WORDS_AFTER = String.raw`(?:us\$|usd|dollars?|bucks?|eur|euros?|gbp|pounds?|cny|rmb|yuan)\b|[$€£]|美元|美金|欧元|英镑|人民币|块钱|塊錢|元|块|塊|刀`
const SIGN_AFTER = new RegExp(String.raw`(?<![\d.,])(${NUMBER}) ?(${WORDS_AFTER})`, 'gi')
const IN_CHARACTERS = new RegExp(`(${CHINESE_NUMBER})(块钱|元|块|塊錢|塊|美元)`, 'g')

/** Amounts of money, as `CNY 12.50`. */
export function findAmounts(text: string): Found[] {
  return [
    ...findAll('amount', text, SIGN_FIRST, ([, sign = '', number = '']) => amount(number, sign)),
    ...findAll('amount', text, SIGN_AFTER, ([, number = '', sign = '']) => amount(number, sign)),
    ...findAll('amount', text, IN_CHARACTERS, ([, number = '', sign = '']) => {
      const value = readChineseNumber(number)
      return value === undefined ? undefined : amount(String(value), sign)
    }),
  ]
}

function amount(number: string, sign: string): string | undefined {
  const currency = CURRENCIES[sign.toLowerCase()]
  const value = Number(number.replaceAll(',', ''))
  return currency === undefined || !Number.isFinite(value) ? undefined : `${currency} ${value.toFixed(2)}`
}
