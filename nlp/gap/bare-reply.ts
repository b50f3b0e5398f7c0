import { plainForSignals } from './plain-for-signals.ts'
import { says, type Wordings } from './wording.ts'

/** What a message says that is nothing but a reply to the bot. */
export type BareReply = 'yes' | 'no' | 'refusal'

const YES: Wordings = {
  en: {
    yes: [
      /^(?:(?:yes|yeah|yep|yup|right|correct|exactly|sure|ok|okay|that's (?:right|it|correct)|that is (?:right|it|correct)|please)[, ]*)+$/,
    ],
  },
  zh: { yes: [/^(?:(?:是|对|嗯|好|没错|正是|就是这个|可以|行)(?:的|啊|呀|吧|了)?[,， ]*)+$/] },
}

const NO: Wordings = {
  en: {
    yes: [
      /^(?:(?:no|nope|nah)[, ]*)*(?:no|nope|nah|none|neither|not (?:this|that|these|those)|(?:none|neither|not any|no one) of (?:these|those|them|the above)|something else)$/,
    ],
  },
  zh: {
    yes: [/^(?:(?:以上|这些|上面|它们)?(?:都|全)?(?:不是|不对|没有)(?:的|啊|呀|哦)?[,， ]*)+$|^(?:别的|其他的?)$/],
  },
}

const MEANT = "(?:what|the thing|the question) (?:i|i'm|i am|i was) ?(?:asked|asking|meant|mean|wanted|want|need|said)"
const REFUSAL: Wordings = {
  en: {
    yes: [
      new RegExp(
        `^(?:(?:no|nope|nah|but|sorry|well)[,.! ]+)*(?:${[
          `(?:(?:that|this|it)(?:'s| is| was|s)|that(?:'s| is) still) (?:not|n't) (?:${MEANT}(?: (?:for|about))?|it|right|correct|helpful|my question|an answer|the answer)`,
          "(?:that|this|it)(?: is|'s|s| was)? (?:just |completely |totally )?(?:wrong|incorrect|useless|no help)",
          `not ${MEANT}(?: (?:for|about))?`,
          "you (?:did not|didn't|didnt|do not|don't|dont) (?:answer|understand|get)(?: (?:me|it|that|my question))?(?: at all)?",
          "(?:that|this|it) (?:did not|didn't|didnt|does not|doesn't|doesnt) (?:help|answer (?:it|my question))(?: me)?(?: at all)?",
          'wrong(?: answer)?',
        ].join('|')})$`,
      ),
    ],
  },
  zh: {
    yes: [
      new RegExp(
        `^(?:(?:不|不是|不对|可是|但是)[,，。 ]*)?(?:${[
          '[你您]?(?:这)?(?:完全|根本|真是)?(?:是)?(?:答非所问|牛头不对马嘴|驴唇不对马嘴|文不对题)',
          '(?:这|那|你说的|你回答的)?(?:也|都|根本|完全|并)*不是我(?:想|要)*(?:问|说|要|想要|的意思)的?',
          '我(?:问|说|要|指)的(?:根本|完全|并)?不是(?:这|那)个?',
          '[你您](?:还是|根本|完全|好像|都)*(?:没有?|不)(?:回答|听懂|看懂|搞懂|弄懂|懂|理解|明白)(?:我)?(?:的)?(?:意思|问题|话|说的|问的)?',
          '不是这个意思|(?:回答|你说的)?(?:错了|不对)',
        ].join('|')})[啊呀吧呢了]*$`,
      ),
    ],
  },
}

/**
 * Whether the message is nothing but a yes, a no or a refusal: it then says nothing new of what the customer needs,
 * and whatever its words resemble ("that's not what I asked" and the wrong item that came) is chance.
 * @returns undefined where it says more
 */
export function bareReply(text: string): BareReply | undefined {
  const plain = plainForSignals(text)
  if (says(YES, plain)) return 'yes'
  if (says(NO, plain)) return 'no'
  return says(REFUSAL, plain) ? 'refusal' : undefined
}
