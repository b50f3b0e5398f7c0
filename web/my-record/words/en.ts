export const en = {
  title: 'What we note about our promises and your ratings',
  back: 'Back to the chat',
  reading: 'Reading …',
  nobody: 'Nobody has written to us from this browser yet, so there is nothing to show.',
  trust: 'How we think we are doing',
  noneYet: 'We do not know yet: you have not rated us, and we have promised you nothing.',
  inWords: (level: 'low' | 'middle' | 'high') =>
    ({
      low: 'We think that we have let you down, and that we have to do better.',
      middle: 'We think that you have had good and bad moments with us.',
      high: 'We think that you have had good moments with us so far.',
    })[level],
  figure: (score: string, low: string, high: string) =>
    `In figures: ${score}, likely between ${low} and ${high}. Older moments count less.`,
  whatFor:
    'This is an estimate of how far you trust us. It is there so that we see where we fall short; who waits for a person comes first when we have disappointed them.',
  promises: 'What we promised you',
  noPromises: 'We have promised you nothing with a time.',
  by: (time: string) => `by ${time}`,
  movedTo: (time: string) => `; new time: ${time}`,
  noted: 'What we noted',
  nothingNoted: 'Nothing yet.',
  changed: '(you changed it; it no longer counts)',
  asking: 'Asking for your rating',
  isAsked: 'We sometimes ask you how it went.',
  isNotAsked: 'We do not ask you how it went.',
  stopAsking: 'Do not ask me',
  askAgain: 'You may ask me again',
}

export type MyRecordWords = typeof en
