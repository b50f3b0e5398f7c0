import type { EntityType, Language } from '../../domain/index.ts'

/** What kinds of things are called in the middle of a sentence. */
export const ENTITY_WORDS: Record<EntityType, Record<Language, string>> = {
  orderNumber: { en: 'order number', zh: '订单号' },
  amount: { en: 'amount', zh: '金额' },
  date: { en: 'date', zh: '日期' },
  email: { en: 'e-mail', zh: '邮箱' },
  phone: { en: 'phone', zh: '电话' },
  product: { en: 'product', zh: '商品' },
  person: { en: 'name', zh: '姓名' },
  place: { en: 'place', zh: '地点' },
}
