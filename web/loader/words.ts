import type { Language } from '../../bot/http/api.ts'

export interface LoaderWords {
  open: string
  close: string
  title: string
  unread: (count: number) => string
}

/** Kept here and not in files per language: everything the button says must fit into the first few kilobytes. */
export const loaderWords: Record<Language, LoaderWords> = {
  en: {
    open: 'Chat with us',
    close: 'Close the chat',
    title: 'Customer service chat',
    unread: (count) => (count === 1 ? '1 new message' : `${count} new messages`),
  },
  zh: {
    open: '在线客服',
    close: '关闭聊天',
    title: '在线客服聊天窗口',
    unread: (count) => `${count} 条新消息`,
  },
}

/** The page's language if we speak it, else the browser's first that we speak, else English. */
export function pageLanguage(pageTag: string, browserTags: readonly string[]): Language {
  for (const tag of [pageTag, ...browserTags]) {
    const primary = tag.toLowerCase().split('-')[0]
    if (primary === 'zh' || primary === 'en') return primary
  }
  return 'en'
}
