import { anyCase } from './any-case.ts'
import { type PersonalSpan, spansOf } from './span.ts'

const NO_STREET = `(?!(?:${anyCase(
  'a|an|the|on|in|at|of|for|to|and|or|is|are|was|free|days?|weeks?|months?|years?|hours?|minutes?|times?|x|with|from|my|your|more|items?|pieces?|people|stars?|bedrooms?|pet|per|this|that|it|i|off|left|more|different|new|old',
)})\\b)`
const WORD = String.raw`${NO_STREET}[\p{L}\d][\p{L}\d'’.-]{0,19}`
const CAPITAL = String.raw`\p{Lu}[\p{L}'’.-]{1,19}`
const STREET = anyCase(
  '(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|close|court|ct|place|pl|gardens?|way|boulevard|blvd|terrace|crescent|square|sq|hill|park|view|row|mews|walk|creek rd|highway|hwy|parkway|pkwy|grove|green|quay|cottages?|estate|rise|vale|wharf|yard|mill|circle|cir|trail|alley|broadway)',
)
const UNIT = String.raw`(?:${anyCase('flat|apt|apartment|unit|suite|room|floor|building|block|house')}|#) ?\.? ?[A-Za-z]?\d{0,4}[A-Za-z]?`
const UK_POSTCODE = String.raw`[A-Za-z]{1,2}\d[A-Za-z\d]? ?\d[A-Za-z]{2}\b`
const US_ZIP = String.raw`(?:[A-Z]{2},? )?\d{5}(?:-\d{4})?\b`
const POSTCODE = String.raw`(?:${UK_POSTCODE}|${US_ZIP}|[A-Z]{2}\b|\d{4,5}\b)`
const TOWN = String.raw`(?:\d{4,5} )?${CAPITAL}(?: ${CAPITAL}){0,2}(?: ${POSTCODE})?`
/** What may follow the street: flat, town, county, postcode. */
const REST = String.raw`(?:,? ${UNIT}(?![\p{L}])|, ?${TOWN}|,? ${POSTCODE}| ${CAPITAL} ${POSTCODE})`
const BEFORE = `(?:${UNIT},? (?:,? ?))?`

/** Unit, number, street with its kind, and all that belongs to it. */
const NUMBER_FIRST = new RegExp(
  String.raw`(?<![\p{L}\d])${BEFORE}\d{1,5}[A-Za-z]?,? (?:${WORD} ){1,3}${STREET}\b\.?(?:, ${CAPITAL}(?: ${CAPITAL}){0,2} ${STREET}\b)?(?:${REST}){0,5}`,
  'gu',
)
/** `Rue du Marché 8`, `8 rue …`, `Calle Mayor 3`, `Via Roma 12`. */
const ROMANCE = new RegExp(
  String.raw`(?<![\p{L}\d])(?:\d{1,4},? )?(?:${anyCase('rue|calle|piazza|avenida|chemin|boulevard')}|Via|Viale|Rua|Plaza|Paseo|Corso|Place|Quai)(?: ${WORD}){1,4}?,? \d{1,4}[a-z]?\b(?:${REST}){0,4}`,
  'gu',
)
/** `Lindenstraße 12, 10969 Berlin`, `Storgata 18, 0155 Oslo`, `Am Markt 3` is left out: it may be anything. */
const GERMANIC = new RegExp(
  String.raw`(?<![\p{L}\d])${CAPITAL}(?:straße|strasse|str\.|gasse|weg|allee|platz|ring|damm|ufer|laan|straat|gracht|gata|gatan|vej|veien|vei|gade|katu|utca) ?\d{1,4}[a-z]?\b(?:${REST}){0,4}`,
  'gu',
)
/** `Station Road 31`, and a house with a name before its postcode. */
const NUMBER_LAST = new RegExp(
  String.raw`(?<![\p{L}\d])(?:${CAPITAL} ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Close|Crescent|Square|Terrace),? \d{1,4}[a-z]?\b(?:${REST}){0,4}`,
  'gu',
)
const NAMED_HOUSE = new RegExp(
  String.raw`(?<![\p{L}\d])(?:\d{1,4}[a-z]? )?(?:${CAPITAL}(?: ${CAPITAL}){0,3}, ?){1,4}(?:${CAPITAL} ){0,2}${UK_POSTCODE}`,
  'gu',
)
const POSTCODE_ALONE = /(?<![A-Za-z\d])[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}(?![A-Za-z\d])/g
const TOWN_AND_ZIP = /(?<![\p{L}\d])(?:\p{Lu}[\p{L}'’.-]{1,19} ?){0,2},? ?\b[A-Z]{2} \d{5}(?:-\d{4})?\b/gu
const BOX = new RegExp(String.raw`\b[Pp]\.? ?[Oo]\.? ?${anyCase('box')} \d{1,6}\b(?:${REST}){0,4}`, 'gu')
/** After a word that announces it, a number and words are enough. */
const ANNOUNCED = new RegExp(
  String.raw`(?<=\b(?:${anyCase('address(?: is|:)|live at|lives at|living at|moved to|deliver (?:it )?to|ship (?:it )?to|send (?:it )?to')}) ?)\d{1,5}[A-Za-z]? ${CAPITAL}(?: ${CAPITAL}){0,3}(?:${REST}){0,5}`,
  'gu',
)

/** Addresses with a street and a number, a post office box or a postcode, as written in English and in Latin letters. */
export function findEnglishAddresses(text: string): PersonalSpan[] {
  if (!/\d/.test(text)) return []
  return [
    NUMBER_FIRST,
    NUMBER_LAST,
    NAMED_HOUSE,
    ROMANCE,
    GERMANIC,
    BOX,
    TOWN_AND_ZIP,
    POSTCODE_ALONE,
    ANNOUNCED,
  ].flatMap((pattern) => spansOf('address', text, pattern))
}
