import type { Wording } from './wording.ts'

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
  doubt: {
    en: /\b(are you sure|you sure|certain|really|positive|check again|look again|again|anyway)\b/,
    zh: /确定|真的(吗|么)|你确认|再确认|到底/,
  },
  ownApology: {
    en: /\b(i'?m sorry|i am sorry|sorry)\b/,
    zh: /^(抱歉|不好意思|对不起)/,
  },
  objection: {
    en: /\b(but|however|though|although|unless|only|just)\b/,
    zh: /但|可是|不过|只是|只有|除非/,
  },
  challenge: {
    en: /\byou (didn'?t|did not|don'?t|haven'?t|can'?t|couldn'?t|never|mean|sure)\b|\bare you\b|\bis that (all|the|it)\b|\bthere('?s| is| are)? (no|not|nothing)\b|\bwhy\b/,
    zh: /为什么|为啥|凭什么|你们?(不是|没有?|怎么|说过|之前)|难道/,
  },
  insists: {
    en: /\b(do not|did not|is not|cannot|can not|does not|am not|will not)\b/,
    zh: /一定要|必须|就是要|我就(要|想)/,
  },
  reminder: {
    en: /\b(already|again|still|once more|as i|like i said|earlier|before|same)\b/,
    zh: /刚才|之前|上次|已经|还是|又/,
  },
  trailsOff: {
    en: /\.\.|…/,
    zh: /…|。。|\.\./,
  },
  indifferent: {
    en: /\b(do(n'?t| not) (really )?(care|mind|matter|have (a|any))|does(n'?t| not) (really )?matter|no,? (i |preference|specific|particular)|not (picky|particular|important|really)|any (area|price|kind|type|of (them|those)|one|will|would|is|day|time)|anywhere|either|whichever|whatever|up to you|open to)/,
    zh: /随便|都可以|都行|无所谓|哪个都/,
  },
  saysNo: {
    en: /^(no|nope|nah)\b/,
    zh: /^(不|没)/,
  },
  saysYes: {
    en: /^(yes|yeah|yep|yup|sure|ok|okay|please|alright)\b/,
    zh: /^(好|是|嗯|可以|对)/,
  },
  declinesPolitely: {
    en: /^(no|nope|nah)[, ]*(thanks|thank|that|i'?m|it|i think)/,
    zh: /^不用了?[,， ]*谢|没(有|什么)?(事|问题)了/,
  },
  delight: {
    en: /\b(perfect|awesome|excellent|wonderful|fantastic|amazing|great)\b/,
    zh: /太好|太棒|完美|非常好|真棒/,
  },
  approves: {
    en: /\b(sounds?|that'?s|that is|looks?) (good|great|perfect|fine|nice|like|awesome|wonderful)\b/,
    zh: /(挺|很|蛮)(好|不错)|就这个|可以的/,
  },
  exclaims: {
    en: /!/,
    zh: /[!！]/,
  },
  acknowledges: {
    en: /\b(got it|i see|understood|ok(ay)?\b.{0,20}\b(then|well))\b/,
    zh: /知道了|明白了|懂了|了解/,
  },
  addition: {
    en: /\b(also|as well|too|another thing|in addition)\b/,
    zh: /还有|另外|顺便|再问/,
  },
  postpones: {
    en: /\b(later|not (now|yet|right now|today)|maybe|perhaps|think about)\b/,
    zh: /以后|下次|再说|考虑|先不/,
  },
  asksWhether: {
    en: /^(can|could|is|are|do|does|will|would|may|was|did|have|has)\b/,
    zh: /^(能|可以|是不是|有没有|会)/,
  },
  aboutThemself: {
    en: /^(i|i'm|i'd|i am|we)\b/,
    zh: /^我/,
  },
  onlyWants: {
    en: /\bjust (want|need|give|tell|book|look|get|like|find|do|the)|\b(all i|i only|i simply) (want|need|ask)|[.!?] (please|just)\b/,
    zh: /我(只|就)(想|要|问)|直接/,
  },
} satisfies Record<string, Wording>
export type CustomerCue = keyof typeof CUSTOMER_CUES
