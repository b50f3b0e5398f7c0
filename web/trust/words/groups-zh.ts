import type { GroupsWords } from './groups-en.ts'

export const groupsZh: GroupsWords = {
  hint: '在顾客的所有记录中，对公司有利的部分所占比例。同一顾客的记录彼此相关，因此区间按顾客计算；修改过的评价以修改后为准。',
  by: { need: '按需求', answer: '按机器人的回答', agent: '按客服人员', channel: '按渠道' },
  empty: '这段时间内没有可归类的记录。',
  name: '对象',
  share: '有利比例',
  likely: '可能范围',
  oneCustomer: '只有一位顾客，无法判断',
  rows: '记录数',
  customers: '顾客数',
}
