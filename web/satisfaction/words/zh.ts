import { reportZh } from '../../shared/words/report-zh.ts'
import type { SatisfactionWords } from './en.ts'

export const zh: SatisfactionWords = {
  ...reportZh,
  title: '满意度',
  heading: '顾客怎么评价',
  hint: '调查按发出日期计入，不论何时回复。对机器人的评价与对人工的评价从不合并计算。',
  managersOnly: '满意度报告仅供经理和管理员使用。',
  empty: '该时间范围内没有发出调查。请选择更长的范围，或到演示商店的聊天窗口里结束一次会话：系统会询问顾客是否满意。',
  csat: '满意度（CSAT）',
  nothingSent: {
    bot: '该时间范围内没有发出针对机器人的 CSAT 调查。',
    agent: '该时间范围内没有发出针对人工的 CSAT 调查。',
  },
  tile: { satisfied: '满意', response: '回复率', mean: '平均评分', resolved: '表示已解决' },
  stillOpen: (n) => `其中 ${n} 份仍可回复`,
  ofBest: (mean, best) => `${mean}（满分 ${best}）`,
  answers: (n) => `${n} 份答复`,
  byWeek: '每周趋势',
  chart: { satisfied: '满意比例及其区间', response: '已发调查的回复率' },
  day: '周',
  weekName: (week, monday, days) => (days === 7 ? `${week}（${monday} 起）` : `${week}（${monday} 起，含 ${days} 天）`),
  readings: '没有回复的顾客怎么想？',
  readingsHint: '对同一批调查的三种解读，区别在于对未回复顾客所作的假设。每条横线左端为 0%，右端为 100%。',
  reading: {
    observed: '仅看已回复的顾客',
    bounds: '无论其余顾客怎么想',
    weighted: '假设相似的顾客看法相似',
  },
  whatItSays: {
    observed: '能说明什么，不能说明什么',
    bounds: '能说明什么，不能说明什么',
    weighted: '能说明什么，不能说明什么',
  },
  between: (low, high) => `${low} 至 ${high}`,
  estimate: (value, interval) => `${value}（${interval}）`,
  unanswered: (n, sent) => `${sent} 份中有 ${n} 份未回复`,
  effective: (effective, answered) => `${answered} 份答复加权后，相当于 ${effective} 份等权答复`,
  weightsCut: (n) => `其中 ${n} 份的权重超过五倍，按五倍计`,
  notWeighted: {
    'everybody-answered': '所有顾客都已回复，无需加权。',
    'too-few': '样本太少，无法判断哪些顾客会回复：已回复和未回复各需至少 30 份。',
  },
  responseBy: '谁会回复',
  formName: (form) =>
    form === 'csat'
      ? '满意度（CSAT）'
      : form === 'nps'
        ? '推荐意愿（NPS）'
        : form === 'ces'
          ? '省力程度（CES）'
          : `自定义问卷“${form}”`,
  csatIn: (group) => `CSAT：${group}`,
  languageName: (language) => (language === 'en' ? '英文' : language === 'zh' ? '中文' : language),
  loyalty: '推荐意愿与省力程度',
  promoters: (promoters, passives, detractors) => `推荐者 ${promoters}，中立者 ${passives}，贬损者 ${detractors}`,
  easy: (evidence) => `轻松（5 至 7 分）：${evidence}`,
  answered: (evidence) => `已回复：${evidence}`,
  notAsked: {
    nps: '该时间范围内没有发出 NPS 调查。询问频率见策略文件。',
    ces: '该时间范围内没有发出 CES 调查。询问频率见策略文件。',
  },
  notAskedBecause: (reasons) => `已解决但未询问：${reasons.join('，')}。`,
  reason: (because, n) => `${because}（${n}）`,
  because: {
    spam: '垃圾信息',
    'nothing-answered': '未获帮助',
    'no-consent': '未同意接受调查',
    'angry-exit': '带着怒气离开',
    'asked-recently': '近期已询问',
    'not-drawn': '未被抽中',
  },
  by: { needs: '按需求', agents: '按客服', answers: '按机器人的回答', models: '按模型' },
  byHint: {
    needs: '发出调查时会话所涉及的需求。',
    agents: '按解决会话的客服统计。不含机器人的表现，也不含会话重新开启后由其他客服解决的部分。',
    answers: '发出调查时机器人最后给出的回答。',
    models: '发出调查时在用的模型。',
  },
  head: { needs: '需求', agents: '客服', answers: '所答需求', models: '模型' },
  notKnown: '未知',
  questions: '问题问到点子上了吗？',
  questionsOf: (form) => `问题：${form}`,
  noAnswers: '该时间范围内发出的调查尚无回复。',
  read: (n) => `读取了 ${n} 份答复。`,
  newestOnly: '实际更多：仅读取了最新的部分。',
  otherWording: (n) => `另有 ${n} 份针对旧版措辞的答复未计入。`,
  answerTime: (median, p90) => `从发出到回复：半数在${median}内，九成在${p90}内。`,
  answerTimeBy: (medians) =>
    `各语言半数回复所需时间：${medians.map(([language, median]) => `${language} ${median}`).join('，')}。`,
  alpha: (standardized, raw, n) => `克龙巴赫阿尔法系数：标准化 ${standardized}，原始 ${raw}，基于 ${n} 份完整答复。`,
  oneScale: '只有一道量表题，无法判断各题是否一致。',
  straightLined: (evidence) => `所有量表题答案相同：${evidence}。`,
  nothingFlagged: '没有需要注意的问题。答复少于 30 份时不作标记。',
  flagged: '请留意',
  flag: {
    reversed: (figure) => `其他题给高分的顾客，这道题反而给低分：相关系数 ${figure}。`,
    unrelated: (figure, without, alpha) =>
      `这道题的答案与其他题几乎无关：相关系数 ${figure}。去掉它，阿尔法系数会从 ${alpha} 变为 ${without}。`,
    skipped: (evidence) => `许多顾客跳过了它：${evidence}。`,
    floor: (evidence) => `几乎所有人都给最低分：${evidence}。`,
    ceiling: (evidence) => `几乎所有人都给最高分：${evidence}。`,
    languageStandsOut: (lower, higher, size) =>
      `扣除其他题的水平后，以${lower}受访的顾客给这道题的分数比以${higher}受访的低 ${size} 个标准差。`,
    languagesDiffer: (lower, higher, size) =>
      `以${lower}受访的顾客给这道题的分数比以${higher}受访的低 ${size} 个标准差。`,
  },
  suggestion: {
    reversed: '很可能被反着理解了。请检查措辞以及量表哪一端表示好，或改成正面提问。',
    unrelated: '可能含义不清，或问的是另一件事。请改用更直白的说法，或单独报告这道题。',
    skipped: '问题是否清楚？是否每个人都答得上来？请缩短，或去掉这道题。',
    floor: '它区分不出顾客的差别。请问得更具体，或使用更细的量表。',
    ceiling: '它区分不出顾客的差别。请问得更具体，或使用更细的量表。',
    languageStandsOut: '译文可能问的是另一回事。请让懂两种语言的人对照两种文本以及量表两端的文字。',
    languagesDiffer: '量表题少于三道时，无法判断是顾客不同还是译文不同。请对照两种文本，并比较两种语言的服务。',
  },
  column: {
    group: '调查',
    response: { bot: '回复率（机器人）', agent: '回复率（人工）' },
    open: '仍可回复',
    question: '问题',
    skipped: '跳过',
    mean: '平均分',
    ends: '最低 / 最高',
    withOthers: '与其他题的相关',
    alphaWithout: '去掉后的阿尔法',
    languages: '语言间差异',
  },
  ends: (floor, ceiling) => `${floor} / ${ceiling}`,
  none: '–',
  columnsMean: '各列是什么意思？',
}
