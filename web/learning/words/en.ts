import { reportEn } from '../../shared/words/report-en.ts'

export const en = {
  ...reportEn,
  title: 'Learning',
  heading: 'What the bot has learnt',
  managersOnly: 'The report on learning is for managers and administrators.',
  gainedHeading: 'What it gained',
  gained: {
    'nothing-tried': 'Nothing was tried in this range.',
    'nothing-promoted': (tries: string) =>
      tries === '1'
        ? 'Nothing was gained: one thing was tried, and it was not shown to be better.'
        : `Nothing was gained: ${tries} things were tried, and none was shown to be better.`,
    'only-proposed':
      'Nothing has taken over: other figures of the policy were shown to be better, and a manager decides whether to write them.',
    'all-rolled-back': 'Nothing was gained: what was promoted was taken back.',
    'no-difference-shown': (messages: string) =>
      `Something new took over, and no difference can be shown yet in handovers and refused answers, over ${messages} messages since.`,
    better: 'It got better: fewer handovers or refused answers than chance explains, and neither of them more.',
    worse: 'It got worse: more handovers or refused answers than chance explains, and neither of them fewer.',
    mixed: 'It is mixed: of handovers and refused answers, some fell and some rose by more than chance explains.',
  },
  howGained: 'How this is told',
  next: (accepted: string, needed: string) =>
    `For the next try of the model that understands messages: ${accepted} newly accepted messages, ${needed} are needed.`,
  newNeeds: (names: string) => `New needs in service: ${names}.`,
  comma: ', ',
  tile: {
    labels: 'Labels given',
    accepted: 'Messages accepted',
    tries: 'Tried',
    accuracy: { en: 'Read right, English', zh: 'Read right, Chinese' },
  },
  byCustomers: (n: string) => `${n} picked by customers`,
  byAgents: (n: string) => `${n} by agents`,
  byChecks: (n: string) => `${n} by random checks`,
  rejected: (n: string) => `${n} rejected`,
  pending: (n: string) => `${n} wait for review now`,
  promoted: (n: string) => `${n} took over`,
  proposed: (n: string) => `${n} proposed`,
  keptBack: (n: string) => `${n} kept back`,
  rolledBack: (n: string) => `${n} taken back`,
  overTime: 'Over time',
  accuracyChart: 'Read right on the frozen suite',
  nothingJudged: 'No model was judged on the frozen suite in this range.',
  labelChart: 'Labels and accepted messages by week',
  inLanguage: { en: 'English', zh: 'Chinese' },
  week: 'Week',
  weekName: (week: string, monday: string, days: number) =>
    days === 7 ? `${week} (from ${monday})` : `${week} (from ${monday}, ${days} ${days === 1 ? 'day' : 'days'} of it)`,
  effects: 'Before and after',
  noEffects: 'Nothing took over in this range, or nobody knows until when it served, so there is nothing to compare.',
  kind: { intents: 'Understanding', gap: 'Gap model', policy: 'Policy' },
  tookOver: (kind: string, at: string) => `${kind}: took over ${at}`,
  compared: (days: string) => `The ${days === '1' ? 'day' : `${days} days`} before and the same time after.`,
  goneBackFrom: 'It was taken back afterwards.',
  before: 'Before',
  after: 'After',
  figure: { handoffs: 'Handed over', wrongAnswers: 'Answers refused', gap: 'Mean gap' },
  ofMessages: (n: string, conversations: string) => `of ${n} in ${conversations} conversations`,
  gapNotCompared: 'Not compared: another gap model took over as well.',
  difference: {
    tooFew: (figure: string) => `${figure}: too few conversations to compare.`,
    less: (figure: string, points: string, low: string, high: string) =>
      `${figure}: ${points} points (likely ${low} to ${high}), fewer than chance explains.`,
    more: (figure: string, points: string, low: string, high: string) =>
      `${figure}: ${points} points (likely ${low} to ${high}), more than chance explains.`,
    none: (figure: string, points: string, low: string, high: string) =>
      `${figure}: ${points} points (likely ${low} to ${high}): no difference can be shown.`,
  },
  tries: 'What was tried, and why it was promoted or not',
  noTries:
    'A model is tried when enough messages have been accepted in the review, figures of the policy when enough conversations have a known outcome.',
  trustApart: 'What evidence of trust is worth is fitted apart from this.',
  toTrust: 'See the page on trust',
  older: (n: string) => `${n} older ones`,
  outcome: {
    promoted: 'Promoted',
    'kept-back': 'Kept back',
    chosen: 'Chosen by a person',
    'rolled-back': 'Taken back',
    applied: 'Applied',
    proposed: 'Proposed',
  },
  serves: 'Serves now',
  startedBy: { sweep: 'Tried by itself.', command: 'Tried by command.' },
  learntFrom: (learnt: string, fresh: string) =>
    `Trained on ${learnt} accepted messages; the one that served did not know ${fresh} of them.`,
  leftBy: {
    guard: (at: string) => `The guard took it back ${at}: it did worse than chance explains.`,
    person: (at: string) => `A person took it back ${at}.`,
  },
  found: (rate: string, before: string, after: string, p: string, level: string) =>
    `${rate}: ${after}, before ${before} (p = ${p}; at most ${level} counts as worse).`,
  share: (bad: string, of: string) => `${bad} of ${of}`,
  guarded: {
    'handed-over': 'Conversations handed over',
    'wrong-answer': 'Conversations whose answer did not serve',
    'checked-wrong': 'Checked answers that were wrong',
    'not-resolved': 'Surveys that say the need was not met',
  },
  model: (id: string) => `Model ${id}`,
  policyTry: (id: string) => `Try ${id}`,
  policyFigure: {
    'decide.answerAbove': 'The bot answers alone when it is surer than',
    'stakes.standard.personSolves': 'Chance that a person meets the need',
  },
  changedFigure: (name: string, before: string, after: string) => `${name}: from ${before} to ${after}`,
  toTakeOver: 'To take them over, change these figures in policy.yaml of the pack and start the server again.',
  tryFirst: 'Try them first on recorded conversations',
  among: { all: '', 'other-needs': ' among the other needs', suite: ' on the frozen suite' },
  intentReason: {
    tooFewCases: (cases: string, needed: string) =>
      `Only ${cases} messages to judge by; ${needed} are needed to tell better from lucky.`,
    better: (cases: string, gained: string, lost: string, p: string, level: string) =>
      `It reads more right: of ${cases} messages, ${gained} only it reads right and ${lost} only the one before (p = ${p}; at most ${level} was asked).`,
    notBetter: (cases: string, gained: string, lost: string, p: string, level: string) =>
      `It is not shown to read more right: of ${cases} messages, ${gained} only it reads right and ${lost} only the one before (p = ${p}; at most ${level} was asked).`,
    surer: (challenger: string, champion: string, p: string, level: string) =>
      `It is surer of what is right: Brier score ${challenger} against ${champion}, lower is better (p = ${p}; at most ${level} was asked).`,
    notSurer: (challenger: string, champion: string, p: string, level: string) =>
      `It is not shown to be surer of what is right: Brier score ${challenger} against ${champion}, lower is better (p = ${p}; at most ${level} was asked).`,
    newNeeds: (needs: string) => `It knows new needs: ${needs}.`,
    needsGone: (needs: string) => `The one before has needs that the pack no longer has: ${needs}.`,
    notWorse: (among: string, gained: string, lost: string, p: string) =>
      `It is not worse${among}: ${gained} messages gained, ${lost} lost (p = ${p}).`,
    worse: (among: string, gained: string, lost: string, p: string) =>
      `It is worse${among}: ${gained} messages gained, ${lost} lost (p = ${p}).`,
    calibrationKept: (challenger: string, champion: string) =>
      `Its probabilities hold as well: off by ${challenger}, before by ${champion}.`,
    calibrationWorse: (challenger: string, champion: string) =>
      `Its probabilities hold less: off by ${challenger}, before by ${champion}.`,
    outOfScopeKept: (cases: string, challenger: string, champion: string, p: string) =>
      `Of ${cases} messages that are none of the needs it recognises ${challenger}, before ${champion} (p = ${p}): not fewer than chance explains.`,
    outOfScopeWorse: (cases: string, challenger: string, champion: string, p: string) =>
      `Of ${cases} messages that are none of the needs it recognises only ${challenger}, before ${champion} (p = ${p}).`,
    languageWorse: (language: string, gained: string, lost: string, p: string) =>
      `It is worse in ${language}: ${gained} messages gained, ${lost} lost (p = ${p}).`,
  },
  policyReason: {
    tooFewCases: (cases: string, needed: string) =>
      `Only ${cases} conversations with a known outcome would go otherwise; ${needed} are needed to tell better from lucky.`,
    better: (cases: string, after: string, before: string, p: string, level: string) =>
      `Better: the ${cases} conversations that would go otherwise would be worth ${after} each by the policy’s stakes, before ${before} (p = ${p}; at most ${level} was asked).`,
    notBetter: (cases: string, after: string, before: string, p: string, level: string) =>
      `Not shown to be better: the ${cases} conversations that would go otherwise would be worth ${after} each by the policy’s stakes, before ${before} (p = ${p}; at most ${level} was asked).`,
    languageWorse: (language: string, cases: string, after: string, before: string, p: string) =>
      `Worse in ${language}: ${cases} conversations would be worth ${after} each by the policy’s stakes, before ${before} (p = ${p}).`,
  },
  gapReason: {
    tooFewOutcomes: (outcomes: string, needed: string) =>
      `Only ${outcomes} conversations with a known outcome; ${needed} are needed to tell better from lucky.`,
    better: (challenger: string, champion: string, p: string, level: string) =>
      `It is better: Brier score ${challenger} against ${champion}, lower is better (p = ${p}; at most ${level} was asked).`,
    notBetter: (challenger: string, champion: string, p: string, level: string) =>
      `It is not shown to be better: Brier score ${challenger} against ${champion}, lower is better (p = ${p}; at most ${level} was asked).`,
    calibrationKept: (challenger: string, champion: string) =>
      `Its estimates hold as well: off by ${challenger}, before by ${champion}.`,
    calibrationWorse: (challenger: string, champion: string) =>
      `Its estimates hold less: off by ${challenger}, before by ${champion}.`,
    languageWorse: (language: string, challenger: string, champion: string, p: string) =>
      `It is worse in ${language}: Brier score ${challenger} against ${champion} (p = ${p}).`,
  },
}

export type LearningWords = typeof en
