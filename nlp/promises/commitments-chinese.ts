import { isConditionalChinese } from './conditions-chinese.ts'
import type { Commitment } from './promised-action.ts'

const REPORTED =
  /(?:您|你|他|她|他们|顾客|客户|同事)(?:们)?(?:之前|刚才|刚刚|昨天|上次|也)?(?:跟我|跟您|和我|对我)?(?:说|提到|写|问|答应|承诺|反映)(?!的)/
// What keeps a clause from being one.
const GUESS =
  /预计|大概|大约|估计|可能|也许|或许|应该|左右|应是|差不多|争取|尽量|尽力|希望|本来|原本|原定|最快|想|自动|如果是我|说不定|不一定/
const PAST =
  /(?:已经|已(?!知))(?![^,]{0,14}?(?:会|将|后(?:短信|电话)?(?:通知|告知)))|刚刚|刚才|昨[天日晚]|前天|上(?:周|个月|星期|次)|(?:打|发|寄|退|联系|回复|处理|反馈)过(?!去|来)|曾|早就/
const DONE = /了[哦哈呢啦呀。~]*$/
const POLITE =
  /不好意思|不客气|不过|(?:不用|不必|不要|别|勿)(?:再)?(?:担心|着急|急|客气|生气)|不久|不超过|不晚于|不管|不论|不便|不足|特别|不周|不少|差别|未来|(?:给[您你])?添(?:了)?(?:这么多)?(?:的)?麻烦了?/g
const NEGATION = /不|没|无法|未|别|无(?!误|条件|偿|忧)|扣除|收取|只能|延期|延误|耽误/
const ABLE = /可以|可(?=查|见|在|享)|能(?!到账|送到|送达|收到|到$|发|寄|给您|修)|得到|才/
const CUSTOMER_DOES =
  /请[您你]?(?:将|把)|[您你]到时|告知(?:我|一?下)|[您你](?:需要(?!的)|自行|点击|填写)|^(?:以及|以便|便于|麻烦|烦请|敬请|有劳|请(?!您?放心|您?稍|您?相信|给我|您?别|您?不)|您(?!会收到|将收到|将会收到|的|好|放心|别|稍|不用|不必)|你(?!会收到|将收到|的|好|放心|别|稍|不用|不必))/

const WILL =
  /会(?!员|议|计|话)|将|一定|肯定|保证|马上|立刻|立即|尽快|尽早|稍后|稍候|这就|第一时间|回头|务必|去(?=跟|和|问|找|核|联|催)|随后|届时|到时|必定|承诺|后期|后续|百分之?百/
const COMPANY =
  /我|咱|小妹|妹子|小二|同事|专员|客服|主管|经理|技术|工程师|师傅|财务|仓库|门店|店里|快递|物流|公司|团队|部门|商家|店铺|售后/
const CUSTOMER = /您|你|亲/

/** 您提供下号码我们会回电: the customer does something, and so do we. */
const STAFF_WILL = /(?:我们?|这边|专员|小妹|妹子|同事)(?:也|都|就)?会/
/** Said by the company of itself, though nobody is named. */
const PLEDGE = /第一时间|尽快|上门/

const YOU = '[您你]'
const FOR_YOU = `(?:给|为|帮|替|向|跟|与|和|同|对)${YOU}`
/** The deeds, those first that say more; what comes to the customer's ears or hands before what is done for it. */
const DEEDS: readonly (readonly [Commitment['action'], RegExp])[] = [
  [
    'call',
    /打(?:个|一个|通)?电话|致电|回(?:个|一个)?电(?!脑)|去电|电话(?:联系|回复|回访|沟通|告知|通知)|打(?:过|回)去|打给|回拨|回访/,
  ],
  [
    'refund',
    /退款|退(?:给|还|回(?!仓|来|去))|返还|原[^,]{0,3}返|到账|赔付|赔偿|补偿|报销|打回|转回|原路|返现|差价|(?:钱|款|费|运费|邮费|押金|款项)[^,]{0,10}退|给[您你]退(?!货|换)|退[^,货换]{0,6}(?:钱|款|费)/,
  ],
  [
    'send',
    /寄|发货|发出|发走|发给|发[您你]|发到|发送|补发|重发|送达|送到|送货|配送|派送|派人|上门|取件|邮寄|送上|送出|出库|给[您你]发(?!短信|消息|微信)|收到(?!回复|答复|退|款|消息|通知)/,
  ],
  [
    'answer',
    new RegExp(
      `回[复覆]|答[复覆]|回话|回应|回${YOU}|告诉${YOU}|告知|通知(?:${YOU}|到您)|联系(?:${YOU}|到您)|${FOR_YOU}(?:取得)?(?:联系|反馈|汇报|说明|同步|更新|一个(?:说法|答案|结果|准信)|个(?:说法|答案|结果|准信|回音|交代)|消息|准信|答案|结果|留言|写信|说法|交代|沟通|确认|(?:发)?(?:短信|消息|微信))|反馈给${YOU}|短[信息](?:通知|提示|提醒|回)|(?:给|有)[^,]{0,4}(?:结果|消息|说法|准信)`,
    ),
  ],
  [
    'other',
    /处理|解决|修(?:好|复|理|改|$)|维修|解锁|解冻|取消|更改|变更|改(?:好|为|成|到|掉)|改地址|删除|注销|清除|申请|补(?!充说明)|登记|开通|恢复|延长|兑换|升级|搞定|办(?:理|好|妥)|加上|加急|安排|换(?:新|货|一)|更换|预留|保留|调整|绑定|解绑|重置|充(?:值|回)|落实/,
  ],
  [
    'check',
    /核实|核查|核对|查(?:清|明|一下|询|找|看|$)|查[您你]?|检测|检查|检修|调查|跟进|跟踪|反馈(?:给|到)?|调取|审核|了解|转交|上报|提交|催|拦截|说明|转达|问(?:一下|问|清)?|看(?:一下|看)|联系|沟通/,
  ],
]
/** 邮件24小时内回复: how it is with everybody's. */
const EVERYBODYS = /^(?:邮件|来信|来函|留言|工单)(?!.*[您你])/
/** Done or looked up while the customer looks on: 马上为您处理. */
const AT_ONCE_NOW =
  /(?:马上|立刻|立即|这就|现在|先)[^,]{0,8}(?:处理|办理|操作|查|看|核实|核对|反馈|登记|提交|申请|备注|解答)/
