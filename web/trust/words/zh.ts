import { reportZh } from '../../shared/words/report-zh.ts'
import { dynamicsZh } from './dynamics-zh.ts'
import type { TrustWords } from './en.ts'
import { fitZh } from './fit-zh.ts'
import { goodwillZh } from './goodwill-zh.ts'
import { groupsZh } from './groups-zh.ts'
import { hearingZh } from './hearing-zh.ts'
import { promisesZh } from './promises-zh.ts'

export const zh: TrustWords = {
  ...reportZh,
  title: '信任',
  heading: '顾客信任',
  managersOnly: '信任页面仅供经理和管理员使用。',
  views: '视图',
  view: { dynamics: '变化趋势', groups: '按对象', promises: '承诺', goodwill: '补偿与答谢', fit: '证据权重' },
  dynamics: dynamicsZh,
  groups: groupsZh,
  goodwill: goodwillZh,
  fit: fitZh,
  promises: promisesZh,
  hearing: hearingZh,
}
