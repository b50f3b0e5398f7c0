import type { Language } from '../../domain/index.ts'
import type { Utterance } from './reply.ts'

interface FileWords {
  received(count: number): string
  lost(names: readonly string[]): string
}

const WORDS: Record<Language, FileWords> = {
  en: {
    received: (count) =>
      count === 1
        ? 'I have received your file, but I cannot read files. A person can look at it: say so, or tell me in words what it is about.'
        : 'I have received your files, but I cannot read files. A person can look at them: say so, or tell me in words what they are about.',
    lost: (names) =>
      `${names.map((name) => `“${name}”`).join(', ')} did not reach us. PNG, JPEG, GIF and WebP pictures and PDF files of up to 8 MB can be sent here.`,
  },
  zh: {
    received: () => '文件已收到，但我看不懂文件内容。人工客服可以查看：需要的话请告诉我，也可以用文字说明是什么问题。',
    lost: (names) =>
      `${names.map((name) => `“${name}”`).join('、')}没有收到。这里可以发送 8 MB 以内的 PNG、JPEG、GIF、WebP 图片和 PDF 文件。`,
  },
}

/** The truth about files while the bot serves: it has them, cannot read them, and a person can. */
export function filesReceived(count: number, language: Language): Utterance {
  return { text: WORDS[language].received(count), body: { kind: 'clarification', options: [], offersPerson: true } }
}

/** For the customer and whoever serves them: something was sent that is not here. */
export function filesLost(names: readonly string[], language: Language): Utterance {
  return { text: WORDS[language].lost(names), body: { kind: 'notice', code: 'file-not-received' } }
}
