import type { WhatIfWords } from './en.ts'

const NAMES = { handovers: '转人工', answers: '机器人回答', lists: '给出选项' }
const KINDS: Record<string, string> = {
  answer: '回答',
  ask: '追问信息',
  several: '同时处理多个需求',
  clarify: '给出选项',
  'decline-language': '说明不支持该语言',
  explain: '说明自己的理解',
  escalate: '转人工',
  smalltalk: '寒暄',
  resolve: '结束会话',
}

export const zh: WhatIfWords = {
  title: '策略试算',
  heading: '假如机器人换一种方式决策？',
  intro: '修改下面的策略，看看它在已记录的会话中会怎么做。',
  onlyCompares:
    '本页只做比较，不会改动服务器上的任何内容。要让策略生效，请把它保存为知识包中的 policy.yaml，然后重启服务。',
  managersOnly: '本页仅供经理和管理员使用。',
  form: '待试策略',
  policy: '待试策略（YAML）',
  from: '从',
  to: '到',
  compare: '比较',
  comparing: '正在重新决策已记录的会话，会话较多时需要一分钟左右……',
  backToInForce: '恢复为现行策略',
  backToMine: '找回我的修改',
  wrongRange: '请选择起止日期，起始日期不晚于结束日期。',
  invalid: (problem) => `该策略无法读取：${problem}。请修改该处，或对照现行策略中的同一行。您输入的内容仍然保留。`,
  result: '会有哪些不同',
  compared: (conversations, from, to, zone) => `${from} 至 ${to}（${zone}）：重新决策了 ${conversations} 个会话。`,
  capped: (n) => `会话数量超出上限，只比较了最新的 ${n} 个。`,
  notReproduced: (n, of) =>
    `现行策略只能重现 ${of} 个已记录决策中的 ${n} 个：策略、需求、版本，或机器人学到的话题切换概率，已与当时不同。下文的“现行”指它现在会怎么决策，不一定是当时的决策。`,
  notTried: (parts) => `以下改动无法用记录来检验：${parts}。`,
  clear: (what, direction, by, low, high) =>
    `每 100 个会话中，${NAMES[what]}${direction === 'more' ? '增加' : '减少'} ${by} 次（可能在 ${low} 至 ${high} 之间）。`,
  noClear: (what, fewer, more) => `${NAMES[what]}没有明显变化：每 100 个会话减少 ${fewer} 次到增加 ${more} 次之间。`,
  anyway: (more, later) => `新增转人工的 ${more} 个会话中，有 ${later} 个后来本来也转了人工。`,
  changed: (n, of) => `${of} 个会话中有 ${n} 个出现不同。每个会话只计第一处不同：此后顾客会写什么，无从得知。`,
  estimate: (gain, valued, of) =>
    `估计值：按新策略的价值单位和机器人自己的判断，每个会话 ${gain}（依据 ${of} 处不同中的 ${valued} 处）。`,
  rightOrWrong: '回答的对错',
  nothingKnown:
    '这些消息都还没有人确认真实需求，因此记录无法判断回答是否正确。抽查、客服结论和顾客的选择可以提供依据。',
  wrongClear: (messages, before, after, direction, by, low, high) =>
    `在已知真实需求的 ${messages} 条消息中，错误回答${direction === 'more' ? '增加' : '减少'} ${by} 条（可能在 ${low} 至 ${high} 之间）：由 ${before} 条变为 ${after} 条。`,
  wrongUnclear: (messages, before, after, fewer, more) =>
    `在已知真实需求的 ${messages} 条消息中，错误回答没有明显变化：由 ${before} 条变为 ${after} 条（减少 ${fewer} 条到增加 ${more} 条之间）。`,
  newly: ({ right, wrong, unknown }) => `新增的回答：${right} 条正确，${wrong} 条错误，${unknown} 条未知。`,
  noLonger: ({ right, wrong, unknown }) => `不再回答的：${right} 条正确，${wrong} 条错误，${unknown} 条未知。`,
  otherwise: ({ nowRight, nowWrong, asBefore, unknown }) =>
    `改变的回答：${nowRight} 条变为正确，${nowWrong} 条变为错误，${asBefore} 条对错不变，${unknown} 条未知。`,
  cannotTell: (n, of) => `在新增、取消或改变的 ${of} 条回答中，有 ${n} 条无法从记录判断对错。`,
  checksOnly: (messages, before, after) =>
    `仅看随机抽查，${messages} 条消息中的错误回答：现行策略 ${before} 条，新策略 ${after} 条。顾客的选择和客服结论不是随机样本，抽查才是。`,
  noChecks: '以上都不是来自随机抽查：顾客的选择和客服结论不能代表全部消息。',
  matrix: '逐项决策对照',
  matrixHint: '按机器人的做法统计的轮次：纵向为现行策略，横向为新策略。',
  inForceAndNew: '现行 ↓ 新 →',
  ofThemDiffer: (n) => `（${n} 处不同）`,
  kind: (kind) => KINDS[kind] ?? kind,
  examples: '可查看的会话',
  turnsInto: (before, after) => `${before} → ${after}`,
  about: (kind, needs) => `${kind}：${needs}`,
  list: (names) => names.join('、'),
  conversationOf: (time) => `${time} 的会话`,
  whatTheRecordTells: '记录能说明什么',
  turnsRecorded: (n) => `共 ${n} 条由机器人决策过的消息，其中：`,
  turnsCompared: (n) => `${n} 条可以比较。`,
  turnsNotKnown: (n) => `${n} 条未知：它们在第一处不同之后，顾客可能会写别的内容。`,
  turnsOfOldVersion: (n) => `${n} 条无法重新决策：旧版本没有保存决策依据。`,
  turnsWithoutText: (n) => `${n} 条无法重新决策：消息原文没有保留。`,
  turnsOfGoneNeeds: (n) => `${n} 条无法重新决策：对应的需求已不存在。`,
  allReproduced: '对照：现行策略能重现全部已记录的决策。',
}
