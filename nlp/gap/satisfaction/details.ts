import { plainText } from './wording.ts'

const DETAIL =
  /\d+|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:today|tomorrow|tonight)\b|\b(?:north|south|east|west|cent(?:re|er))\b|\b(?:cheap|moderate|expensive|small|medium|large)\b|[周星]期?[一二三四五六日天]|今天|明天|后天|上午|下午|晚上/g

/** What a message pins down: numbers, days, times of day, places on a map, sizes and prices in words. Lower case. */
export function readDetails(text: string): Set<string> {
  return new Set(plainText(text).match(DETAIL))
}
