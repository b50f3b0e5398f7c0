import { type Found, findAll } from './found.ts'

// After a word that announces it, four digits are enough; the word itself is not part of the number.
const ANNOUNCED =
  /(?<=(?:order|purchase|invoice|parcel|tracking|shipment|订单|訂單|单号|單號|运单|運單|快递|快遞|编号|編號)(?:号码|号|號|编号| ?(?:number|num|no\.?|id|code))?(?: is|是|为|為)?[ :：#]{0,3})[A-Za-z]{0,4}-?\d{4,20}(?![A-Za-z\d])/gi
const MARKED = /(?<![\w#])#[A-Za-z]{0,4}-?\d{4,20}(?![A-Za-z\d])/g
const LETTERS_AND_DIGITS = /(?<![\w-])[A-Z]{1,4}-?\d{5,20}(?![A-Za-z\d])/g
const MANY_DIGITS = /(?<![\w+.,-])\d{8,20}(?![\w.,-]*\d)(?![A-Za-z])/g

/** Order and tracking numbers, in capitals and without a leading `#`. */
export function findOrderNumbers(text: string): Found[] {
  const read = ([whole]: RegExpExecArray) => whole.replace('#', '').toUpperCase()
  return [ANNOUNCED, MARKED, LETTERS_AND_DIGITS, MANY_DIGITS].flatMap((pattern) =>
    findAll('orderNumber', text, pattern, read),
  )
}
