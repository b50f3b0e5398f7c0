/** How trust moves over the weeks. */
export const dynamicsEn = {
  hint: 'Each week from what customers’ ratings, promises and handovers of that week say of their trust. The week that is running is left out.',
  history: 'History',
  weeks: (count: number) => (count === 52 ? 'One year' : `${count} weeks`),
  empty: 'No evidence of trust was recorded in these weeks: nobody has rated, and no promise was due.',
  noIndex:
    'What the bot’s turns showed to customers was not recorded in these weeks, so there is no transparency index yet.',
  chart: 'Trust by week',
  trust: 'Trust',
  law: 'By the law',
  forecast: 'Forecast',
  whatIfLine: 'What if',
  week: 'Week',
  weekName: (week: string, monday: string) => `${week} (from ${monday})`,
  means: 'What these lines mean',
  assumptions:
    'The law is dT/dt = k (I(t) − I_min), with trust T kept within 0 and 100 % and I the transparency index of the week. k and I_min are fitted by least squares, weighted by how sure each week’s figure is. Weeks are not taken for independent: whatever else moves trust may carry on from week to week, and intervals hold for that too. The band of the forecast is where the figure of the week will lie in 95 of 100 cases, as far as the future is like these weeks. That trust followed transparency in these weeks does not prove that transparency was the cause.',
  lawHeading: 'What transparency does to trust',
  likely: (value: string, low: string, high: string) => `${value} (likely ${low} to ${high})`,
  points: (value: string, low: string, high: string) => `${value} points (likely ${low} to ${high})`,
  trustHeading: 'How trust moves',
  indexHeading: 'What the company showed and kept',
  tooFewWeeks: (observed: number, needed: number) =>
    `${observed === 0 ? 'In no week' : observed === 1 ? 'In one week' : `In ${observed} weeks`} both the transparency index and the trust of at least two customers are known. ${needed} such weeks are needed before anything can be said of what transparency does, and before a forecast.`,
  steadyIndex: (least: string, most: string) =>
    `The transparency index was nearly the same in all these weeks (between ${least} and ${most}), so they cannot tell what transparency does to trust: there is no law, no forecast and no “what if”.`,
  observed: (weeks: string) => `From ${weeks} weeks:`,
  follows: (perTen: string) =>
    `Trust follows transparency. With ten points more of transparency, trust moves by ${perTen} more each week.`,
  notShown: (perTen: string) =>
    `These weeks do not show that trust follows transparency: with ten points more, trust moves by ${perTen} each week, which may be nothing. So there is no “what if”.`,
  against: (perTen: string) =>
    `In these weeks trust fell where transparency rose: by ${perTen} each week for ten points more. The law does not describe what happens here; look for what else changed. So there is no “what if”.`,
  threshold: (share: string) => `Trust holds at a transparency of ${share}: above it trust rises, below it falls.`,
  drift: (mean: string, moved: string) =>
    `At the mean transparency of these weeks, ${mean}, trust moves by ${moved} each week.`,
  leftOut: (weeks: number) =>
    `${weeks === 1 ? 'One week is' : `${weeks} weeks are`} left out, because trust was at or near 0 or 100 %, where it cannot move on, or because there were too few weeks between two such.`,
  asBefore: 'If transparency goes on as it was',
  whatIf: 'What if transparency stays at …',
  whatIfSlider: 'Transparency from now on',
  whatIfNumber: 'Transparency from now on, in percent',
  noWhatIf: 'As it was',
  whatIfTold: (share: string) => `If transparency stays at ${share} from now on`,
  forecastTold: (condition: string, week: string, share: string) => `${condition}, trust in ${week} is ${share}.`,
  seen: (least: string, most: string) => `In these weeks it was between ${least} and ${most}.`,
  beyond: 'What is asked lies outside: nobody has seen what trust does there.',
  index: 'Transparency index',
  part: {
    source: 'Source named',
    confidence: 'Certainty told',
    person: 'Way to a person',
    published: 'Promise told with its time',
    kept: 'Promise kept in time',
  },
  indexChart: 'Transparency by week',
  promiseChart: 'Promises by week',
  indexMeans: 'How transparency is counted',
  weight: (share: string) => `counts ${share}`,
}

export type DynamicsWords = typeof dynamicsEn
