import { GIVING_UP, LEGAL, SAFETY, SWEARING } from './alarm-wording.ts'
import { mendPersonWords } from './misspelt.ts'
import { PERSON } from './person-wording.ts'
import { plainForSignals } from './plain-for-signals.ts'
import { UNDERSTOOD_WHAT } from './understood-wording.ts'
import { says, type Wordings } from './wording.ts'

/** What a customer's wording says about how the conversation is going, beside its topic. */
export interface DialogueSignals {
  /** Wants to speak to a human being. */
  asksForPerson: boolean
  /** Says that the last answer was not what was asked. */
  refuses: boolean
  /** Says that it helped, or agrees. */
  accepts: boolean
}

/** All that is read from one message: beside the dialogue's signals those that hard rules look at. */
export interface MessageSignals extends DialogueSignals {
  /** Speaks of lawyers, courts or authorities. */
  raisesLegal: boolean
  /** Speaks of fire, electric shock or injury: somebody may be in danger. */
  raisesSafety: boolean
  /** Swears, or says that they are angry. */
  swears: boolean
  /** Leaves without what they came for ("forget it"). */
  givesUp: boolean
  /** Asks what the bot has understood, or why it asks; the whole message is about that. */
  asksWhatWasUnderstood: boolean
}

const REFUSAL: Wordings = {
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
  },
  zh: {
    yes: [
      /答非所问|牛头不对马嘴|驴唇不对马嘴/,
      /(不是|没有|没)(在)?(问|说|指|要)(的)?(这个|这|那个)/,
      /(我|俺)(问|说|要|指)的(不是|是)/,
      /不是(我|俺)(想|要)*(问|说|要)的/,
      /(你|您)(还是|根本|完全|好像|都)*(没有?|不)(搞|弄)?懂/,
      /(没|不)(回答|解决|听懂|理解|明白|帮到|看懂).{0,8}/,
      /(听不懂|看不懂)(人话|我)?|没用|不对(啊|吧|呀)?[!！。]*$|不是这(个|样)|说了等于没说|文不对题/,
    ],
    not: [/(我|俺)(没|不)(听懂|理解|明白|看懂)$/],
  },
}

const ACCEPTANCE: Wordings = {
  en: {
    yes: [/\b(thanks|thank you|thx|ty|cheers|great|perfect|awesome|solved|that helps|that helped|got it|works now)\b/],
    not: [/\b(no|not|but|however|still)\b/],
  },
  zh: {
    yes: [/谢谢|多谢|感谢|明白了|知道了|清楚了|解决了|好的|可以了|懂了/],
    not: [/不|没|但是|可是|还是/],
  },
}

/**
 * Reads the signals of one message. Both languages are tried, because customers mix them.
 * Case, apostrophes, full-width and traditional forms do not matter, nor do typing mistakes in a call for a person;
 * patterns are linear on the bounded text.
 */
export function readSignals(text: string): MessageSignals {
  const plain = plainForSignals(text)
  return {
    asksForPerson: says(PERSON, mendPersonWords(plain)),
    refuses: says(REFUSAL, plain),
    accepts: says(ACCEPTANCE, plain),
    raisesLegal: says(LEGAL, plain),
    raisesSafety: says(SAFETY, plain),
    swears: says(SWEARING, plain),
    givesUp: says(GIVING_UP, plain),
    asksWhatWasUnderstood: says(UNDERSTOOD_WHAT, plain),
  }
}
