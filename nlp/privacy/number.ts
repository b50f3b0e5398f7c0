import { anyCase } from './any-case.ts'
import { isDay } from './day.ts'
import { type PersonalKind, type PersonalSpan, spansOf } from './span.ts'

/** Numbers of documents, accounts and cards by their form, and any number that a word announces. */
export function findKnownNumbers(text: string): PersonalSpan[] {
  if (!/\d/.test(text)) return []
  return [
    ...spansOf('id', text, IBAN, isIban),
    ...spansOf('id', text, RESIDENT_ID, isResidentId),
    ...ANNOUNCED.flatMap(({ kind, pattern, digits }) =>
      spansOf(kind, text, pattern, (found) => hasDigits(found, digits)),
    ),
    ...spansOf('card', text, CARD, isCard),
    ...DOCUMENTS.flatMap((pattern) => spansOf('id', text, pattern)),
  ]
}

/** Whatever else is too long to be a quantity, a price or a date. It is taken as the number of an order. */
export function findLongNumbers(text: string): PersonalSpan[] {
  if (!/\d/.test(text)) return []
  return [
    ...spansOf('order', text, LONG_DIGITS, (found) => !isDay(found)),
    ...CODES.flatMap((pattern) => spansOf('order', text, pattern)),
  ]
}

const IBAN = /(?<![A-Za-z\d])[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,4})?(?![A-Za-z\d])/gi

/** ISO 13616: the rest of the number, letters as 10-35 and the head at the end, by 97 is 1. */
function isIban(found: string): boolean {
  const plain = found.replaceAll(' ', '').toUpperCase()
  let rest = 0
  for (const char of plain.slice(4) + plain.slice(0, 4))
    for (const digit of String(Number.parseInt(char, 36))) rest = (rest * 10 + Number(digit)) % 97
  return rest === 1
}

/** GB 11643: region, day of birth, three digits and a check character; parted or not, the check may be mistyped. */
const RESIDENT_ID =
  /(?<![\dA-Za-z])[1-9]\d{5}[ -]?(?:19|20)\d{2}[ -]?(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])[ -]?\d{3}[\dXx*](?![\dA-Za-z])/g

function isResidentId(found: string): boolean {
  return found.replace(/[ -]/g, '').length === 18
}

const CARD = /(?<![\d.,+])\d(?:[ -]?\d){12,18}(?![\d,]*\d)/g

