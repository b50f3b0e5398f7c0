import type { hearingEn } from './hearing-en.ts'

export const hearingZh: typeof hearingEn = {
  title: '承诺识别得准不准',
  hint: (days) =>
    `工作台会提示客服消息中疑似作出的承诺。这里是最近 ${days} 天客服已答复的提示中被采纳（照原样或修改后）的比例。若某种说法的采纳率可确认低于四分之一（95% 区间），就不再提示，直到这些否定过期，或由您恢复。`,
  none: '还没有答复过的提示。',
  language: { en: '英文', zh: '中文' },
  taken: '被采纳',
  takenOf: (language, share) => `${language}：采纳 ${share}`,
  scroll: '各种说法，可横向滚动',
  rule: '说法',
  state: '是否提示',
  proposes: '是',
  keptBack: '暂停',
  again: '恢复提示',
  againOf: (rule) => `恢复提示：${rule}`,
  againSaid: (rule) => `已恢复提示：${rule}`,
  forms: {
    'en-will': '英文：某人将要',
    'en-get': '英文：您将得到',
    'en-thing': '英文：某物将到',
    'en-present': '英文：以正在做的口吻',
    'en-leaves': '英文：到达、发出',
    'en-expect': '英文：请期待、请给我们',
    'zh-will': '中文：带“会、将、尽快”等',
    'zh-after': '中文：某事之后',
    'zh-present': '中文：只有时间',
  },
  actions: {
    answer: '答复',
    call: '致电',
    refund: '退款',
    send: '寄送或上门',
    check: '核实',
    other: '其他',
  },
  named: (form, action) => `${form}；${action}`,
}
