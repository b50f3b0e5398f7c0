import { reportZh } from '../../shared/words/report-zh.ts'
import type { LearningWords } from './en.ts'

export const zh: LearningWords = {
  ...reportZh,
  title: '学习',
  heading: '机器人学到了什么',
  managersOnly: '学习报告仅供经理和管理员使用。',
  gainedHeading: '带来了什么',
  gained: {
    'nothing-tried': '该时间范围内没有任何尝试。',
    'nothing-promoted': (tries) => `没有收获：尝试了 ${tries} 次，都未能证明更好。`,
    'only-proposed': '没有任何更替：策略的另一组数值已证明更好，是否采用由经理决定。',
    'all-rolled-back': '没有收获：上线的都已被撤回。',
    'no-difference-shown': (messages) =>
      `已有更替，但在此后的 ${messages} 条消息中，转人工和被否定的回答都还看不出差别。`,
    better: '变好了：转人工或被否定的回答减少，且超出偶然波动，两者都没有增多。',
    worse: '变差了：转人工或被否定的回答增多，且超出偶然波动，两者都没有减少。',
    mixed: '有好有坏：转人工和被否定的回答中，有的减少、有的增多，均超出偶然波动。',
  },
  howGained: '这是如何得出的',
  next: (accepted, needed) => `距下一次尝试理解模型：新采纳 ${accepted} 条消息，需要 ${needed} 条。`,
  newNeeds: (names) => `新上线的需求：${names}。`,
  comma: '、',
  tile: {
    labels: '获得的标注',
    accepted: '采纳的消息',
    tries: '尝试',
    accuracy: { en: '英文正确率', zh: '中文正确率' },
  },
  byCustomers: (n) => `顾客选择 ${n} 条`,
  byAgents: (n) => `客服指明 ${n} 条`,
  byChecks: (n) => `随机抽查 ${n} 条`,
  rejected: (n) => `拒绝 ${n} 条`,
  pending: (n) => `目前待审阅 ${n} 条`,
  promoted: (n) => `上线 ${n} 个`,
  proposed: (n) => `建议采用 ${n} 个`,
  keptBack: (n) => `未上线 ${n} 个`,
  rolledBack: (n) => `撤回 ${n} 个`,
  overTime: '随时间的变化',
  accuracyChart: '固定评测集上的正确率',
  nothingJudged: '该时间范围内没有模型在固定评测集上接受评测。',
  labelChart: '每周的标注与采纳的消息',
  inLanguage: { en: '英文', zh: '中文' },
  week: '周',
  weekName: (week, monday, days) => (days === 7 ? `${week}（${monday} 起）` : `${week}（${monday} 起，含 ${days} 天）`),
  effects: '前后对比',
  noEffects: '该时间范围内没有任何更替，或不知道其使用到何时，因此无从比较。',
  kind: { intents: '理解模型', gap: '信息差模型', policy: '策略' },
  tookOver: (kind, at) => `${kind}：${at} 接替`,
  compared: (days) => `接替前后各 ${days} 天。`,
  goneBackFrom: '此后已被撤回。',
  before: '之前',
  after: '之后',
  figure: { handoffs: '转人工', wrongAnswers: '被否定的回答', gap: '平均信息差' },
  ofMessages: (n, conversations) => `共 ${n} 条，来自 ${conversations} 个会话`,
  gapNotCompared: '不作比较：其间信息差模型也换了。',
  difference: {
    tooFew: (figure) => `${figure}：会话太少，无法比较。`,
    less: (figure, points, low, high) =>
      `${figure}：${points} 个百分点（可能在 ${low} 至 ${high} 之间），减少幅度超出偶然波动。`,
    more: (figure, points, low, high) =>
      `${figure}：${points} 个百分点（可能在 ${low} 至 ${high} 之间），增加幅度超出偶然波动。`,
    none: (figure, points, low, high) => `${figure}：${points} 个百分点（可能在 ${low} 至 ${high} 之间），看不出差别。`,
  },
  tries: '尝试过什么，以及上线与否的原因',
  noTries: '审阅中采纳的消息足够多时，会尝试新模型；结果已知的会话足够多时，会尝试策略的新数值。',
  trustApart: '各种证据对信任分的权重另行拟合。',
  toTrust: '查看信任页面',
  older: (n) => `更早的 ${n} 个`,
  outcome: {
    promoted: '已上线',
    'kept-back': '未上线',
    chosen: '由人工选用',
    'rolled-back': '已撤回',
    applied: '已应用',
    proposed: '建议采用',
  },
  serves: '正在使用',
  startedBy: { sweep: '自动尝试。', command: '由命令发起。' },
  learntFrom: (learnt, fresh) => `用 ${learnt} 条采纳的消息训练，其中 ${fresh} 条是在用模型没学过的。`,
  leftBy: {
    guard: (at) => `${at} 由守护程序撤回：表现变差，且超出偶然波动。`,
    person: (at) => `${at} 由人工撤回。`,
  },
  found: (rate, before, after, p, level) =>
    `${rate}：${after}，此前 ${before}（p = ${p}，不高于 ${level} 即视为变差）。`,
  share: (bad, of) => `${of} 个中有 ${bad} 个`,
  guarded: {
    'handed-over': '转人工的会话',
    'wrong-answer': '回答不管用的会话',
    'checked-wrong': '抽查判为答错的回答',
    'not-resolved': '表示需求未得到满足的问卷',
  },
  model: (id) => `模型 ${id}`,
  policyTry: (id) => `尝试 ${id}`,
  policyFigure: {
    'decide.answerAbove': '机器人独立回答所需的把握',
    'stakes.standard.personSolves': '人工满足需求的概率',
  },
  changedFigure: (name, before, after) => `${name}：由 ${before} 改为 ${after}`,
  toTakeOver: '如要采用，请在知识包的 policy.yaml 中修改这些数值，然后重启服务器。',
  tryFirst: '先用历史会话试一试',
  among: { all: '', 'other-needs': '（在其他需求中）', suite: '（在固定评测集上）' },
  intentReason: {
    tooFewCases: (cases, needed) => `可供评判的消息只有 ${cases} 条，至少要 ${needed} 条才能区分真的更好与碰巧。`,
    better: (cases, gained, lost, p, level) =>
      `正确理解的更多：${cases} 条消息中，只有它理解正确的 ${gained} 条，只有原模型理解正确的 ${lost} 条（p = ${p}，要求不高于 ${level}）。`,
    notBetter: (cases, gained, lost, p, level) =>
      `未能证明正确理解的更多：${cases} 条消息中，只有它理解正确的 ${gained} 条，只有原模型理解正确的 ${lost} 条（p = ${p}，要求不高于 ${level}）。`,
    surer: (challenger, champion, p, level) =>
      `对正确的需求更有把握：Brier 分数 ${challenger}，原为 ${champion}，越低越好（p = ${p}，要求不高于 ${level}）。`,
    notSurer: (challenger, champion, p, level) =>
      `未能证明对正确的需求更有把握：Brier 分数 ${challenger}，原为 ${champion}，越低越好（p = ${p}，要求不高于 ${level}）。`,
    newNeeds: (needs) => `认识了新的需求：${needs}。`,
    needsGone: (needs) => `原模型的这些需求在知识包中已不存在：${needs}。`,
    notWorse: (among, gained, lost, p) => `没有变差${among}：多对 ${gained} 条，少对 ${lost} 条（p = ${p}）。`,
    worse: (among, gained, lost, p) => `变差了${among}：多对 ${gained} 条，少对 ${lost} 条（p = ${p}）。`,
    calibrationKept: (challenger, champion) => `概率同样可靠：平均偏差 ${challenger}，原为 ${champion}。`,
    calibrationWorse: (challenger, champion) => `概率不如原来可靠：平均偏差 ${challenger}，原为 ${champion}。`,
    outOfScopeKept: (cases, challenger, champion, p) =>
      `不属于任何需求的 ${cases} 条消息中，识别出 ${challenger}，原为 ${champion}（p = ${p}），减少未超出偶然波动。`,
    outOfScopeWorse: (cases, challenger, champion, p) =>
      `不属于任何需求的 ${cases} 条消息中，只识别出 ${challenger}，原为 ${champion}（p = ${p}）。`,
    languageWorse: (language, gained, lost, p) => `${language}变差了：多对 ${gained} 条，少对 ${lost} 条（p = ${p}）。`,
  },
  policyReason: {
    tooFewCases: (cases, needed) =>
      `结果已知且处理方式会不同的会话只有 ${cases} 个，至少要 ${needed} 个才能区分真的更好与碰巧。`,
    better: (cases, after, before, p, level) =>
      `更好：处理方式会不同的 ${cases} 个会话，按策略的得失单位计平均每个价值 ${after}，原为 ${before}（p = ${p}，要求不高于 ${level}）。`,
    notBetter: (cases, after, before, p, level) =>
      `未能证明更好：处理方式会不同的 ${cases} 个会话，按策略的得失单位计平均每个价值 ${after}，原为 ${before}（p = ${p}，要求不高于 ${level}）。`,
    languageWorse: (language, cases, after, before, p) =>
      `${language}变差了：${cases} 个会话按策略的得失单位计平均每个价值 ${after}，原为 ${before}（p = ${p}）。`,
  },
  gapReason: {
    tooFewOutcomes: (outcomes, needed) =>
      `结果已知的会话只有 ${outcomes} 个，至少要 ${needed} 个才能区分真的更好与碰巧。`,
    better: (challenger, champion, p, level) =>
      `更好：Brier 分数 ${challenger}，原为 ${champion}，越低越好（p = ${p}，要求不高于 ${level}）。`,
    notBetter: (challenger, champion, p, level) =>
      `未能证明更好：Brier 分数 ${challenger}，原为 ${champion}，越低越好（p = ${p}，要求不高于 ${level}）。`,
    calibrationKept: (challenger, champion) => `估计同样可靠：平均偏差 ${challenger}，原为 ${champion}。`,
    calibrationWorse: (challenger, champion) => `估计不如原来可靠：平均偏差 ${challenger}，原为 ${champion}。`,
    languageWorse: (language, challenger, champion, p) =>
      `${language}变差了：Brier 分数 ${challenger}，原为 ${champion}（p = ${p}）。`,
  },
}
