import distances from 'natural/lib/natural/distance/index.js'

/** Nouns that are found with one typing mistake, the last with two. */
const NOUNS = [
  'human',
  'person',
  'agent',
  'operator',
  'supervisor',
  'advisor',
  'manager',
  'someone',
  'somebody',
  'assistant',
  'customer',
  'service',
]
const LONG_NOUN = 'representative'
/** Short verbs have too many neighbours ("walk", "tall"): in them only swapped and doubled letters count as mistakes. */
const VERBS = ['talk', 'talking', 'speak', 'speaking', 'chat', 'want', 'need', 'transfer', 'connect', 'contact']
/** Words one mistake away that mean something else. */
const WORDS_OF_THEIR_OWN = new Set([
  'humane',
  'hunan',
  'persona',
  'parson',
  'advisory',
  'manage',
  'managed',
  'manages',
  'serviced',
  'representation',
  'representing',
])
const SHORTEST = 4
/** Mistakes are looked for in this many words at most: the distances are the dear part. */
const MAX_WORDS = 80

/**
 * A message with the words mended that ask for a person: "tlak to a humn" becomes "talk to a human".
 * Distance: Damerau (1964), "A technique for computer detection and correction of spelling errors".
 * @param text bounded, in lower case
 */
export function mendPersonWords(text: string): string {
  let words = 0
  return text.replaceAll(/[a-z]+/g, (word) => {
    words++
    return word.length < SHORTEST || words > MAX_WORDS || WORDS_OF_THEIR_OWN.has(word) ? word : mend(word)
  })
}

function mend(word: string): string {
  const singular = word.endsWith('s') ? word.slice(0, -1) : word
  if (NOUNS.includes(singular) || VERBS.includes(word)) return word
  if (isNear(word, LONG_NOUN, 2)) return LONG_NOUN
  return (
    NOUNS.find((noun) => isNear(word, noun, 1)) ??
    VERBS.find((verb) => areSwapped(word, verb) || isStuttered(word, verb)) ??
    word
  )
}

function isNear(word: string, noun: string, mistakes: number): boolean {
  if (Math.abs(word.length - noun.length) > mistakes || !startAlike(word, noun)) return false
  return distances.DamerauLevenshteinDistance(word, noun) <= mistakes
}

function areSwapped(word: string, verb: string): boolean {
  const isPermuted = word.length === verb.length && [...word].sort().join('') === [...verb].sort().join('')
  return isPermuted && word[0] === verb[0] && distances.DamerauLevenshteinDistance(word, verb) === 1
}

function isStuttered(word: string, verb: string): boolean {
  return word.length > verb.length && word.replaceAll(/(.)\1+/g, '$1') === verb.replaceAll(/(.)\1+/g, '$1')
}

// The first letter is seldom wrong.
function startAlike(word: string, noun: string): boolean {
  return word[0] === noun[0] || (word[0] === noun[1] && word[1] === noun[0])
}
