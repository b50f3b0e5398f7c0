/** A sentence of a plain text: its offsets there, without the sign at its end, and whether it asks. */
export interface Sentence {
  start: number
  end: number
  asks: boolean
}

// A full stop ends a sentence where a space or a Chinese character follows: not in "p.m. today", "2.5" or "cedardune.example".
const SIGN = /[。!?;\n…]+|\.{2,}|(?<!\b(?:[ap]\.m|approx|e\.g|i\.e|mr|mrs|ms|dr|no|st))\.(?=\s|$|[\u3400-\u9fff])/
// An agent's closing question is a sentence of its own, whatever stands before it.
const BEFORE_CLOSING =
  /,?(?: (?=(?:is there|do you need|can i help(?: you)? with) anything else\b))|,(?=请问|(?:亲{1,2})?,?您看还有|还有(?:其他|其它|什么|别的))/
// So is what comes after a statement's last particle or a plea to wait, and a pledge: 我们会拦截的哈,如果没有成功...
const BEFORE_MORE =
  /(?<=[哈哦呢哟呀啦]),(?=要是|如果|若|假如|万一)|(?<=耐心等待[^,]{0,3}),|,(?=(?:小妹|妹子|我们?)?[跟和向][您你]保证)/
const END = new RegExp([BEFORE_CLOSING, BEFORE_MORE, SIGN].map(({ source }) => source).join('|'), 'g')

/** Nothing is promised in fewer units. */
const SHORTEST = 3

/** The sentences of a text in plain form, in order. */
export function sentencesOf(plain: string): Sentence[] {
  const sentences: Sentence[] = []
  let start = 0
  const add = (end: number, sign: string) => {
    const from = start + (/^\s*/.exec(plain.slice(start, end))?.[0].length ?? 0)
    if (end - from >= SHORTEST) sentences.push({ start: from, end, asks: sign.includes('?') })
  }
  for (const { index, 0: sign } of plain.matchAll(END)) {
    add(index, sign)
    start = index + sign.length
  }
  add(plain.length, '')
  return sentences
}

// Also the customer's own words that an agent repeats are in quotes.
const QUOTED = /"[^"\n]{1,500}"|《[^》\n]{1,100}》/g

/** The text with what stands in quotes blotted out, every unit in its place. */
export function withoutQuotes(plain: string): string {
  return plain.replace(QUOTED, (quoted) => '#'.repeat(quoted.length))
}
