import type { Language } from '../../domain/index.ts'

/** What a customer's wording says about how the conversation is going, beside its topic. */
export interface DialogueSignals {
  /** Wants to speak to a human being. */
  asksForPerson: boolean
  /** Says that the last answer was not what was asked. */
  refuses: boolean
  /** Says that it helped, or agrees. */
  accepts: boolean
}

type Patterns = Record<Language, { yes: RegExp[]; not: RegExp[] }>

const PERSON: Patterns = {
  en: {
    yes: [
      /\b(talk|talking|speak|speaking|chat|connect|transfer|switch|forward|pass|put)\b.{0,30}\b(humans?|person|people|agents?|representatives?|rep|operator|advis[oe]r|someone|somebody|staff|employee|supervisor|customer (service|support|care))\b/,
      /\b(get|give|need|want|prefer|call|find|is there|can i have|would like)\b.{0,20}\b(humans?|(real|live|actual) (person|agent)|(a|an|the) (person|agent|representative|operator)|representative|supervisor)\b/,
      /^(a |an |the |real |live |actual |human )*(human|person|agent|operator|representative|advis[oe]r|staff)( please| now)*$/,
      /\b(live|real|actual|human) (chat |support )?(agent|person|human|being|people|support|help|staff)\b/,
    ],
    not: [
      /\b(do not|don'?t|dont|no need|not|never|without|rather not|instead of)\b.{0,25}\b(talk|speak|chat|transfer|connect|need|want|with|to)?\b.{0,20}\b(human|person|agent|representative|operator|someone|somebody|staff)\b/,
      /\b(are|r) (you|u) (a |an )?(real |actual |live )?(human|person|bot|robot|agent)\b/,
    ],
  },
  zh: {
    yes: [
      /转(接)?(到)?(一下)?(人工|客服|真人)/,
      /(找|要|叫|换|请|想|跟|和|联系|接|给我)[^不别]{0,6}(人工|真人|活人|客服(人员)?|专员|工作人员|负责人|领导|经理)/,
      /^(人工|真人|客服|人工客服|人工服务|在线客服)[吧啊呢呀!！。?？]*$/,
      /(人工|真人)(客服|服务|坐席|帮|处理|解决|吧|呢|在吗)/,
      /不(想|要)(再)?(跟|和|同)(机器人|你这个机器)/,
    ],
    not: [
      /(不|别|无需|不用|不要|不想|不必|没必要)(再)?(给我)?(找|要|叫|换|转|接|联系|跟|和)?(接)?(到)?.{0,3}(人工|真人|客服)/,
      /你是(不是)?(人工|真人|机器人|客服)/,
    ],
  },
}

const REFUSAL: Patterns = {
  en: {
    yes: [
      /\b(that'?s|this is|thats|it'?s|its) not (what|the|my|an?|it|right|helpful|helping|true|correct)\b/,
      /\bnot what i (asked|meant|mean|wanted|need|was asking|said)\b/,
      /\b(didn'?t|did not|doesn'?t|does not|don'?t|didnt|doesnt) (help|answer|work|solve|understand|get (me|it|my))\b/,
      /\b(wrong|irrelevant|useless|unhelpful) ?(answer|reply|response|question|again)?\b.{0,12}$/,
      /^(no|nope|nah)[,.! ]+(i|that|it|not|this|the|my)\b/,
      /\b(you|u)( are|'?re)? (not listening|not understanding|misunderst\w+|missing the point)\b/,
      /\bi (already|just) (said|told|asked|explained)\b/,
    ],
    not: [],
  },
  zh: {
    yes: [
      /答非所问|牛头不对马嘴|驴唇不对马嘴/,
      /(不是|没有|没)(在)?(问|说|指|要)(的)?(这个|这|那个)/,
      /(我|俺)(问|说|要|指)的(不是|是)/,
      /(没|不)(回答|解决|听懂|理解|明白|帮到|看懂).{0,8}/,
      /(听不懂|看不懂)(人话|我)?|没用|不对(啊|吧|呀)?[!！。]*$|不是这(个|样)|说了等于没说|文不对题/,
    ],
    not: [/(我|俺)(没|不)(听懂|理解|明白|看懂)$/],
  },
}

const ACCEPTANCE: Patterns = {
  en: {
    yes: [/\b(thanks|thank you|thx|ty|cheers|great|perfect|awesome|solved|that helps|that helped|got it|works now)\b/],
    not: [/\b(no|not|but|however|still)\b/],
  },
  zh: {
    yes: [/谢谢|多谢|感谢|明白了|知道了|清楚了|解决了|好的|可以了|懂了/],
    not: [/不|没|但是|可是|还是/],
  },
}

/** Longer messages are stories; their signals stand at the start or the end. */
const READ_AT_MOST = 600

/**
 * Reads the signals of one message. Both languages are tried, because customers mix them.
 * Case, apostrophes and full-width forms do not matter; patterns are linear on the bounded text.
 */
export function readSignals(text: string): DialogueSignals {
  const bounded = text.length > READ_AT_MOST ? `${text.slice(0, 300)} ${text.slice(-300)}` : text
  const plain = bounded
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/\s+/g, ' ')
    .replace(/[\s?!.。~]+$/, '')
    .trim()
  return {
    asksForPerson: says(PERSON, plain),
    refuses: says(REFUSAL, plain),
    accepts: says(ACCEPTANCE, plain),
  }
}

function says(patterns: Patterns, text: string): boolean {
  return Object.values(patterns).some(
    ({ yes, not }) => yes.some((pattern) => pattern.test(text)) && !not.some((pattern) => pattern.test(text)),
  )
}
