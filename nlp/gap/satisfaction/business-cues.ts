import type { Wording } from './wording.ts'

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
  saysNo: {
    en: /^(no|sorry|unfortunately|i'?m sorry|i am sorry|i apologi[sz]e|i'?m afraid)\b/,
    zh: /^(不|抱歉|对不起|亲.{0,3}(抱歉|不))/,
  },
  cannot: {
    en: /\b(can'?t|cannot|could ?n[o']t|unable)\b/,
    zh: /无法|不能|没办法|没法/,
  },
  lacks: {
    en: /\b(not|doesn'?t|don'?t|no) (\w+ ){0,2}(offer|provide|allow|have|accept|include|serve|currently)\b/,
    zh: /没有(提供|这个|该|此)|不(提供|支持|包含)|缺货|无货/,
  },
  failedOrder: {
    en: /\b(book(ing)?|reserv\w*|order|table|room)\b.{0,50}\b(unsuccessful|fail\w*|unavailable|not (available|successful|possible|able)|unable|could ?n[o']t|was ?n[o']t|full)\b|\b(unsuccessful|unable|not able|could ?n[o']t|wasn'?t)\b.{0,40}\b(book\w*|reserv\w*|order\w*)\b|\bbooked (up|solid)|fully booked/,
    zh: /(下单|预约|提交|申请|操作|修改)(失败|不成功|不了)|(失败|不成功)/,
  },
  asksToChange: {
    en: /\b(shorter|another (day|time)|different (day|time|date)|change|perhaps)\b/,
    zh: /换(个|一)|改(个|天|期)|其他(时间|地址|方式)/,
  },
  asksPreference: {
    en: /\b(narrow|preference|prefer|price range|area|what (kind|type|area|part|price)|particular)\b/,
    zh: /哪(种|个|款|一)|什么(样|型号|规格)/,
  },
  systemTrouble: {
    en: /\b(system|database|error|technical|computer)\b/,
    zh: /系统|故障|异常|报错|网络/,
  },
  farewell: {
    en: /\b(you'?re welcome|you are welcome|welcome|my pleasure|glad|no problem|great day|nice day|good day|enjoy|bye)\b/,
    zh: /不客气|再见|祝您|愉快|感谢您/,
  },
  exclaims: {
    en: /!/,
    zh: /[!！~]/,
  },
  suggests: {
    en: /\b(interested|recommend|suggest|how about|what about|there('s| is) an?|have an?|(have|i)( have)? found)\b/,
    zh: /推荐|建议|可以试|您可以/,
  },
  gaveFigures: {
    en: /\d/,
    zh: /\d/,
  },
} satisfies Record<string, Wording>
export type BusinessCue = keyof typeof BUSINESS_CUES
