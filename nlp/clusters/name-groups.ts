import english from 'natural/lib/natural/util/stopwords.js'
import chinese from 'natural/lib/natural/util/stopwords_zh.js'
import { stem } from '../intent/tokens.ts'

/** Words of asking and politeness, which natural's lists lack: they are in every second message and name nothing. */
const ASKING =
  `please want wanna need know tell help let thank thanks hi hello hey im id ive ill can't don't i'm i'd i've
  what's how's it's there's one thing something able go going good just
  想 要 能 可以 怎么 怎样 怎么样 请问 需要 如何 什么 一下 没有 你们 我们 帮 给 让 去 上 下 里 这个 那个 一个 现在 有没有 是不是 能不能 可不可以 为什么 知道 告诉 帮我 给我 我要 我想 你好 您好 您 谢谢 了解 觉得 应该 还是 时候 东西`.split(
    /\s+/,
  )
const NAMES_NOTHING = new Set([...english.words, ...chinese.words, ...ASKING])
const LONGEST_PHRASE = 3
/** A phrase says more than its words: what each word more is worth. */
const LONGER = 0.8
/** The second term has to be said by this share of the group, and to be this good beside the first. */
const SECOND = { share: 0.25, score: 0.5 }
const FEWEST_TEXTS = 3

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** A phrase by its stems, and as each text writes it. */
type Phrases = Map<string, string>

/**
 * A name for each group, of one or two phrases that its texts have and others have not: share in the group times the
 * logarithm of its ratio to the share elsewhere (the term of the Kullback-Leibler divergence). No name comes twice
 * where another is to be had. Empty when a group has no word in common.
 * @param groups places in `texts`
 */
export function nameGroups(texts: readonly string[], groups: readonly (readonly number[])[]): string[] {
  const phrases = texts.map(phrasesOf)
  const everywhere = new Map<string, number>()
  for (const own of phrases) for (const key of own.keys()) everywhere.set(key, (everywhere.get(key) ?? 0) + 1)
  const taken = new Set<string>()
  return groups.map((group) => {
    const ranked = rankPhrases(
      group.map((place) => phrases[place] as Phrases),
      everywhere,
      texts.length,
    )
    const name = [...proposals(ranked)].find((proposal) => !taken.has(proposal)) ?? ranked[0]?.written ?? ''
    taken.add(name)
    return name
  })
}

interface RankedPhrase {
  key: string
  written: string
  share: number
  score: number
}

function rankPhrases(group: Phrases[], everywhere: Map<string, number>, texts: number): RankedPhrase[] {
  const counts = new Map<string, Map<string, number>>()
  for (const own of group) {
    for (const [key, written] of own) {
      const forms = counts.get(key) ?? new Map<string, number>()
      forms.set(written, (forms.get(written) ?? 0) + 1)
      counts.set(key, forms)
    }
  }
  return [...counts]
    .map(([key, forms]) => {
      const inside = [...forms.values()].reduce((a, b) => a + b, 0)
      const outside = (everywhere.get(key) ?? inside) - inside
      const share = inside / group.length
      const elsewhere = (outside + 0.5) / (texts - group.length + 1)
      const worth = 1 + LONGER * (key.split(' ').length - 1)
      const written = [...forms].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? ''
      return { key, written, inside, share, score: worth * share * Math.log(share / elsewhere) }
    })
    .filter(({ inside, score }) => inside >= Math.min(FEWEST_TEXTS, group.length) && score > 0)
    .sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1))
}

/** The best phrase with one that adds to it, the best alone, then others. */
function* proposals(ranked: RankedPhrase[]): Generator<string> {
  const [best, ...others] = ranked
  if (best === undefined) return
  const adds = others.filter(({ key }) => !key.split(' ').some((word) => best.key.split(' ').includes(word)))
  const second = adds.find(({ share, score }) => share >= SECOND.share && score >= SECOND.score * best.score)
  if (second === undefined) yield best.written
  for (const other of adds) yield joined(best.written, other.written)
  for (const { written } of others) yield written
}

function joined(first: string, second: string): string {
  return /\p{Script=Han}/u.test(first) ? `${first}、${second}` : `${first}, ${second}`
}

function phrasesOf(text: string): Phrases {
  const words = [...segmenter.segment(text)].filter((part) => part.isWordLike)
  const phrases: Phrases = new Map()
  for (const [i, first] of words.entries()) {
    for (let end = i + 1; end <= Math.min(words.length, i + LONGEST_PHRASE); end++) {
      const part = words.slice(i, end)
      const last = part.at(-1) ?? first
      if (NAMES_NOTHING.has(first.segment) || NAMES_NOTHING.has(last.segment)) continue
      if (!part.every(({ segment }) => isWord(segment))) continue
      const written = text.slice(first.index, last.index + last.segment.length)
      if ([...written].length > 1) phrases.set(part.map(({ segment }) => stem(segment)).join(' '), written)
    }
  }
  return phrases
}

/** No long number, which could be somebody's. */
function isWord(segment: string): boolean {
  return /\p{L}/u.test(segment) && !/(?:\p{N}\P{N}*){4}/u.test(segment)
}
