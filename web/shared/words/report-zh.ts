import type { ReportWords } from './report-en.ts'

export const reportZh: ReportWords = {
  filters: '时间范围与渠道',
  presets: { 1: '今天', 7: '近 7 天', 30: '近 30 天', 90: '近 90 天' },
  from: '从',
  to: '到',
  wrongRange: '开始日期晚于结束日期，请选择更早的开始日期。',
  channel: '渠道',
  allChannels: '全部渠道',
  channels: { web: '网页聊天', teams: 'Teams', botframework: '其他 Bot Framework 渠道' },
  zone: (zone) => `日期按 ${zone} 时区划分。`,
  updated: (time) => `更新于 ${time}。`,
  figures: '指标',
  whatIs: (metric) => `“${metric}”是什么意思？`,
  noData: '暂无数据',
  outOf: (numerator, denominator) => `${denominator} 个中的 ${numerator} 个`,
  tooFew: (counted) => `${counted}，样本太少，尚不能下结论`,
  interval: (low, high) => `可能在 ${low} 至 ${high} 之间`,
  showTable: (chart) => `以表格显示“${chart}”`,
  table: (title) => `表格：${title}`,
  day: '日期',
}
