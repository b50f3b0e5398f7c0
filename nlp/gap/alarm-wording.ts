import type { Wordings } from './wording.ts'

/** Courts, lawyers, authorities. */
export const LEGAL: Wordings = {
  en: {
    yes: [
      /\b(?:going|want|have|need|ready|about|plan|prepared|forced) to sue\b|\b(?:will|gonna|could|might|shall)(?: \w+)? sue\b|'ll sue\b|\bsue (?:you|u|your|them|the (?:company|shop|store|seller))\b|\bsuing (?:you|u|your|them)\b|\bbut suing\b/,
      /\b(?:contact|contacted|call|called|hire|hired|consult|consulted|hear|letter|speak|spoken|talk|talked|get|got|involve)(?: \w+){0,3}? (?:lawyers?|attorneys?|solicitors?|barrister)\b/,
      /\b(?:my|our) (?:lawyers?|attorneys?|solicitors?|barrister) (?:will|is|are|has|have|says?|said|would|can|advised|told)\b/,
      /\blegal (?:action|proceedings|steps|case|claim|dispute|notice)\b|\blawsuit\b|\bsmall claims\b/,
      /\b(?:see|meet) you in court\b|\b(?:go|going|take (?:you|this|it)|taking (?:you|this|it)) to court\b/,
      /\btrading standards\b|\bombudsman\b|\bconsumer (?:protection|rights|court)\b|\bbetter business bureau\b|\battorney general\b/,
      /\b(?:go|going|call|calling|report|reporting|reported|contact|contacting)(?: you| this| it)?(?: to)? the (?:police|authorities)\b/,
    ],
  },
  zh: {
    yes: [
      /律师|起诉(?![状书])|诉讼|12315|消协|消费者(?:权益)?(?:保护)?(?:协会|法|权益)|仲裁|维权/,
      /告你们|告你(?!我)|告(?:死|到底|上)|(?:我要|我会|去|准备)告(?![诉知别假急])/,
      /法院见|法庭|[上去到]法院|报警(?![器铃灯主装])/,
      /法律(?:途径|手段|责任)|走法律|追究[^,，.。]{0,6}责任|市场监督|市监局|工商局|举报你/,
    ],
    apart: [/律师(?:职业|资格|考试|证|事务所|袍|服)/g],
  },
}

const DEVICE = '(?:battery|charger|plug|adapt[eo]r|power bank|phone|heater|cable|socket|kettle|laptop|device)'

const CHILD = '(?:son|daughter|child|kid|baby|toddler|dog|cat|puppy|grandson|granddaughter)'
const BODY =
  '(?:fingers?|thumbs?|hands?|arms?|wrists?|legs?|foot|feet|toes?|face|eyes?|head|back|skin|lips?|mouth|tongue|son|daughter|child|kids?|baby)'

