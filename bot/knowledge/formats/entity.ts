import type { EntityType } from '../../../domain/index.ts'

/** An entity of the source: what it is called there, and what is known of how it is found. */
export interface SourceEntity {
  name: string
  where: string
  /** The product's own type behind it, such as `builtin.email`, `@sys.date` or `Quantity.Currency`. */
  prebuilt?: string
  /** A list entity: the value, and other ways to say it. */
  values?: { value: string; synonyms: string[] }[]
  /** A regular expression entity. */
  pattern?: string
}

/** More buttons than this do not fit a chat. */
export const MOST_CHOICES = 30

const PREBUILT: Record<string, EntityType> = {
  email: 'email',
  phonenumber: 'phone',
  datetimev2: 'date',
  datetime: 'date',
  date: 'date',
  money: 'amount',
  currency: 'amount',
  quantitycurrency: 'amount',
  unitcurrency: 'amount',
  amountofmoney: 'amount',
  personname: 'person',
  person: 'person',
  givenname: 'person',
  lastname: 'person',
  geographyv2: 'place',
  geographylocation: 'place',
  location: 'place',
  geocity: 'place',
  geocountry: 'place',
  address: 'place',
}

/** A name that leaves no doubt, as its last words: `customer_email`, `OrderNumber`, `手机号`. */
const NAMED: [RegExp, EntityType][] = [
  [/(^| )order( ?(number|num|no|id|code))?$|订单号|订单编号/, 'orderNumber'],
  [/(^| )(e ?mail)( address)?$|邮箱|邮件地址/, 'email'],
  [/(^| )((tele|cell)?phone|mobile)( ?(number|no))?$|电话|手机/, 'phone'],
  [/(^| )(date ?time|date)$|日期/, 'date'],
  [/(^| )(amount|price|money|currency|amount of money)$|金额|价格/, 'amount'],
  [/(^| )product( name)?$|商品|产品/, 'product'],
  [/(^| )(person( name)?|(full|first|last) name)$|姓名/, 'person'],
  [/(^| )(city|place|location|address|country)$|城市|地址/, 'place'],
]

/** What kind of detail the entity is, where there is a clear match; `choice` for a list that fits a chat. */
export function detailTypeOf({ name, prebuilt, values }: SourceEntity): EntityType | 'choice' | undefined {
  if (values !== undefined && values.length >= 2 && values.length <= MOST_CHOICES) return 'choice'
  const known = prebuilt === undefined ? undefined : PREBUILT[keyOf(prebuilt)]
  if (known !== undefined) return known
  const words = wordsOf(name).join(' ')
  return NAMED.find(([pattern]) => pattern.test(words))?.[1] ?? PREBUILT[keyOf(name)]
}

/** The entity's name as a pack wants it: `order_number` becomes `orderNumber`; undefined without Latin letters. */
export function detailNameOf(name: string): string | undefined {
  const [first = '', ...rest] = wordsOf(name)
    .map((word) => word.replace(/[^a-z0-9]/g, ''))
    .filter((word) => word !== '')
  const joined = first + rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
  return joined.replace(/^\d+/, '').replace(/^[A-Z]/, (letter) => letter.toLowerCase()) || undefined
}

function keyOf(prebuilt: string): string {
  return prebuilt
    .replace(/^(builtin\.|@?sys\.)/i, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
}

function wordsOf(name: string): string[] {
  return name
    .replace(/^(builtin\.|@?sys\.)/i, '')
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}
