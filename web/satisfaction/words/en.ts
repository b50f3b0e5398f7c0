import { reportEn } from '../../shared/words/report-en.ts'

export const en = {
  ...reportEn,
  title: 'Satisfaction',
  heading: 'How customers say it went',
  hint: 'Surveys count on the day they were sent, whenever they were answered. What rates the bot and what rates people are never added up.',
  managersOnly: 'The report on satisfaction is for managers and administrators.',
  empty:
    'No surveys were sent in this range. Choose a longer one, or end a conversation in the demo shop’s chat: the customer is then asked how it went.',
  csat: 'Satisfaction (CSAT)',
  nothingSent: {
    bot: 'No CSAT survey about the bot was sent in this range.',
    agent: 'No CSAT survey about a person was sent in this range.',
  },
  tile: { satisfied: 'Satisfied', response: 'Answered', mean: 'Mean rating', resolved: 'Said it was solved' },
  stillOpen: (n: string) => `${n} can still be answered`,
  ofBest: (mean: string, best: string) => `${mean} of ${best}`,
  answers: (n: string) => (n === '1' ? '1 answer' : `${n} answers`),
  byWeek: 'By week',
  chart: { satisfied: 'Satisfied, with its interval', response: 'Answered, of the surveys sent' },
  day: 'Week',
  weekName: (week: string, monday: string, days: number) =>
    days === 7 ? `${week} (from ${monday})` : `${week} (from ${monday}, ${days} ${days === 1 ? 'day' : 'days'} of it)`,
  readings: 'And those who did not answer?',
  readingsHint:
    'Three readings of the same surveys. They differ in what they assume about the customers who did not answer; on each line 0 % is at the left and 100 % at the right.',
  reading: {
    observed: 'Among those who answered',
    bounds: 'Whatever the others think',
    weighted: 'If alike customers think alike',
  },
  whatItSays: {
    observed: 'What this says, and what not',
    bounds: 'What this says, and what not',
    weighted: 'What this says, and what not',
  },
  between: (low: string, high: string) => `${low} to ${high}`,
  estimate: (value: string, interval: string) => `${value} (${interval})`,
  unanswered: (n: string, sent: string) => `${n} of ${sent} have not answered`,
  effective: (effective: string, answered: string) =>
    `Tells as much as ${effective} answers of equal weight, from ${answered}`,
  weightsCut: (n: string) => `${n} of them would count for more than five, and count for five`,
  notWeighted: {
    'everybody-answered': 'Everybody answered: there is nothing to weight.',
    'too-few': 'Too few to learn who answers: it takes 30 with an answer and 30 without.',
  },
  responseBy: 'Who answers',
  formName: (form: string) =>
    form === 'csat'
      ? 'Satisfaction (CSAT)'
      : form === 'nps'
        ? 'Recommendation (NPS)'
        : form === 'ces'
          ? 'Effort (CES)'
          : `Own form “${form}”`,
  csatIn: (group: string) => `CSAT: ${group}`,
  languageName: (language: string) => (language === 'en' ? 'English' : language === 'zh' ? 'Chinese' : language),
  loyalty: 'Recommendation and effort',
  promoters: (promoters: string, passives: string, detractors: string) =>
    `${promoters} would recommend, ${passives} in between, ${detractors} would not`,
  easy: (evidence: string) => `easy (5 to 7): ${evidence}`,
  answered: (evidence: string) => `answered: ${evidence}`,
  notAsked: {
    nps: 'No NPS survey was sent in this range. How often customers are asked stands in the policy.',
    ces: 'No CES survey was sent in this range. How often customers are asked stands in the policy.',
  },
  notAskedBecause: (reasons: string[]) => `Resolved and not asked: ${reasons.join(', ')}.`,
  reason: (because: string, n: string) => `${because} (${n})`,
  because: {
    spam: 'spam',
    'nothing-answered': 'nobody had helped',
    'no-consent': 'no consent',
    'angry-exit': 'left in anger',
    'asked-recently': 'asked recently',
    'not-drawn': 'not in the sample',
  },
  by: { needs: 'By need', agents: 'By agent', answers: 'By answer of the bot', models: 'By model' },
  byHint: {
    needs: 'What the conversation was about when the survey was sent.',
    agents:
      'Who resolved the conversation. What the bot did is in none of these figures, nor is what another agent resolved after it was opened again.',
    answers: 'What the bot had answered last when the survey was sent.',
    models: 'The model that served when the survey was sent.',
  },
  head: { needs: 'Need', agents: 'Agent', answers: 'Answer to', models: 'Model' },
  notKnown: 'not known',
  questions: 'Do the questions ask what they mean?',
  questionsOf: (form: string) => `Questions: ${form}`,
  noAnswers: 'No survey that was sent in this range has been answered.',
  read: (n: string) => (n === '1' ? '1 answer read.' : `${n} answers read.`),
  newestOnly: 'There are more: only the newest were read.',
  otherWording: (n: string) => `${n} answers to an earlier wording are left out.`,
  answerTime: (median: string, p90: string) =>
    `From sending to answering: half within ${median}, nine in ten within ${p90}.`,
  answerTimeBy: (medians: [string, string][]) =>
    `Half within, by language: ${medians.map(([language, median]) => `${language} ${median}`).join(', ')}.`,
  alpha: (standardized: string, raw: string, n: string) =>
    `Cronbach’s alpha ${standardized} (standardised), ${raw} (raw), over ${n} complete answers.`,
  oneScale: 'It has one scale: how well scales go together cannot be asked.',
  straightLined: (evidence: string) => `The same on every scale: ${evidence}.`,
  nothingFlagged: 'No question stands out. With fewer than 30 answers nothing is flagged.',
  flagged: 'Look at this',
  flag: {
    reversed: (figure: string) =>
      `Customers who rate the other questions high rate this one low: correlation ${figure}.`,
    unrelated: (figure: string, without: string, alpha: string) =>
      `Answers go with those to the other questions hardly at all: correlation ${figure}. Without it alpha would be ${without} instead of ${alpha}.`,
    skipped: (evidence: string) => `Many leave it out: ${evidence}.`,
    floor: (evidence: string) => `Nearly everybody gives the lowest: ${evidence}.`,
    ceiling: (evidence: string) => `Nearly everybody gives the highest: ${evidence}.`,
    languageStandsOut: (lower: string, higher: string, size: string) =>
      `Beside the other questions, customers who are asked in ${lower} rate it ${size} standard deviations lower than those asked in ${higher}.`,
    languagesDiffer: (lower: string, higher: string, size: string) =>
      `Customers who are asked in ${lower} rate it ${size} standard deviations lower than those asked in ${higher}.`,
  },
  suggestion: {
    reversed:
      'It is likely read the other way round. Check its wording and which end of the scale is good, or ask it positively.',
    unrelated:
      'It may be unclear, or ask about something else. Try a plainer wording, or report it apart from the others.',
    skipped: 'Is it clear, and does everybody have an answer to it? Make it shorter, or leave it out.',
    floor: 'It hardly tells customers apart. Ask more concretely, or with a finer scale.',
    ceiling: 'It hardly tells customers apart. Ask more concretely, or with a finer scale.',
    languageStandsOut:
      'The translation may ask something else. Let somebody who speaks both languages compare the two texts and the words at the ends of the scale.',
    languagesDiffer:
      'With fewer than three scales nobody can tell whether customers differ or the translation does. Compare the texts, and the service in both languages.',
  },
  column: {
    group: 'Surveys',
    response: { bot: 'Answered: the bot', agent: 'Answered: people' },
    open: 'Still open',
    question: 'Question',
    skipped: 'Skipped',
    mean: 'Mean',
    ends: 'Lowest / highest',
    withOthers: 'With the others',
    alphaWithout: 'Alpha without it',
    languages: 'Between languages',
  },
  ends: (floor: string, ceiling: string) => `${floor} / ${ceiling}`,
  none: '–',
  columnsMean: 'What do the columns mean?',
}

export type SatisfactionWords = typeof en
