/** Words of praise and complaint in customer service, -5..5 as in AFINN. */
export const CHINESE_SENTIMENT: ReadonlyMap<string, number> = new Map(
  Object.entries({
    '-5': '滚 傻逼 操你 妈的 垃圾 骗子 去死 王八蛋',
    '-4': '太差 极差 恶心 欺骗 骗人 坑人 黑店 诈骗 气死 愤怒 无耻 混蛋 投诉你们 忍无可忍',
    '-3': '投诉 差评 生气 失望 糟糕 过分 不满 坑 烂 骗 差劲 火大 欺负 忽悠 敷衍 没人管 不负责 耍我 恼火',
    '-2': '不行 不好 坏了 坏的 破损 着急 麻烦死 郁闷 无语 质量差 太慢 太贵 等了好久 搞错 弄错 难用 担心 烦 慢死 没用 不能用 丢了 催',
    '-1': '问题 慢 贵 错 还没 怎么还 一直没 不对 缺',
    '1': '可以 好的 行 嗯嗯 还行 不客气 方便',
    '2': '谢谢 感谢 多谢 辛苦 不错 喜欢 满意 放心 好用 快 麻烦您 谢啦 好棒',
    '3': '很好 太好了 棒 开心 高兴 很满意 非常感谢 好评 贴心 给力 优秀 真好',
    '4': '完美 太棒 超级好 非常满意 爱了 五星',
  }).flatMap(([score, words]) => words.split(' ').map((word) => [word, Number(score)] as const)),
)

export const CHINESE_NEGATIONS = ['不', '没', '没有', '别', '不太', '不是', '不怎么', '并不', '非']
