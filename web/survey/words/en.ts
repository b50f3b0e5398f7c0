export const en = {
  title: 'How was it?',
  introduction: (company: string, day: string) => `About your conversation with ${company} on ${day}.`,
  until: (at: string) => `You can answer, and change your answer, until ${at}.`,
  closed: (at: string) => `This survey closed on ${at}. If there is something we should know, write to us in the chat.`,
  optional: 'optional',
  low: (from: number, name: string) => `${from}: ${name}`,
  yes: 'Yes',
  no: 'No',
  send: 'Send',
  change: 'Change my answer',
  sending: 'Sending …',
  thanks: 'Thank you. Your answer is stored.',
  present: 'This is your answer as it is now.',
  refuse: 'Do not ask me again',
  refused: 'We will not ask you for a rating any more.',
  allow: 'You may ask me again',
  noLink: 'This link opens no survey: it was cut, or is too old. Please use the whole link of the latest message.',
}

export type SurveyWords = typeof en
