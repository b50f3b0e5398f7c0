import type { Wordings } from './wording.ts'

const MINE =
  '(?:me|that|this|it|my (?:question|message|request|problem|point)|what i (?:said|say|mean|meant|want|wanted|asked|wrote|need))'
const ASKED_FOR =
  '(?:me )?(?:that|this|it|for (?:that|this|it)|this question|these questions|so many questions|(?:for )?(?:my|the|an) (?:order number|number))'

/**
 * Asks what was understood, or why the bot asks. Only where the message is nothing else: a question about the
 * shop's own words ("what do you mean by restocking fee") is a question like any other.
 */
export const UNDERSTOOD_WHAT: Wordings = {
  en: {
    yes: [
      new RegExp(
        `^(?:(?:so|and|but|hey|ok|okay|wait|sorry|well|please)[, ]+)*(?:${[
          `what(?: exactly| precisely)? (?:did|do|have|had) you(?: just| actually| really)? (?:understand|understood)(?: (?:of|from|about|by) ${MINE})?`,
          `what (?:do|did) you think (?:i (?:want|wanted|need|needed|mean|meant|asked|said)(?: (?:for|about))?|(?:i am|i'm) asking(?: (?:for|about))?|(?:it|this|my question|my message|my request) is about)`,
          `how (?:did|do|have) you (?:understand|understood|take|taken) ${MINE}`,
          `what(?: is|'s| was) your understanding(?: of ${MINE})?`,
          `(?:did|do|have) you(?: even| really| actually)? (?:understand|understood) ${MINE}`,
          `(?:did|do) you(?: even| really| actually)? get (?:me|that|it|what i (?:said|mean|meant|asked))`,
          `why (?:do|did|would|must|are) you(?: even| always)? (?:ask|asking|want|want to know|need|need to know)(?: ${ASKED_FOR})`,
          'why (?:do|did|are) you (?:ask|asking)(?: me)?',
          'what makes you think (?:that|so|this)',
          "(?:what|which part) (?:did|do) you not (?:understand|get)|(?:what|which part) (?:didn't|don't) you (?:understand|get)",
        ].join('|')})(?:[, ]+(?:so far|then|now|exactly|please|actually|at all))*$`,
      ),
    ],
  },
  zh: {
    yes: [
      new RegExp(
        `^(?:(?:那么?|所以|请问|喂|等等|等一下|不是)[,， ]*)*(?:${[
          '[你您](?:到底|究竟|刚才|刚刚|现在|都)*(?:理解|明白|听懂|看懂|弄懂|懂)(?:成|的是|了|到了?|出)?(?:什么|啥|哪些)(?:意思|东西)?了?',
          '[你您](?:觉得|认为|以为)我(?:是|想|要|在|的意思|说的|问的)*(?:问|说|要|表达)?的?是?(?:什么|啥)',
          '[你您](?:真的?|到底|究竟|是不是|有没有|能不能|能|是否)*(?:明白|理解|听懂|看懂|懂|清楚|知道)了?(?:没有?)?我(?:的?意思|说的|问的|的问题|的话|(?:在|想|要)?(?:问|说|要|表达)(?:的是)?(?:什么|啥))(?:了|吗|没|没有|么|吧)*',
          '[你您](?:到底|真的?)?(?:明白|理解|听懂|看懂|懂)了?(?:吗|没有?|么)',
          '[你您]是?(?:怎么|咋|如何)(?:理解|想)的',
          '(?:说说|说一下)?[你您]的理解(?:是(?:什么|啥|怎样的?))?',
          '[你您]?们?(?:为什么|为啥|干嘛|干吗|怎么)[你您]?(?:还|老|总|一直|会|要|需要|非要)*(?:问|要|需要)我?(?:这个|这些|那个|这|订单号|单号|这个问题|这种问题|这么多)',
          '[你您]?们?(?:为什么|为啥)[你您]?(?:会|要)?这[么样]问',
        ].join('|')})[啊呢呀嘛了吗]*$`,
      ),
    ],
  },
}
