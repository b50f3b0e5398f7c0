import { foldTraditional } from '../language/fold-traditional.ts'
import { boundText, MAX_TEXT_LENGTH } from '../language/normalize.ts'

/** A text in the form that the rules read, with the way back to what was written. */
export interface PlainText {
  /**
   * Lower case, plain width, simplified Chinese, straight quotes and dashes, without invisible characters; one space where
   * there were several, none beside Chinese characters, and between two of them a comma or a full stop; a line's end stays `\n`.
   */
  plain: string
  /** For each unit of `plain` the offset in the text of the character it came from; at the end, the length read. */
  offsets: number[]
}

const INVISIBLE = /^\p{Default_Ignorable_Code_Point}$/u
const CHINESE = /[\u3400-\u9fff]/
const SAME_AS: Record<string, string> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u02bc': "'",
  '`': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u300c': '"',
  '\u300d': '"',
  '\u2013': '-',
  '\u2014': '-',
  '\u2212': '-',
  '~': '-',
  '\u2026': '\u2026',
  '\r': '\n',
  '\u2028': '\n',
}

/** A sentence of chat ends so: 好的呢, 为您查询了. What follows a space then is another one; elsewhere it is a pause. */
const SAID = /[呢哦哈的了吗好哟呀啦喔嗯吧噢亲哒] $/
/** But it goes on before a span of time: 接下来的 3 天, 审核通过后的 3 个工作日. */
const SAID_BEFORE_NUMBER = /(?:[呢哦哈了吗好哟呀啦喔嗯吧噢亲哒]|(?<![后来])的) $/
/** "查询中~有结果马上回复您": no span of numbers. */
const WAVE = /(?<=[\u3400-\u9fff])(?<![零一二三四五六七八九十百])-(?=[\u3400-\u9fff])/g

/** Never throws; of a text longer than what the classifier reads, the rest is left out. */
export function plainText(text: string): PlainText {
  const bounded = boundText(text)
  let plain = ''
  const offsets: number[] = []
  let at = 0
  for (const char of bounded) {
    // One character can become eighteen.
    if (plain.length >= MAX_TEXT_LENGTH) break
    for (const unit of INVISIBLE.test(char) ? '' : plainForm(char)) {
      const last = plain.at(-1) ?? '\n'
      const isSpace = /\s/.test(unit) && unit !== '\n'
      if (isSpace && /\s/.test(last)) continue
      if (last === ' ' && /\d/.test(unit) && SAID_BEFORE_NUMBER.test(plain)) {
        plain = `${plain.slice(0, -1)}。`
      } else if (last === ' ' && CHINESE.test(unit) && CHINESE.test(plain.at(-2) ?? '')) {
        plain = `${plain.slice(0, -1)}${SAID.test(plain) ? '。' : ','}`
      } else if (last === ' ' && (CHINESE.test(unit) || unit === '\n' || isAfterChinese(unit, plain))) {
        plain = plain.slice(0, -1)
        offsets.pop()
      }
      plain += isSpace ? ' ' : unit
      for (let i = 0; i < unit.length; i++) offsets.push(at)
    }
    at += char.length
  }
  offsets.push(at)
  return { plain: plain.replace(WAVE, ','), offsets }
}

/** "取消后 3 个工作日" is written with and without the space. */
function isAfterChinese(unit: string, plain: string): boolean {
  return /\d/.test(unit) && CHINESE.test(plain.at(-2) ?? '')
}

function plainForm(char: string): string {
  const same = SAME_AS[char]
  if (same !== undefined) return same
  const folded = foldTraditional(char.normalize('NFKC').toLowerCase())
  return SAME_AS[folded] ?? folded
}
