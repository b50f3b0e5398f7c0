import type { PersonalSpan } from './span.ts'

const HAN = String.raw`\p{Script=Han}`
const NUMBER = String.raw`(?:[甲乙丙丁]?\d{1,5}(?:[-–之]\d{1,4}){0,3}|[一二三四五六七八九十百]{1,5})`
const ROAD = '(?:路|街|大道|道|弄|巷|胡同|里|段|线|大街|村|乡|镇)'
const ESTATE =
  '(?:小区|花园|公寓|苑|大厦|广场|国际|家园|新城|城|新村|村|湾|庄园|庄|府|园|院|轩|阁|居|名邸|社区|宿舍|学校|大学|医院|中心)'
const BUILDING = '(?:号楼|号院|栋|幢|座|单元|楼|室|号|户|弄|层|门|院|宿舍|区|塔|期)'
const WITHIN = String.raw`(?:附?${NUMBER}${BUILDING}|[东西南北中](?:区|院|单元|楼|门)\d{0,4}号?|[A-Za-z]\d{0,2}${BUILDING}|${HAN}{2,8}?(?:大厦|广场|中心|公寓|小区|花园|苑|国际|城|丰巢柜|驿站|柜)|[A-Za-z]?\d{2,5}(?:-\d{1,5}){0,3}[FfBb号]?|[-－、 ](?=\d))`
const AFTER = `${WITHIN}{0,6}`
/** From the name of the road or the estate on; what stands before it in the same run is found by {@link startOf}. */
const CORES = [
  `${HAN}{1,8}?${ROAD}[东西南北中]?[一二三四五六七八九十]{0,2}段?${NUMBER}(?:号院?|弄|巷|附|院|甲|-)`,
  String.raw`${HAN}{1,10}?${ESTATE}(?:[一二三四五六七八九十\d][期区])?(?:${NUMBER}(?:号楼|栋|幢|座|单元|号|宿舍)|\d{1,3}(?:[-–]\d{1,4}){1,3}|[A-Za-z]\d{0,2}(?:座|栋|幢|区|楼|塔))`,
  String.raw`(?<!第)${NUMBER}(?:栋|幢|号楼)${NUMBER}?(?:单元)?${NUMBER}?(?=室|号|[\s，,。]|$)室?`,
  // Two regions and a road or an estate: enough without a number.
  `${HAN}{2,9}?(?:省|市|州)${HAN}{1,8}?(?:区|县|镇|市)(?:(?![送到能吗])${HAN}){1,12}(?:路|街|大道|巷|村|小区|花园|大厦|广场|公寓|家园|社区|苑|交叉口)`,
].map((core) => new RegExp(core + AFTER, 'gu'))
/** What a customer writes right before an address. */
const LEAD =
  /(?:地址|住址|寄到|送到|送去|寄去|发到|寄往|送往|改成|改到|改为|换成|换到|搬到|搬去|住在|住|家在|放到|放在|(?<!解)放|寄给|送给|公司在|公司|寄|在|到|去|从|是|为|给|请|至|往|楼下)/gu
const LONGEST_LEAD = 24

/** Chinese addresses: road and number, or estate and building, with the town before and the room after. */
export function findChineseAddresses(text: string): PersonalSpan[] {
  return CORES.flatMap((core) =>
    [...text.matchAll(core)].map(({ index, 0: found }) => ({
      kind: 'address' as const,
      start: startOf(text, index, found),
      end: index + found.length,
    })),
  )
}

/** Towns belong to the address, the words that lead to it do not. */
function startOf(text: string, coreAt: number, core: string): number {
  let from = coreAt
  while (from > 0 && coreAt - from < LONGEST_LEAD && /[\p{Script=Han}\d]/u.test(text[from - 1] as string)) from -= 1
  const run = text.slice(from, coreAt) + (/^\p{Script=Han}*/u.exec(core)?.[0] ?? '')
  const lead = [...run.matchAll(LEAD)].findLast(({ index, 0: word }) => index + word.length < run.length - 1)
  return from + (lead ? lead.index + lead[0].length : 0)
}
