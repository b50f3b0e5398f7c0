import type { ShopWords } from './en.ts'

export const zh: ShopWords = {
  skip: '跳到正文',
  nav: { label: '商店', lamps: '灯具', kitchen: '厨房', home: '家居' },
  claim: '为安静的夜晚而做。',
  pitch: '灯、锅与毯，坏了可以修，不必换新。三天送达，三十天内可退。',
  look: '浏览全部商品',
  ask: '有疑问？请点右下角的按钮。',
  collection: '全部商品',
  products: {
    lamp: { name: '暖光台灯', line: '可调至烛光', price: '¥329' },
    floorLamp: { name: '苍鹭落地灯', line: '单足而立', price: '¥699' },
    kettle: { name: '卵石电水壶', line: '水开即静', price: '¥259' },
    pan: { name: '玄石煎锅', line: '厚在该厚的地方', price: '¥219' },
    backpack: { name: '山湖双肩包', line: '挡得住一周的雨', price: '¥459' },
    blanket: { name: '苔绿盖毯', line: '不扎人的羊毛', price: '¥289' },
  },
  promisesTitle: '您可以放心的事',
  promises: [
    { title: '三个工作日送达', text: '邮件里的链接随时可查包裹位置。' },
    { title: '三十天内可退', text: '未使用即可，无需理由。' },
    { title: '随时可找人工', text: '智能助手会说明把握有多大；没有把握时，会请同事来帮您。' },
  ],
  demo: (company) => `${company}是虚构的商店，用于演示 Candor，此处商品均不出售。`,
  staff: '员工入口',
  desk: '客服工作台',
  dashboard: '数据看板',
}
