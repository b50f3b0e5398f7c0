import type { HelpWords } from './en.ts'

export const zh: HelpWords = {
  title: '帮助中心',
  skip: '跳到正文',
  back: '返回商店',
  contents: '目录',
  otherLanguage: '此页面暂无中文版，以下为英文内容。',
  none: '暂无帮助页面',
  noneHint: '请点击右下角的在线客服咨询。',
  transparency: '我们的承诺、兑现情况与保存的信息',
  gone: '您要找的内容已不在此页面。请查看目录，或咨询在线客服。',
}
