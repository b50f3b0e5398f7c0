import type { Language, Message } from '../../domain/index.ts'
import { detectLanguage } from '../../nlp/index.ts'
import type { ResolvedHandover } from '../../store/index.ts'

/** Something an agent wrote in a handover that ended well. */
export interface SaidBefore {
  text: string
  /** What the customer had written before it, since an agent's last words. */
  question: string
  handover: ResolvedHandover
}

/** Lines of the customer that make the question: what they wrote longer ago is not what they ask now. */
const ASKED = 3
/** Shorter texts are thanks and nods: they answer nothing. */
const LEAST_UNITS: Record<Language, number> = { en: 20, zh: 8 }

/** Who is greeted, and how: what is said after it is the answer. */
const SALUTATION: Record<Language, RegExp> = {
  en: /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day))\b[^,.!?:\n]{0,40}[,.!:\n]\s*/i,
  zh: /^(?:\p{Script=Han}{1,4}(?:先生|女士|小姐|太太))?[,，\s]*(?:(?:您好|你好|早上好|上午好|下午好|晚上好)\p{Script=Han}{0,4})?[,，。!！:：\n]\s*/u,
}

/** More answers are not compared: it takes the server's time, and the latest are the likeliest to be true still. */
const MOST_ANSWERS = 120

/** The answers of agents in a language, the latest handover first. Corrected messages count as they were corrected. */
export function saidBefore(handovers: readonly ResolvedHandover[], language: Language): SaidBefore[] {
  const all = handovers.flatMap((handover) => {
    const answers: SaidBefore[] = []
    let question: string[] = []
    let answered = false
    for (const { from, text } of corrected(handover.messages)) {
      if (from === 'customer') {
        question = answered ? [text] : [...question.slice(1 - ASKED), text]
        answered = false
        continue
      }
      answered = true
      const answer = withoutSalutation(text, language)
      if (answer.length < LEAST_UNITS[language] || detectLanguage(answer).language !== language) continue
      answers.push({ text: answer, question: question.join('\n'), handover })
    }
    return answers
  })
  return all.slice(0, MOST_ANSWERS)
}

/** What the customer of a conversation has written since an agent's last words: the question that an answer has to fit. */
export function askedNow(messages: readonly Message[]): string {
  const answered = messages.findLastIndex(({ from }) => from === 'agent')
  return messages
    .slice(answered + 1)
    .flatMap(({ from, text }) => (from === 'customer' ? [text] : []))
    .slice(-ASKED)
    .join('\n')
}

/** The texts as they stand at the end; files are left out. */
export function corrected(messages: readonly Message[]): Message[] {
  const now = new Map<number, string>()
  for (const { body, text } of messages) if (body.kind === 'correction') now.set(body.of, text)
  return messages
    .filter(({ body }) => body.kind !== 'correction' && body.kind !== 'file')
    .map((message) => ({ ...message, text: now.get(message.seq) ?? message.text }))
}

function withoutSalutation(text: string, language: Language): string {
  const rest = text.trim().replace(SALUTATION[language], '')
  return rest.charAt(0).toUpperCase() + rest.slice(1)
}
