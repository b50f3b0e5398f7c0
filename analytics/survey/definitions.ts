/** What the figures of the report on satisfaction mean, in words, by the name under which the pages show them. */
export const SATISFACTION_DEFINITIONS = {
  csat: {
    en: 'Of the CSAT surveys sent in the period and answered, the share with a rating of 4 or 5 out of 5. Whom a survey rates, the bot or a person, was fixed when it was sent: the two are never counted together. Interval: Wilson, 95 %.',
    zh: '本期发出且已回复的 CSAT 调查中，评分为 4 或 5（满分 5）的比例。评价对象（机器人或人工）在发出时即已确定，两者从不合并计算。区间为 95% 威尔逊区间。',
  },
  response: {
    en: 'Of the surveys sent in the period, the share that was answered, whenever the answer came. Both sides are the same surveys under the same filters, so it cannot pass 100 %. A survey belongs to one resolution: when the conversation is opened again and resolved again, that is another survey.',
    zh: '本期发出的调查中，已得到回复的比例（不论何时回复）。分子和分母是同一筛选条件下的同一批调查，因此不会超过 100%。每次调查只对应一次解决：会话重新开启并再次解决时，会另发一次调查。',
  },
  mean: {
    en: 'Mean rating, 1 to 5. Interval: Student’s t, 95 %.',
    zh: '平均评分（1 至 5）。区间为 95% t 区间。',
  },
  resolved: {
    en: 'Of the answers that say whether the need was met, the share that says yes.',
    zh: '回答了“是否解决”的答复中，回答“已解决”的比例。',
  },
  nps: {
    en: 'Share who would recommend (9 or 10 of 10) less the share who would not (0 to 6), in percentage points from -100 to 100. Interval: multinomial with three answers added (adjusted Wald), 95 %.',
    zh: '推荐者（9 或 10 分，满分 10）的比例减去贬损者（0 至 6 分）的比例，单位为百分点，取值 -100 至 100。区间为多项分布的 95% 调整 Wald 区间（加入三个虚拟答复）。',
  },
  ces: {
    en: 'Customer effort: mean of 1 (very hard) to 7 (very easy), and the share with 5 to 7.',
    zh: '客户费力度：1（非常费力）至 7（非常轻松）的平均分，以及 5 至 7 分的比例。',
  },
  observed: {
    en: 'Among those who answered. It says nothing about those who did not; where the angry answer less it is too good.',
    zh: '仅限已回复的顾客，对未回复的顾客不作任何推断；如果不满的顾客较少回复，这个数会偏高。',
  },
  bounds: {
    en: 'Among all who were asked, whatever the missing answers would have been: at worst all bad, at best all good. It needs no assumption. It is the range of what is possible, not an interval by chance.',
    zh: '全部受访顾客的可能范围：最差时未回复者全部不满意，最好时全部满意。不需要任何假设；这是可能范围，而不是随机误差区间。',
  },
  weighted: {
    en: 'Among all who were asked, if customers who are alike in channel, language, need, gap and number of messages answer regardless of what they think. Each answer counts for as many as it stands for, at most five times. It repairs nothing for reasons that are in none of these columns. Interval: Wilson with the effective number of answers, 95 %.',
    zh: '假设在渠道、语言、需求、信息差和消息数上相同的顾客，是否回复与其看法无关，由此推算的全部受访顾客的满意比例。每个答复按其代表的人数加权，最多五倍。若不回复的原因不在这些因素之中，则无法纠正。区间为按有效答复数计算的 95% 威尔逊区间。',
  },
  quality: {
    en: 'Whether the questions of a form ask what they mean, over the newest answers. Alpha tells how far its scales measure one thing (0 to 1; from about 0.7 they may be added up). What is flagged is for a person to read: no question is dropped or changed by itself.',
    zh: '依据最新的答复，判断问卷的各个问题是否问到了点子上。阿尔法系数表示各量表题是否测量同一事物（0 至 1；约 0.7 以上可以相加）。标记出的问题由人判断，系统不会自行删除或修改。',
  },
  itemTotal: {
    en: 'Correlation of the answers to this question with the sum of the other scales. Below 0.3 it hardly belongs to them; below 0 it is likely read the other way round. Interval: Fisher’s z, 95 %.',
    zh: '该题答案与其余量表题总分的相关系数。低于 0.3 说明与其他题关系不大；低于 0 则很可能被反向理解。区间为 95% Fisher z 区间。',
  },
  languages: {
    en: 'Difference between the two most frequent languages, in standard deviations. With three scales or more, what the other questions say is taken off first: customers of one language may merely be more content. Interval: Welch’s t, 95 % over all questions together.',
    zh: '两种最常用语言之间的差异，以标准差计。有三道以上量表题时，先扣除其他题的回答水平，因为某种语言的顾客可能只是整体更满意。区间为 Welch t 区间，全部问题合计 95%。',
  },
} as const
