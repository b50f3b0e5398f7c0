import { familyLength, isGiven, isPlainFamily } from './chinese-name-words.ts'
import type { PersonalSpan } from './span.ts'

const LONGEST_NAME = 4
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/**
 * Chinese names: where somebody is introduced, named with a title or stands alone between commas; in running text where a
 * family name is followed by characters that given names are made of and the dictionary knows no word there.
 */
export function findChineseNames(text: string): PersonalSpan[] {
  if (!/\p{Script=Han}/u.test(text)) return []
  return [...foreignNames(text), ...titledNames(text), ...[...text.matchAll(RUN)].flatMap((run) => namesIn(run, text))]
}

const RUN = /\p{Script=Han}{1,400}/gu

interface Token {
  text: string
  /** Offset into the run. */
  at: number
}

function namesIn({ index, 0: run }: RegExpExecArray, text: string): PersonalSpan[] {
  const tokens: Token[] = [...segmenter.segment(run)].map(({ segment, index }) => ({ text: segment, at: index }))
  const starts = new Map(tokens.map(({ at }, place) => [at, place]))
  const before = text.slice(Math.max(0, index - LONGEST_CUE), index)
  const behind = text.slice(index + run.length, index + run.length + LONGEST_CUE)
  const spans: PersonalSpan[] = []
  for (let at = 0; at < run.length; ) {
    const length = nameLength(run, at, tokens, starts.get(at), before, behind)
    if (length > 0) spans.push({ kind: 'person', start: index + at, end: index + at + length })
    at += Math.max(length, 1)
  }
  return spans
}

const LONGEST_CUE = 12
const LINK = String.raw`(?:[是为叫：:，,\s]|写成|写错了[,，]?应该是|应该是|改成|改为|写|填){0,4}`
/** A name follows, whatever its characters. */
const SURELY = new RegExp(
  `(?:我叫|名叫|对象叫|朋友叫|老公叫|老婆叫|我的名字|名字|姓名|收件人|收货人|寄件人|联系人|签收人|持卡人|开户人|户名|买家|抬头|收件|本人姓名|叫做|账户名|收货|大名)${LINK}$`,
  'u',
)
/** A name may follow. */
const MAYBE =
  /(?:本人|我是|是我[,，]|这是|就是|是由|由|给|找|联系|转给|转告|请问|跟|和|叫|被|感谢|谢谢|请|让|问|改成|改为|换成|从|写|等|对象|爱人|老公|老婆|先生|太太|丈夫|妻子|妈妈|爸爸|母亲|父亲|儿子|女儿|哥哥|姐姐|弟弟|妹妹|朋友|同事|邻居|室友|客服|快递员|快递小哥|小哥|师傅|老师|警官|经理|店员|销售|家人|媳妇|爷爷|奶奶|姓|的是|免贵姓|统一写)[是：:,，\s]?$/u
const FAMILY_ONLY = /(?:我姓|免贵姓|本人姓|贵姓)$/u
const NAME_AFTER = /^(?:的名字|的名义|收(?!到|了|货|不)|本人|接收)/u

/** Function words: no given name begins with them. */
const NO_NAME = new Set(
  '的了是在我你您他她它们这那哪个不没有要想说也都就还又再很太吗呢吧啊呀嘛哦到来去给和跟把被让从对向为以及或但且如果因所只能会可应该请问什么怎谁几少得着过上下里外前后点些样次件张条台买卖发收寄送退换付款货单号码机址订查看用做打找帮'.split(
    '',
  ),
)

/** How many characters from `at` on are a name. 0: none begins there. */
function nameLength(
  run: string,
  at: number,
  tokens: readonly Token[],
  place: number | undefined,
  before: string,
  behind: string,
): number {
  const rest = run.slice(at)
  const family = familyLength(rest)
  const context = (before + run.slice(0, at)).slice(-LONGEST_CUE)
  if (SURELY.test(context)) return afterCue(rest, family, tokens, place)
  if (family === 0 || place === undefined) return calledBy(rest)
  if (FAMILY_ONLY.test(context)) return family
  const read = readName(rest, family, tokens, place)
  if (read === undefined) return calledBy(rest)
  const { length, isWord, given } = read
  const after = rest.slice(length)
  const maybe = MAYBE.test(context)
  if (isWord && at === 0 && after === '' && BEFORE_CONTACT.test(behind)) return length
  if (isWord)
    return (NAME_AFTER.test(after) && !/^收/.test(after)) ||
      (maybe && after === '' && isPlainFamily(rest) && isGiven(given))
      ? length
      : 0
  const plausible = isGiven(given)
  if (maybe && isPlainFamily(rest) && (after === '' || FOLLOWS.test(after))) return length
  if (maybe) return plausible ? length : 0
  if (at === 0 && plausible && (after === '' || /^(?:您好|你好)/u.test(after))) return length
  return plausible && isPlainFamily(rest) && !MEASURED.test(context) ? length : 0
}

