/** A file name has at most 255 bytes; 60 letters of any script fit, with a number behind. */
const LONGEST_NAME = 60

/** Windows opens a device instead of a file of these names, whatever the ending. */
const DEVICE_NAMES = /^(con|prn|aux|nul|com\d|lpt\d)$/

/** `RETURN_EXCHANGE`, `returnExchange` and `Return/Exchange` become `return-exchange`; `退换货` stays. Never empty. */
export function nameFromLabel(label: string): string {
  const name = [
    ...wordsOf(label)
      .join('-')
      .toLowerCase()
      .replace(/[^\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}]+/gu, '-'),
  ]
    .slice(0, LONGEST_NAME)
    .join('')
    .replace(/^-+|-+$/g, '')
  if (name === '') return 'need'
  return DEVICE_NAMES.test(name) ? `need-${name}` : name
}

/** What a customer reads in a list: `RETURN_EXCHANGE` becomes "Return exchange", `EMI` and "Refund to Visa" stay. */
export function titleFromLabel(label: string): string {
  const words = wordsOf(label)
  const shouted = label === label.toUpperCase()
  if (words.length === 0 || (words.length === 1 && shouted && label.length <= 3)) return label
  if (/\s/.test(label) && !shouted) return capitalized(label.replace(/\s+/g, ' '))
  return capitalized(words.join(' ').toLowerCase())
}

/** `name`, or `name-2`, `name-3` … until it is not among `taken`. */
export function unusedName(name: string, taken: ReadonlySet<string>): string {
  let unused = name
  for (let number = 2; taken.has(unused); number++) unused = `${name}-${number}`
  return unused
}

function wordsOf(label: string): string[] {
  return label
    .normalize('NFKC')
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
}

function capitalized(text: string): string {
  const [first = '', ...rest] = text
  return first.toUpperCase() + rest.join('')
}
