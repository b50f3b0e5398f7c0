import type { DynamicsWords } from './dynamics-en.ts'

export const dynamicsZh: DynamicsWords = {
  hint: '每周的信任度来自当周顾客的评分、承诺的履行和转人工的结果。尚未结束的一周不计入。',
  history: '历史',
  weeks: (count) => (count === 52 ? '一年' : `${count} 周`),
  empty: '这几周没有任何信任记录：没有顾客评分，也没有到期的承诺。',
  noIndex: '这几周没有记录机器人向顾客展示了什么，因此还没有透明度指数。',
  chart: '每周信任度',
  trust: '信任度',
  law: '按模型',
  forecast: '预测',
  whatIfLine: '假设',
  week: '周',
  weekName: (week, monday) => `${week}（${monday} 起）`,
  means: '图中各条线的含义',
  assumptions:
    '模型为 dT/dt = k (I(t) − I_min)，信任度 T 保持在 0 到 100% 之间，I 为当周的透明度指数。k 与 I_min 用最小二乘法拟合，每周按其数据的可靠程度加权。各周不视为相互独立：影响信任的其他因素可能持续多周，区间已考虑这一点。预测区间是指：只要未来与这几周相似，100 次中约有 95 次当周数值会落在其中。信任随透明度变化，并不证明透明度就是原因。',
  lawHeading: '透明度对信任的影响',
  likely: (value, low, high) => `${value}（可能在 ${low} 至 ${high} 之间）`,
  points: (value, low, high) => `${value} 个百分点（可能在 ${low} 至 ${high} 之间）`,
  trustHeading: '信任如何变化',
  indexHeading: '公司展示了什么、兑现了什么',
  tooFewWeeks: (observed, needed) =>
    `目前有 ${observed} 周同时具备透明度指数和至少两位顾客的信任数据；至少需要 ${needed} 周，才能判断透明度的影响并作出预测。`,
  steadyIndex: (least, most) =>
    `这几周的透明度指数几乎没有变化（在 ${least} 至 ${most} 之间），无法从中看出透明度对信任的影响，因此不提供模型、预测和假设分析。`,
  observed: (weeks) => `根据 ${weeks} 周的数据：`,
  follows: (perTen) => `信任随透明度变化：透明度每提高 10 个百分点，信任度每周多变化 ${perTen}。`,
  notShown: (perTen) =>
    `这几周的数据不足以说明信任随透明度变化：透明度每提高 10 个百分点，信任度每周变化 ${perTen}，也可能没有影响。因此不提供假设分析。`,
  against: (perTen) =>
    `这几周透明度上升时信任反而下降：透明度每提高 10 个百分点，信任度每周变化 ${perTen}。该模型不适用于当前情况，请查看是否有其他变化。因此不提供假设分析。`,
  threshold: (share) => `透明度为 ${share}时，信任度保持不变：高于它则上升，低于它则下降。`,
  drift: (mean, moved) => `按这几周的平均透明度 ${mean}，信任度每周变化 ${moved}。`,
  leftOut: (weeks) =>
    `有 ${weeks} 周未计入：当时信任度处于或接近 0 或 100%，无法再继续变化，或夹在这样的两周之间、周数太少。`,
  asBefore: '如果透明度保持以往的水平',
  whatIf: '假设透明度保持在……',
  whatIfSlider: '今后的透明度',
  whatIfNumber: '今后的透明度（百分比）',
  noWhatIf: '保持以往水平',
  whatIfTold: (share) => `如果今后透明度保持在 ${share}`,
  forecastTold: (condition, week, share) => `${condition}，${week}的信任度为 ${share}。`,
  seen: (least, most) => `这几周的透明度在 ${least} 至 ${most} 之间。`,
  beyond: '所选数值超出此范围，信任度在那里会怎样，尚无先例。',
  index: '透明度指数',
  part: {
    source: '注明出处',
    confidence: '说明把握',
    person: '告知如何转人工',
    published: '承诺已告知并给出时限',
    kept: '承诺按时兑现',
  },
  indexChart: '每周透明度',
  promiseChart: '每周承诺',
  indexMeans: '透明度如何计算',
  weight: (share) => `权重 ${share}`,
}
