import type { Wordings } from './wording.ts'

const ARTICLES = '(?: (?:a|an|the|any|some|your|another|different|real|live|actual|human|damn|fucking|bloody))*'
const SOMEBODY =
  '(?:humans?|person|people|agents?|assistants?|representatives?|rep|operator|advis[oe]r|someone|somebody|staff|employee|supervisor|manager)'
const PEOPLE = `(?:${SOMEBODY}|customer (?:service|support|care))`
/** "Are you an AI or a real person?" is a question, not a call for one. */
const OR_A_BOT = '(?: (?:a|an|the|any|real|live|actual|really|even|ai|bot|robot|computer|machine|human|or))*'
const BOTS = '(?:bots?|robots?|chatbots?|machines?)'

/** Wants to speak to a human being; over a text whose misspelt words are mended. */
export const PERSON: Wordings = {
  en: {
    yes: [
      new RegExp(
        `\\b(?:talk|talking|speak|speaking|chat|chatting)\\b(?: now| directly)? (?:to|with)${ARTICLES} ${PEOPLE}\\b`,
      ),
      new RegExp(`\\b(?:contact|contacting|reach|reaching)(?: with)?${ARTICLES} ${SOMEBODY}\\b`),
      new RegExp(
        `\\b(?:connect|transfer|switch|forward|pass|put|hand|redirect|escalate)(?: me| us| this| it)?(?: chat| call)?(?: over| through| back)? (?:to|with|through)${ARTICLES} ${PEOPLE}\\b`,
      ),
      new RegExp(
        `\\b(?:get|give|need|want|prefer|call|find|is there|(?:can|could|may) i have|would like)(?: me| us)?${ARTICLES} (?:human|person|agent|representative|rep|operator|supervisor|manager|someone (?:real|human|to help))\\b(?!'s| (?:hair|anatomy))`,
      ),
      /^(?:a |an |the |real |live |actual |human |please |pls )*(?:human|person|agent|operator|representative|advis[oe]r|staff|supervisor)(?:,? (?:please|pls|plz|now|asap|thanks|thank you))*[ .!?]*$/,
      /\b(?:live|real|actual|human) (?:chat |support )?(?:agent|person|human|being|people|support|help|staff)\b/,
      /\b(?:can|could|will) (?:a|an|some|any) (?:real |live |actual )?(?:human|person|agent|representative) (?:please )?(?:look|help|answer|check|call|talk|take|handle|reply|read|deal)\b/,
      new RegExp(
        `\\b(?:don'?t|do not|not|no longer|stop|no more|hate|tired of|sick of)(?: want| like| going| wanna)?(?: to)?(?: talk| talking| chat| chatting| speak| speaking| deal| dealing)(?: to| with)(?: a| an| the| this| your| stupid)* ${BOTS}\\b`,
      ),
    ],
    apart: [
      new RegExp(
        `(?<!why )\\b(?:do not|don'?t|no need|not|never|without|rather not|instead of|rather than)(?! (?:know|understand|see|find|sure|able|get))(?: [a-z']+){0,4}?${ARTICLES} ${PEOPLE}\\b`,
        'g',
      ),
      new RegExp(
        `\\b(?:am i (?:talking|speaking|chatting) (?:to|with)|are you|you are|are u|r u|is this|is it|was that)${OR_A_BOT} (?:${PEOPLE}|${BOTS})\\b`,
        'g',
      ),
      /\b(?:travel|estate|shipping|delivery|cleaning|booking|insurance|customs|letting) (?:agents?|person|staff|people)\b|\bcontact person\b/g,
      /\bcustomer (?:service|support|care)(?:'s)? (?:hours?|number|phone|e-?mail|address|opening|line|times?)\b/g,
      /\b(?:number|phone|hours?|time|e-?mail|address)(?: [a-z]+){0,5}? customer (?:service|support|care)\b/g,
    ],
  },
  zh: {
    yes: [
      /转(?:接|去|到|给|一下|个)*(?:[人仁任壬][工宫公功弓攻恭]|客服|真人|专员)/,
      /(?:找|要|叫|换|请|想|联系|接|给我|让)[^不别,，.。!！?？]{0,6}(?:人工|真人|活人|客服|专员|工作人员|负责人|领导|经理|主管(?!道))/,
      /^(?:人工|真人|客服|人工客服|人工服务|在线客服)[,， ]*(?:谢谢|多谢|麻烦了?)?[吧啊呢呀!！。?？]*$/,
      /(?:人工|真人)(?:客服|服务|坐席|帮|处理|解决|吧|呢|在吗)|(?:人工|客服)[^,，.。!！?？]{0,4}转(?:一下|接|过来)/,
      /有(?:没有)?(?:活人|真人|人工)|找个?人来?(?:跟|和|帮|给|处理|解决|说)/,
      /不(?:想|要|愿意?)再?(?:跟|和|同)(?:你这个?)?机器人?/,
      /\bzhuan ?ren ?gong\b|^ren ?gong(?: ?ke ?fu)?$/,
    ],
    apart: [
      /(?<![能可要])(?:不用|不要|不想|不必|不需要|无需|没必要|别|甭)(?:再|给我|帮我|要)*(?:找|要|叫|换|转接?|接|联系|跟|和|去)*到?(?:人工|真人|客服)/g,
      /你们?是(?:不是)?[^,，.。!！?？]{0,8}(?:人工|真人|机器人|客服)|^是(?:不是)?(?:人工|真人)(?:客服|服务)?吗/g,
      /人工(?:智能|智慧|合成|费|呼吸|草|编织|湖|制作|钻|皮|降|授粉|泪液)/g,
      /(?:人工|客服|服务)+(?:上班|下班|几点|时间|什么时候|态度|邮箱|热线)|客服(?:电话|号码)(?:是|多少|号码|几)/g,
      /(?:昨天|刚才|刚刚|上次|之前|已经|前天)[^,，.。!！?？]{0,6}(?:客服|人工)/g,
      /(?:项目|产品|职业)经理|经理人|领导力/g,
    ],
  },
}
