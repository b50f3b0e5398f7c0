import type { Language } from '../../domain/index.ts'

interface Phrases {
  talkToPerson: string
  correction: (text: string) => string
  source: (title: string) => string
  sure: (percent: number) => string
  wayToPerson: string
  greeting: (company: string) => string
  file: (name: string) => string
  /** Where the channel gives no way to open it. */
  fileNotShown: (name: string) => string
}

/** Every word that a channel adds to what the bot says, in each language. */
export const PHRASES: Record<Language, Phrases> = {
  en: {
    talkToPerson: 'Talk to a person',
    correction: (text) => `Correction: ${text}`,
    source: (title) => `Source: ${title}`,
    sure: (percent) => `${percent} % sure`,
    wayToPerson: 'Write “person” to talk to one',
    greeting: (company) => `Hello, this is the assistant of ${company}. Ask me anything, or say "person" to reach one.`,
    file: (name) => `File: ${name}`,
    fileNotShown: (name) => `File: ${name} (it cannot be opened in this chat)`,
  },
  zh: {
    talkToPerson: '转人工客服',
    correction: (text) => `更正：${text}`,
    source: (title) => `来源：${title}`,
    sure: (percent) => `把握 ${percent}%`,
    wayToPerson: '需要人工请回复“人工客服”',
    greeting: (company) => `您好，我是${company}的智能助手。有问题请直接问我；需要人工时，请说“人工客服”。`,
    file: (name) => `文件：${name}`,
    fileNotShown: (name) => `文件：${name}（在此聊天中无法打开）`,
  },
}