/** A word by itself that a telephone number or an e-mail address follows is a name. */
const BEFORE_CONTACT = /^[\s,，]{1,3}(?:1[3-9]\d{9}|[\w.]{2,}@|\ufffc)/u
const FOLLOWS = /^(?:您好|你好|的|说|在|也|已|帮|收|签|接|来|打|下|要|想|您|你|吧|吗|呢)/u
/** 三张, 两包: a count, so what follows is no family name. */
const MEASURED = /[一二两三四五六七八九十几半每这那哪多\d]$/u

/** After "my name is" even what is a word is a name; it ends where the sentence goes on. */
function afterCue(rest: string, family: number, tokens: readonly Token[], place: number | undefined): number {
  if (rest.length <= LONGEST_NAME && !NO_NAME.has(rest[0] as string) && (family > 0 || rest.length <= 3))
    return family > 0 || isGiven(rest) ? rest.length : 0
  if (family === 0) return 0
  if (place === undefined) return Math.min(family + 2, rest.length)
  return readName(rest, family, tokens, place)?.length ?? 0
}

/** 用叶子的名字下的单 */
function calledBy(rest: string): number {
  const match = /^(\p{Script=Han}{2,4}?)(?:的名字|的名义)/u.exec(rest)
  return match && !/[我你他她谁]/.test(match[1] as string) && familyLength(rest) > 0 ? (match[1] as string).length : 0
}

/** A family name at a word's beginning and what of the next words can be the given name. */
function readName(
  rest: string,
  family: number,
  tokens: readonly Token[],
  place: number,
): { length: number; given: string; isWord: boolean } | undefined {
  const first = tokens[place] as Token
  const next = tokens[place + 1]?.text ?? ''
  const third = tokens[place + 2]?.text ?? ''
  const single = (word: string) => word.length === 1 && isGiven(word) && !NO_NAME.has(word)
  if (first.text.length > family) {
    if (first.text.length > family + 2) return undefined
    const extra = first.text.length === family + 1 && single(next) ? 1 : 0
    const length = first.text.length + extra
    return { length, given: rest.slice(family, length), isWord: extra === 0 && first.text.length < 3 }
  }
  if (next === '' || next.length > 2 || NO_NAME.has(next[0] as string)) return undefined
  const extra = next.length === 1 && single(third) ? 1 : 0
  const length = family + next.length + extra
  return { length, given: rest.slice(family, length), isWord: false }
}

const TITLES =
  '先生|女士|小姐|太太|夫人|经理|主管|主任|老师|师傅|警官|医生|大夫|大妈|大爷|大叔|大姐|大哥|阿姨|叔叔|奶奶|爷爷|同学|老板|店长|律师|教授|队长|总(?![是算共价之体部会结数额和裁额能要])|工(?=[在，,。\\s！!？?]|$)|姐(?!妹)|哥(?!们)'
const TITLED = new RegExp(String.raw`(\p{Script=Han}{1,4}?)(?:${TITLES})`, 'gu')
const LATIN_TITLED = new RegExp(`(?<![A-Za-z])[A-Z][a-z]{1,14} ?(?:${TITLES})`, 'gu')
const FAMILIAR =
  /(?<=^|[^\p{Script=Han}]|[给找问跟和是让叫被由谢的员服烦请])(?:小|老|阿)(\p{Script=Han})(?=[\s，。,.!！?？]|$|说|耐心|帮|处理|看|查|回|转|在|给|告诉|跟|的|也|已经|很|是)/gu

function titledNames(text: string): PersonalSpan[] {
  const spans: PersonalSpan[] = []
  for (const { index, 0: found, 1: name = '' } of text.matchAll(TITLED)) {
    // The shortest end of what stands before the title that begins with a family name.
    for (let at = name.length - 1; at >= Math.max(0, name.length - 4); at--) {
      const family = familyLength(name.slice(at))
      if (family === 0 || name.length - at > family + 2) continue
      if (name.length - at > family && !isGiven(name.slice(at + family))) continue
      if (name.length - at === family && family === 1 && at > 0 && isPartOfWord(name.slice(at - 1))) continue
      spans.push({ kind: 'person', start: index + at, end: index + found.length })
      break
    }
  }
  for (const { index, 0: found } of text.matchAll(LATIN_TITLED))
    spans.push({ kind: 'person', start: index, end: index + found.length })
  for (const { index, 0: found, 1: name = '' } of text.matchAll(FAMILIAR))
    if (isPlainFamily(name)) spans.push({ kind: 'person', start: index, end: index + found.length })
  return spans
}

function isPartOfWord(text: string): boolean {
  return [...segmenter.segment(text)].length === 1
}

/** 阿依古丽·买买提, 史蒂夫·王 */
function foreignNames(text: string): PersonalSpan[] {
  return [...text.matchAll(/\p{Script=Han}{1,6}(?:[·•・]\p{Script=Han}{1,8}){1,3}/gu)].map(({ index, 0: found }) => {
    const cue = /^.*(?:我叫|叫|是|找|给|联系)(?=.)/u.exec(found.split(/[·•・]/)[0] as string)
    return { kind: 'person' as const, start: index + (cue?.[0].length ?? 0), end: index + found.length }
  })
}