/** Fire, electricity, injury: somebody may be in danger now. */
export const SAFETY: Wordings = {
  en: {
    yes: [
      /\b(?:caught|catch|catches|catching|on|started a|starts a) fire\b|\bthere(?:'s| is| was) (?:a )?(?:fire|smoke)\b|\b(?:flames|burst into flames)\b/,
      /\bsmoke (?:is |was )?(?:coming|came|comes|rising|pouring|from|out)\b/,
      new RegExp(
        `\\b${DEVICE}(?: \\w+){0,7}? (?:smoking|sparking|sparked|melt|melted|melting|swollen|swelling|bulging|leaking|leaked)\\b`,
      ),
      /\bit(?:'s| is| was| keeps| started)(?: just| still| already| now)? (?:smoking|sparking|melting|on fire)\b/,
      /\belectric(?:al)? shocks?\b|\belectrocut\w+|\b(?:got|get|gets|gave me|gives me) (?:a |an )?(?:mild |small )?shock(?:ed)?\b/,
      /\bexplode[sd]?\b|\b(?:is|was|keeps|started) exploding\b|\bexplosion\b|\bblew up\b/,
      /\binjur(?:ed|y|ies)\b|\bbleeding\b|\bpoison(?:ed|ing)\b|\bchok(?:ed|ing)\b|\ballergic reaction\b|\bgas leak\b|\bcarbon monoxide\b/,
      new RegExp(
        `\\b(?:burn(?:ed|t|s)?|cut|hurt|sliced|crushed|scalded) (?:(?:my|his|her|our) (?:\\w+ )?${BODY}|me|myself|himself|herself)\\b`,
      ),
      new RegExp(`\\b(?:${CHILD}|he|she|i)(?: has| have| just| accidentally| almost| nearly)* swallowed\\b`),
      /\b(?:went|gone|go|going|taken|take|rushed|ended up)(?: (?:him|her|me|us|to|in|into|at|the|a|an|by))* (?:hospital|emergency room|ambulance)\b/,
      /\bsmell(?:s|ed|ing)? (?:of |like )?(?:burn\w*|smoke|gas)\b|\bburn(?:ing|t) smell\b|\btoo hot to touch\b/,
    ],
    apart: [
      /\bsmoke (?:detectors?|alarms?|machines?|sensors?|gr[ea]y)\b/g,
      /\bfire (?:tablet|tv|stick|hd|alarms?|extinguishers?|pit|escape)\b|\bkindle fire\b|\bshock (?:resistant|proof|absorbers?)\b/g,
    ],
  },
  zh: {
    yes: [
      /起火|着火|冒烟|失火|自燃|烧起来|冒火|火花(?!塞)|烧焦|焦味|糊味/,
      /触电|漏电|被电(?:到|了|击)|电到(?:我|人|手)/,
      /爆炸|炸裂|炸了|炸开/,
      /受伤|烫伤|烧伤|流血|骨折|住院|送医|急诊|中毒|窒息|误食|吞(?:了|下|进|掉)|过敏(?:了|反应|休克)/,
      /(?:手|脸|脚|腿|孩子|宝宝|小孩|老人|我|人)[^,，.。]{0,6}(?:划|割|夹|砸|刮)(?:伤|破)|(?:划|割|夹|砸|刮)(?:伤|破|到)了?(?:我|手|脸|脚|腿|孩子|宝宝|人)/,
      /(?:电池|充电宝|手机|电源)[^,，.。]{0,6}(?:鼓包|漏液|鼓起)|(?:煤气|燃气)(?:泄漏|泄露)/,
    ],
    apart: [
      /(?:防|会不会|不会|怕)[^,，.。]{0,4}(?:触电|漏电|烫伤|烧伤|割伤|划伤|着火|起火|爆炸|中毒|受伤)|漏电保护/g,
      /大爆炸|爆炸(?:头|盐|糖|贴)|(?:烫伤|烧伤)(?:膏|药|贴)|受伤(?:时|后)|火花塞|着火点/g,
    ],
  },
}

/** Swearing and open anger. */
export const SWEARING: Wordings = {
  en: {
    yes: [
      /\b(?:fuck\w*|f\*+\w*|motherfuck\w*|wtf|shit\w*|bullshit|crap|crappy|assholes?|arseholes?|bitch\w*|bastards?|idiots?|morons?|dumbass|dammit|damn)\b/,
      /\b(?:go to|what the|bloody) hell\b|\b(?:screw|shame on) (?:you|this)\b|\bpissed\b|\bpiss off\b|\bstupid (?:bot|robot|company|service|machine|people)\b|\byou(?:'re| are)(?: so)? stupid\b/,
      /\b(?:i'?m|i am)(?: so| really| very| extremely| absolutely)* (?:angry|furious|livid|mad|outraged|fuming)\b|\b(?:making|makes|made) me(?: so| really| very)* (?:angry|mad|furious)\b/,
      /\bdisgusting (?:service|company|behaviou?r|treatment)\b|\b(?:you|you're|are)(?: all)?(?: a bunch of)? (?:liars|thieves|scammers|crooks)\b/,
    ],
    apart: [/\bdamn (?:good|fine|nice|fast|great)\b/g],
  },
  zh: {
    yes: [
      /傻[逼比b叉]|煞笔|他妈|你妈的|(?<![我她咱老妈你])妈的|特么|操你|我操|卧槽|尼玛|草泥马|\b(?:sb|cnm|nmsl|tmd)\b/,
      /^滚|滚(?:吧|开|蛋|出)|去死(?!皮|角)|骗子|狗屁|放屁|狗东西|脑子?有病|你们?有病|脑残|白痴|王八|混蛋|畜生|废物|无耻|不要脸|黑店|神经病/,
      /垃圾(?:客服|公司|平台|店|服务|产品|东西|玩意|商家|机器人)|(?:真|太|就是|都是)垃圾(?![桶袋箱])/,
      /(?:太|真|好)恶心|恶心(?:死|人)|气死|火大|(?:很|真|非常|太|好|特别)的?(?:生气|愤怒|恼火|气愤)|忍无可忍/,
    ],
    apart: [/滚(?:筒|轮|动|珠|刷|烫|边|梯|子)/g],
  },
}

/** Leaves without what they came for. */
export const GIVING_UP: Wordings = {
  en: {
    yes: [
      /\bforget (?:it|about it|about this)\b|\bnever ?mind\b|^whatever[ .!]*$/,
      /\bi(?:'m)?(?: just| am)? (?:give|giving|gave) up\b(?! (?:my|the|a)\b)|\bi quit\b/,
      /\bwaste of (?:my )?time\b|\bwasting my time\b|\bno point\b|\bpointless\b|\bdon'?t bother\b|\bnot worth (?:it|the trouble|my time)\b/,
      /\b(?:i'?m|i am)(?: so| just)? (?:done|finished|through)(?: with (?:you|this|your)\b|[ .!]*$)|\bi'?m leaving[ .!]*$/,
      /\b(?:buy|go|shop|order|look|try|business|money|custom)(?: it| this)? (?:elsewhere|somewhere else|to (?:another|a different) (?:shop|store|company|seller))\b/,
    ],
    apart: [/\b(?:don'?t|didn'?t|won'?t|not|never) forget\b|\bi never mind\b|\bdo i give up\b/g],
  },
  zh: {
    yes: [
      /(?<![预计打核估合结换清])算了(?!一|下|半|多|出|好|个|两|三)|拉倒|白(?:问|说)了/,
      /懒得(?:说|问|理|跟|弄|折腾|管)|不(?:想|愿意?)再?(?:说|问|聊|买|等)了|不再?(?:问|聊|买|等)了|不跟你们?(?:说|聊)/,
      /(?:去|换|找|上)(?:别家|别的(?:地方|店|平台)|一家|另一家)/,
      /(?:我|只好|只能)放弃|放弃了(?:吧|$)|(?<!不)浪费(?:我的?)?时间|再也不(?:来|买|用|会|找)|跟你们?说不清|没法沟通|无法沟通/,
      /^随便(?:吧|你)|就这样吧[,， ]*我?不/,
    ],
  },
}
