export const en = {
  title: 'Help',
  skip: 'Skip to the text',
  back: 'Back to the shop',
  contents: 'Contents',
  otherLanguage: 'This page is not there in English yet, so it is shown in Chinese.',
  none: 'There is no help page yet',
  noneHint: 'Ask in the chat: the button at the bottom right.',
  transparency: 'What we promise, how we keep it and what we store',
  gone: 'The section you were sent to is not here any more. Look through the contents, or ask in the chat.',
}

export type HelpWords = typeof en
