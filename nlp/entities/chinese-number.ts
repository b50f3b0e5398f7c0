const DIGITS = '零一二三四五六七八九'
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 }

/** Characters that a Chinese number is written with. */
export const CHINESE_NUMBER = '[零〇一二两兩三四五六七八九十百千万萬]{1,12}'

/** The value of a number in digits or Chinese characters (三十五, 一万二千); undefined when it is none. */
export function readChineseNumber(text: string): number | undefined {
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text)
  let total = 0
  let section = 0
  let digit: number | undefined
  for (const raw of text) {
    const char = raw === '两' || raw === '兩' ? '二' : raw === '〇' ? '零' : raw
    const value = DIGITS.indexOf(char)
    if (value >= 0) digit = value
    else if (char === '万' || char === '萬') {
      total += (section + (digit ?? 0)) * 10_000
      section = 0
      digit = undefined
    } else {
      const unit = UNITS[char]
      if (unit === undefined) return undefined
      section += (digit ?? 1) * unit
      digit = undefined
    }
  }
  return total + section + (digit ?? 0)
}
