import type { Language } from '../../../domain/index.ts'

type Wording = Record<Language, RegExp>

/**
 * What in a customer's wording speaks for or against satisfaction, in words that a person can check.
 * Patterns run over text in the form of `plainText`.
 */
export const CUSTOMER_CUES = {
  negative: {
    en: /\b(not|no|don'?t|doesn'?t|didn'?t|can'?t|cannot|won'?t|isn'?t|wasn'?t|aren'?t|never|none|nothing|unable|bad|wrong|terrible|awful|horrible|worse|worst|unfortunate(ly)?|disappoint\w*|problem|issue|fail\w*)\b/,
    zh: /不是|不能|不行|不对|不了|不到|没有|没法|没用|还没|都没|不好|不想|坏|错|问题|差|假|骗|失望|麻烦死/,
  },
  thanks: {
    en: /\b(thanks?|thank you|thx|ty|appreciate|grateful|cheers)\b/,
    zh: /谢谢|多谢|感谢|谢啦|谢了|辛苦|麻烦了/,
  },
  agreement: {
    en: /\b(yes|yeah|yep|yup|sure|ok|okay|alright|right|correct|exactly|fine|works?( for me| well)?|suits?|go ahead|agreed?)\b/,
    zh: /好的|^好|好滴|好哒|是的|嗯|对的|^对|可以的|^可以$|行[吧的]?$|ok|明白|知道了|^哦/,
  },
  praise: {
    en: /\b(great|perfect|awesome|wonderful|excellent|fantastic|lovely|amazing|nice|cool|super|love|good|helpful|sounds)\b/,
    zh: /太好|很好|真好|不错|棒|满意|喜欢|给力|厉害|好评|赞/,
  },
  anger: {
    en: /\b(ridiculous|unacceptable|useless|annoy\w*|angry|upset|frustrat\w*|waste|stupid|pathetic|nonsense|complain\w*|rude|wtf|hell|damn|seriously)\b/,
    zh: /投诉|垃圾|骗|什么意思|什么态度|搞什么|怎么回事|凭什么|无语|生气|气死|烦|坑|忽悠|敷衍|你们京东|你们.{0,4}(怎么|就|都|是)|[!！]{2,}|差评|不讲/,
  },
  correction: {
    en: /\b(no[,. ]+(i|it|that|not)|i (said|meant|asked|told|already|wanted)|not what|actually|instead|sorry[,. ]+(i|but|no)|my mistake|i mean|rather|change)\b/,
    zh: /不是.{0,6}(是|吗)|我(说|问|要|指)的?是|我是说|已经说|说过|不对|错了|搞错|弄错|重新|改/,
  },
  urging: {
    en: /\b(hurry|asap|quick(ly)?|immediately|right away|urgent\w*|still (waiting|no|not)|how (much )?long(er)?|again|already)\b/,
    zh: /快点|赶紧|尽快|马上|着急|急|催|多久|等了|还要等|还没|怎么还|一直|什么时候|在吗|人呢/,
  },
  retry: {
    en: /\b(try|again|another|other|others|else|different|how about|what about|instead|any other|alternative)\b/,
    zh: /再(试|看|查|问|发|说)|换(一|个)|别的|其他|另外|重新/,
  },
  declines: {
    en: /^(no|nope|nah|not)\b|\bnot (right )?(now|yet|at this)\b|\bdon'?t (want|need|care|like)\b|\bnever ?mind\b|\bhold on\b|\bi guess\b|\boh well\b/,
    zh: /不用|不要|不需要|算了|不了$|那算|不必|不想|随便|无所谓/,
  },
  regret: {
    en: /\b(sorry|apolog\w*|unfortunate(ly)?|too bad|shame|afraid|hmm+|oh|well|but|however|really)\b/,
    zh: /可是|但是|不过|好吧|这样啊|怎么办|唉|哎|晕|额|呃|难道/,
  },
  question: {
    en: /\?/,
    zh: /[?？]|吗|呢$|怎么|什么|为什么|多少|多久|哪|是不是|能不能|可不可以|有没有|可以吗|么$/,
  },
  request: {
    en: /\b(need|want|looking for|would like|could you|can you|please|book|find|reserve)\b/,
    zh: /帮我|给我|麻烦|我要|我想|请|申请|取消|退|换货|修改|开.{0,3}票/,
  },
  closing: {
    en: /\b(bye|goodbye|that('?s| is| will be|'ll be) (all|it|everything)|all i need(ed)?|have a (good|great|nice)|nothing else|for (your|the|all).{0,12}help)\b/,
    zh: /再见|拜拜|没有了|没了|没事了|就这样|先这样|没其他|没问题了|886|88$/,
  },
} satisfies Record<string, Wording>
export type CustomerCue = keyof typeof CUSTOMER_CUES