/** ISO 7812: a card's number has the check digit of Luhn. Those of China UnionPay and of the large networks count without. */
function isCard(found: string): boolean {
  const digits = [...found.replace(/\D/g, '')].map(Number)
  const sum = digits.reverse().reduce((total, digit, place) => {
    const doubled = place % 2 === 1 ? digit * 2 : digit
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return sum % 10 === 0 || /^(?:62|4\d{3} |5[1-5]\d{2} )/.test(found)
}

/** Letters and digits, parted by single signs; by spaces only between groups of digits and capitals. */
const TOKEN = String.raw`(?<![A-Za-z\d])#?[A-Za-z\d](?:(?:[-_/]|(?<=\d) (?=\d)|(?<=[A-Z\d]) (?=[A-Z\d]*\d|[A-Z]\b))?[A-Za-z\d]){2,29}(?![A-Za-z\d])`
const LINK = String.raw`(?:[’']s|s)?(?: (?:is|was|should be|are|it is))?(?:[是为為：:，,#.\s?]|[Ii]t[’']s ){0,6}`

function announcedBy(kind: PersonalKind, digits: number, words: string) {
  return { kind, digits, pattern: new RegExp(`(?<=(?:${anyCase(words)})${LINK})${TOKEN}`, 'g') }
}

const NUMBER_WORD = '(?:[ -]?(?:number|num|no|nr|id|code|ref|reference))'
const ANNOUNCED = [
  announcedBy(
    'phone',
    7,
    [
      String.raw`\b(?:call|phone|mobile|cell|whatsapp|text|ring|tel|telephone|reach|contact)(?: (?:me|us|him|her|them|back))?(?: (?:on|at|under|via))?${NUMBER_WORD}?`,
      '(?:电话|手机|座机|联系方式|致电|拨打|打)(?:号码|号)?',
    ].join('|'),
  ),
  announcedBy(
    'id',
    4,
    [
      String.raw`\b(?:passport|licen[cs]e|national insurance|social security|ssn|nino|identity card|id card|tax|vat|student|customer|member(?:ship)?|employee|account|client|patient|insurance|green card|iban|sort code|plate|visa)${NUMBER_WORD}?`,
      String.raw`\b(?:my|the|national) id${NUMBER_WORD}?`,
      '(?:身份证|护照|通行证|台胞证|回乡证|居住证|驾驶证|驾照|社保|证件|学生证|工牌|户口本|军官证|港澳证)(?:号码|号|上的号码|卡号|的号码)?',
      '(?:税号|会员号|会员卡号|会员卡|学号|工号|客户号|客户编号|账号|帐号|账户|户口号|车牌号?|微信号?|[Qq]{2}号?)',
    ].join('|'),
  ),
  announcedBy(
    'card',
    8,
    String.raw`\b(?:card|visa|mastercard|amex|maestro)(?:[ -]?(?:number|no|nr))?|银行卡号?|信用卡号?|储蓄卡号?|借记卡号?|卡号`,
  ),
  announcedBy(
    'order',
    4,
    [
      String.raw`\b(?:order|purchase|invoice|parcel|tracking|shipment|consignment|ticket|case|booking|reference|ref|rma|return|package|confirmation|delivery)${NUMBER_WORD}?`,
      '(?:订单|訂單|单号|單號|运单|運單|快递单?|快遞|包裹|编号|編號|工单|退货单?|退款单?|物流|发票|流水|查下|查一下)(?:号码|号|號|编号)?',
    ].join('|'),
  ),
]

/** What is announced has to have digits, more of them than a quantity: "order 2 of 4" is none. */
function hasDigits(found: string, digits: number): boolean {
  return found.replace(/\D/g, '').length >= digits && !isDay(found)
}

const DOCUMENTS = [
  /(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])/g, // Social security and tax numbers (US)
  /\b[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/gi, // National insurance (UK)
  /(?<![\d-])\d{2}-\d{2}-\d{2}(?![\d-])/g, // Sort codes (UK)
  /(?<![A-Za-z\d])[\dA-HJ-NP-RT-UW-Y]{2}\d{6}[\dA-HJ-NP-RT-UW-Y]{10}(?![A-Za-z\d])/g, // Unified social credit code
  /(?<![A-Za-z\d])[A-Z]{1,2}\d{2} ?[A-Z]{3}(?![A-Za-z\d])/g, // Number plates (UK)
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·• ]?[A-Z\d]{5,6}(?![A-Za-z\d])/g, // Number plates (China)
]

/** Seven digits or more, parted by single signs or not. */
const LONG_DIGITS = /(?<![\d.,])\d(?:[ /_-]?\d){6,29}(?![\d,]*\d)/g
const CODES = [
  /(?<![\w#])#[A-Za-z]{0,4}-?\d{4,20}(?![A-Za-z\d])/g,
  /(?<![\w-])[A-Za-z]{1,4}-?\d{5,20}[A-Za-z]{0,3}(?![A-Za-z\d])/g,
  /(?<![\w-])[A-Z]{2,4}-\d{4,20}(?![A-Za-z\d])/g,
  /(?<![\w-])(?=[A-Z\d-]*\d[A-Z\d-]*\d[A-Z\d-]*\d[A-Z\d-]*\d)(?=[A-Z\d-]*[A-Z])[A-Z\d]{2,}[A-Z\d-]{6,30}(?![A-Za-z\d])/g,
]