/** Looked up while the customer looks on. */
const AT_ONCE = /^[^,]{0,20}?(?:帮|为|给|替)?[您你]?(?:查(?!清|明|找)|看|核对|确认|问)(?:一下|一查|看|询)?/

/**
 * Where a sentence commits the company to do something, in order: at most one for each clause between commas.
 * @param sentence in plain form, without quotes; it does not ask
 * @param timed whether a clause, by its start and end, names a time of its own
 */
export function chineseCommitments(sentence: string, timed: (start: number, end: number) => boolean): Commitment[] {
  if (!/[\u3400-\u9fff]/.test(sentence)) return []
  if (isConditionalChinese(sentence)) return []
  const found: Commitment[] = []
  const isToThem = CUSTOMER.test(sentence) || COMPANY.test(sentence)
  let leadIn = ''
  for (const { start, text } of clausesOf(sentence)) {
    if (REPORTED.test(text)) break
    const one = commitmentOf(
      text,
      leadIn,
      () => timed(start, start + text.length) || isTimeAlone(sentence, start, timed),
    )
    leadIn = text
    // "邮件24小时内回复" is said to everybody; "退款24小时内到账" is not.
    const isSaidToAll = !isToThem && one?.tense === 'present' && one.action !== 'refund' && one.action !== 'send'
    if (one && !isSaidToAll) found.push({ ...one, start: start + one.start, end: start + one.end })
  }
  return found
}

function* clausesOf(sentence: string): Generator<{ start: number; text: string }> {
  for (const { index, 0: text } of sentence.matchAll(/(?:[^,:]|:(?=\d))+/g)) yield { start: index, text }
}

/** The clause before is nothing but a time: "明天上午,我给您回电". */
function isTimeAlone(sentence: string, start: number, timed: (start: number, end: number) => boolean): boolean {
  const before = /(?:[^,:]|:(?=\d))+(?=[,:]$)/.exec(sentence.slice(Math.max(0, start - 25), start))?.[0]
  return before !== undefined && before.length <= 14 && timed(start - 1 - before.length, start - 1)
}

/** @param leadIn the clause before */
function commitmentOf(clause: string, leadIn: string, timed: () => boolean): Commitment | undefined {
  const words = clause.trimStart()
  if (
    (CUSTOMER_DOES.test(words) && !STAFF_WILL.test(words)) ||
    EVERYBODYS.test(words) ||
    GUESS.test(clause) ||
    PAST.test(clause)
  )
    return undefined
  const plain = clause.replace(POLITE, (polite) => '#'.repeat(polite.length))
  if (NEGATION.test(plain) || ABLE.test(plain)) return undefined
  const deed = deedIn(plain)
  // 提交的服务单 is a thing, not a deed.
  if (!deed || /^的(?![呢哈哦呀啊啦了哟嘛噢喔嗯恩噻哩滴呗的-]*亲*$)[^,]{1,6}$/.test(plain.slice(deed.end)))
    return undefined
  const isTimed = timed()
  const isAfter = isDoneAfter(plain, deed, leadIn)
  const will = isAfter || WILL.test(plain)
  if (DONE.test(plain) && !(isTimed && /[明后下]|内|前|会|将/.test(plain))) return undefined
  const isOurs = isAfter || CUSTOMER.test(plain) || COMPANY.test(plain) || PLEDGE.test(plain)
  if (!isTimed && !(will && isOurs)) return undefined
  if (!isTimed && (deed.action === 'check' || deed.action === 'other' || deed.action === 'answer') && isAtOnce(plain))
    return undefined
  if (!isTimed && deed.action === 'check' && AT_ONCE.test(plain) && !/核实|核查|跟进|反馈|调查/.test(plain))
    return undefined
  return {
    start: clause.length - words.length,
    end: deed.end,
    action: deed.action,
    tense: will ? 'will' : 'present',
    form: isAfter ? 'zh-after' : will ? 'zh-will' : 'zh-present',
  }
}

/** 换开后短信告知您: what comes with an event of the company's is a promise, also without a word for the future. */
const AFTER =
  /(?:后|完成|好了?|有(?:了)?(?:结果|消息|进展|单号))(?:我|这?边|小妹|妹子|就|再|短信|电话|微信|直接|统一)*(?<forYou>[给帮为][您你])?$/

function isDoneAfter(clause: string, deed: Deed, leadIn: string): boolean {
  const after = AFTER.exec(leadIn + clause.slice(0, deed.start))
  return after !== null && (deed.action === 'answer' || deed.action === 'call' || after.groups?.forYou !== undefined)
}

function isAtOnce(clause: string): boolean {
  return AT_ONCE_NOW.test(clause) && !/会|将|一定|尽快/.test(clause) && !/有(?:结果|消息)/.test(clause)
}

interface Deed {
  action: Commitment['action']
  start: number
  end: number
}

function deedIn(clause: string): Deed | undefined {
  for (const [action, form] of DEEDS) {
    const match = form.exec(clause)
    if (match) return { action, start: match.index, end: match.index + match[0].length }
  }
  return undefined
}
