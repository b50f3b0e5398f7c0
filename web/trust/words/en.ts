import { reportEn } from '../../shared/words/report-en.ts'
import { dynamicsEn } from './dynamics-en.ts'
import { fitEn } from './fit-en.ts'
import { goodwillEn } from './goodwill-en.ts'
import { groupsEn } from './groups-en.ts'
import { hearingEn } from './hearing-en.ts'
import { promisesEn } from './promises-en.ts'

/** The words of each view stand in a file of their own. */
export const en = {
  ...reportEn,
  title: 'Trust',
  heading: 'Trust',
  managersOnly: 'The page on trust is for managers and administrators.',
  views: 'Views',
  view: { dynamics: 'Over time', groups: 'Where', promises: 'Promises', goodwill: 'Goodwill', fit: 'What counts' },
  dynamics: dynamicsEn,
  groups: groupsEn,
  goodwill: goodwillEn,
  fit: fitEn,
  promises: promisesEn,
  hearing: hearingEn,
}

export type TrustWords = typeof en
