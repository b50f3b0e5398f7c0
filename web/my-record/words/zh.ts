import type { MyRecordWords } from './en.ts'

export const zh: MyRecordWords = {
  title: '我们对您的承诺与您的评价记录',
  back: '返回对话',
  reading: '正在读取…',
  nobody: '这个浏览器还没有与我们对话的记录，暂时没有可显示的内容。',
  trust: '我们做得怎么样',
  noneYet: '还不清楚：您还没有评价过我们，我们也还没有对您作出承诺。',
  inWords: (level) =>
    ({
      low: '看来我们让您失望了，需要做得更好。',
      middle: '看来您在我们这里的体验有好有坏。',
      high: '看来到目前为止您的体验还不错。',
    })[level],
  figure: (score, low, high) => `具体数值：${score}，大致在 ${low} 到 ${high} 之间。时间越久的记录影响越小。`,
  whatFor: '这是我们对您信任程度的估计，用来发现自己哪里没做好；如果我们让您失望过，您等待人工客服时会优先得到接待。',
  promises: '我们对您的承诺',
  noPromises: '目前没有对您作出带有时限的承诺。',
  by: (time) => `期限：${time}`,
  movedTo: (time) => `；已改为 ${time}`,
  noted: '我们记下的内容',
  nothingNoted: '暂无记录。',
  changed: '（您已修改，此条不再计入）',
  asking: '评价邀请',
  isAsked: '服务结束后，我们有时会请您评价。',
  isNotAsked: '我们不会再请您评价。',
  stopAsking: '不要再邀请我评价',
  askAgain: '可以继续邀请我评价',
}
