import nlp from 'compromise'
import { type Found, findAll } from './found.ts'

/** The tagger takes milliseconds on long texts; names stand in short ones. */
const LONGEST = 300
// English writes names with capitals: without one after the first word there is nothing to look for.
const CAPITAL_INSIDE = /[a-z,;:] +(?!I\b)[A-Z][a-z]/
const INTRODUCED = /(?<=\bmy name is |\bmy name's )[A-Za-z]{2,20}(?: [A-Z][a-z]{1,20})?/g
const INTRODUCED_CHINESE = /(?<=我叫|我的名字是|我姓)\p{Script=Han}{1,4}(?=[\s,，。.!！]|$)/gu

/** Persons and places, as written. English by compromise; Chinese only where somebody introduces themselves. */
export function findPersonsAndPlaces(text: string): Found[] {
  const introduced = [INTRODUCED, INTRODUCED_CHINESE].flatMap((pattern) =>
    findAll('person', text, pattern, ([whole]) => whole),
  )
  if (text.length > LONGEST || !CAPITAL_INSIDE.test(text)) return introduced
  const doc = nlp(text)
  return [
    ...introduced,
    ...locate(text, 'person', doc.people().out('array')),
    ...locate(text, 'place', doc.places().out('array')),
  ]
}

function locate(text: string, type: 'person' | 'place', names: string[]): Found[] {
  return names.flatMap((name) => {
    const value = name.replace(/[\s,.;:!?]+$/, '')
    const start = text.indexOf(value)
    return value === '' || start < 0 ? [] : [{ type, start, end: start + value.length, value }]
  })
}