/** What the company's side just said. */
export const BUSINESS_CUES = {
  refusal: {
    en: /\b(unfortunately|unable|cannot|can'?t|could ?n[o']t|could not|does ?n[o']t|do ?n[o']t have|not (available|able|allowed|offer\w*|possible|find|located|permitted|sure)|unavailable|unsuccessful|there (are|is|were)(n'?t| not| no)|no (results?|matches|such|availability|listings?)|(have|found|find|has) (no|none)|isn'?t|aren'?t|won'?t|wasn'?t|fail\w*|^no)\b/,
    zh: /无法|不能|不可以|没办法|没法|不支持|不了|不行|不好意思|暂时没有|没有办法|不符合|不在|暂不|不享受|不提供|不开具/,
  },
  apology: {
    en: /\b(sorry|apolog\w*|afraid|regret|inconvenience)\b/,
    zh: /抱歉|对不起|不好意思|不便|见谅|谅解|理解/,
  },
  alternative: {
    en: /\b(another|different|other|instead|alternative|something else|try|change|shorter|perhaps|either)\b/,
    zh: /建议|重新|其他的|换|改|或者/,
  },
  question: {
    en: /\?/,
    zh: /[?？]|吗|请问|是否|哪/,
  },
  success: {
    en: /\b(booked|success\w*|confirmed|reserved|reference|all set|has been|have been|scheduled|purchased|enjoy|playing|transferred|made (a|the|your))\b/,
    zh: /已经|成功|已为您|已帮您|帮您申请|办好|完成|到账|为您(处理|登记|反馈|备注)/,
  },
  confirmation: {
    en: /\b(confirm|is (this|that|it) (right|correct|ok|okay)|correct\?|just to)\b/,
    zh: /确认|是这个|对吗|是吗|是么/,
  },
  furtherHelp: {
    en: /\b(anything else|something else|any(thing)? (more|other)|what else|further|more help|else (can|may|i can))\b/,
    zh: /其他(还)?(可以|需要|能)|还有(什么|其他)|帮到您|不客气|再见|祝您/,
  },
  wait: {
    en: /\b(wait|one moment|a moment|hold on|bear with|let me check|checking)\b/,
    zh: /稍等|等待|耐心|查询|核实|正在|看下|审核|请等/,
  },
  offer: {
    en: /\b(would you like|do you want|shall i|should i|can i (get|book|help)|like me to)\b/,
    zh: /您看|可以吗|需要.{0,6}吗|好吗|给您(申请|提交|登记)/,
  },
  yes: {
    en: /^(yes|sure|of course|absolutely|certainly|okay|ok|great|no problem)\b/,
    zh: /^(好的|可以|是的|嗯|没问题|有的)/,
  },
} satisfies Record<string, Wording>
export type BusinessCue = keyof typeof BUSINESS_CUES

/** What a long story says about its teller's mood stands at its start or its end. */
const READ_AT_MOST = 600

/** Bounded, lower case, half-width, single spaces: what the cues are written for. */
export function plainText(text: string): string {
  const bounded = text.length > READ_AT_MOST ? `${text.slice(0, 300)} ${text.slice(-300)}` : text
  return bounded.toWellFormed().normalize('NFKC').toLowerCase().replaceAll('’', "'").replace(/\s+/g, ' ').trim()
}

/** 1 where the text has the cue. Both languages are tried, because customers mix them. */
export function readCues<Cue extends string>(cues: Record<Cue, Wording>, text: string): Record<Cue, 0 | 1> {
  const plain = plainText(text)
  const found = {} as Record<Cue, 0 | 1>
  for (const cue of Object.keys(cues) as Cue[]) {
    const { en, zh } = cues[cue]
    found[cue] = en.test(plain) || zh.test(plain) ? 1 : 0
  }
  return found
}
