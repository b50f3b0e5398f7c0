import type { FitWords } from './fit-en.ts'

export const fitZh: FitWords = {
  hint: '一次评价、一个兑现的承诺、一次再次联系，各能说明多少顾客信任；新顾客从多少分开始；多久之后逐渐淡忘：这些数值写在 policy.yaml 的 “trust” 部分。贵公司自己的记录可以说明，用哪些数值最能预测顾客的评价。',
  learning: {
    propose: 'Candor 每小时检查一次是否有足够的新评价可供拟合；是否采用由您决定。',
    apply: 'Candor 每小时检查一次是否有足够的新评价可供拟合；更好的数值会自动生效（learning.policy: apply）。',
    off: '未启用：policy.yaml 中为 “learning.policy: off”。',
  },
  noLook: '服务器启动一小时后进行第一次检查。',
  seen: (at, ratings, customers) => `上次检查 ${at}：${customers} 位顾客的记录中共有 ${ratings} 次评价。`,
  tooFewRatings: (needed) => `数量太少，无法拟合和检验：大约需要 ${needed} 次。请保留现有数值。`,
  tooFewRepeated: '一个月内评价过两次的顾客太少：无法区分单次评价的偏差与信任本身的变化。请保留现有数值。',
  tooFewNew: (fresh, needed) => `上次拟合以来新增 ${fresh} 次评价；再次拟合需要 ${needed} 次。`,
  state: {
    waits: '建议采用新的数值',
    serves: '这组数值正在使用',
    declined: '已建议，暂不采用',
    left: '已恢复为之前的数值',
    'kept-back': '没有改进：请保留现有数值',
    past: '较早的数值',
  },
  fitted: (at, ratings, customers) => `${at} 根据 ${customers} 位顾客的 ${ratings} 次评价拟合。`,
  decided: {
    taken: (name, at) => `${name} 于 ${at} 采用。`,
    declined: (name, at) => `${name} 于 ${at} 表示暂不采用。`,
    reverted: (name, at) => `${name} 于 ${at} 恢复为之前的数值。`,
  },
  foretells: (ratings, customers, after, before) =>
    `用未参与拟合的 ${customers} 位顾客的 ${ratings} 次评价检验：评价前的信任分与评价平均相差 ${after}（0 至 1），按当时使用的数值相差 ${before}。单次评价本身总有偏差。`,
  gain: (value, low, high) =>
    `每次评价的得益（对数评分，区间过窄或过宽同样扣分）：${value}（95% 区间：${low} 至 ${high}）。`,
  test: (p, level) => `p = ${p}；不超过 ${level} 才算更好。`,
  table: '原数值与拟合数值',
  column: { figure: '数值', before: '原来', after: '拟合', rows: '记录数' },
  figure: {
    start: '新顾客的起始分（0 至 1）',
    strength: '起始分相当于多少次观察',
    halfLife: '多少天后证据减半',
    most: '区间不窄于多少次观察的区间',
  },
  weight: (cause) => `权重：${cause}`,
  cause: {
    'survey-rating': '评价',
    'survey-recommend': '推荐意愿',
    'survey-effort': '省力程度',
    'survey-resolved': '顾客表示已解决',
    'survey-unresolved': '顾客表示未解决',
    'escalation-resolved': '客服表示已解决',
    'escalation-unresolved': '客服表示未解决',
    'conversation-reopened': '再次联系',
    'promise-kept': '承诺兑现',
    'promise-broken': '承诺未兑现',
  },
  tooFewRows: '（太少：按比例随其他数值）',
  decide: { taken: '采用这组数值', declined: '暂不采用', reverted: '恢复为之前的数值' },
  said: {
    taken: '已采用：从现在起所有信任分都按这组数值计算。',
    declined: '已记录：数值保持不变。您之后仍可采用。',
    reverted: '已恢复：所有信任分重新按之前的数值计算。',
  },
  earlier: (n) => `更早的 ${n} 次`,
  laterRows:
    '起始分、半衰期和区间对所有信任分立即生效。权重只用于此后发生的事：已有记录保持原来的权重，恢复之后也是如此。采用的数值一直有效，直到策略文件改变。',
}
