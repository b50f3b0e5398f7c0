import type { Language } from '../../domain/index.ts'

interface Phrases {
  talkToPerson: string
  correction: (text: string) => string
  source: (title: string) => string
  sure: (percent: number) => string
  greeting: (company: string) => string
  file: (name: string) => string
  /** Where the channel gives no way to open it. */
  fileNotShown: (name: string) => string
  survey: {
    rating: string
    ratingMissing: string
    ratings: readonly [string, string, string, string, string]
    resolved: string
    yes: string
    no: string
    comment: string
    commentHint: string
    send: string
  }
}

/** Every word that a channel adds to what the bot says, in each language. */
export const PHRASES: Record<Language, Phrases> = {
  en: {
    talkToPerson: 'Talk to a person',
    correction: (text) => `Correction: ${text}`,
    source: (title) => `Source: ${title}`,
    sure: (percent) => `${percent} % sure`,
    greeting: (company) => `Hello, this is the assistant of ${company}. Ask me anything, or say "person" to reach one.`,
    file: (name) => `File: ${name}`,
    fileNotShown: (name) => `File: ${name} (it cannot be opened in this chat)`,
    survey: {
      rating: 'How satisfied are you with the help you got?',
      ratingMissing: 'Please choose 1 to 5.',
      ratings: ['1 – very unhappy', '2 – unhappy', '3 – so-so', '4 – happy', '5 – very happy'],
      resolved: 'Has your question been solved?',
      yes: 'Yes',
      no: 'No',
      comment: 'Anything you want to tell us?',
      commentHint: 'Optional',
      send: 'Send',
    },
  },
  zh: {
    talkToPerson: '转人工客服',
    correction: (text) => `更正：${text}`,
    source: (title) => `来源：${title}`,
    sure: (percent) => `把握 ${percent}%`,
    greeting: (company) => `您好，我是${company}的智能助手。有问题请直接问我；需要人工时，请说“人工客服”。`,
    file: (name) => `文件：${name}`,
    fileNotShown: (name) => `文件：${name}（在此聊天中无法打开）`,
    survey: {
      rating: '您对这次服务满意吗？',
      ratingMissing: '请选择 1 到 5 分。',
      ratings: ['1 – 很不满意', '2 – 不满意', '3 – 一般', '4 – 满意', '5 – 很满意'],
      resolved: '您的问题解决了吗？',
      yes: '解决了',
      no: '没有解决',
      comment: '还有什么想告诉我们的吗？',
      commentHint: '选填',
      send: '提交',
    },
  },
}
