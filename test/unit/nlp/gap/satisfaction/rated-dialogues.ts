import type { Language } from '../../../../../domain/index.ts'
import type { RatedConversation, RatedTurn } from '../../../../../nlp/index.ts'
import { seededRandom } from '../../../../../nlp/intent/random.ts'

interface Lines {
  ask: string[]
  good: { business: string[]; customer: string[] }
  bad: { business: string[]; customer: string[] }
}

const LINES: Record<Language, Lines> = {
  en: {
    ask: ['Where is my parcel?', 'I need an invoice for my order', 'Can I change the delivery address?'],
    good: {
      business: [
        'Your parcel was booked for Tuesday.',
        'The invoice has been sent to your mailbox.',
        'I changed it for you.',
      ],
      customer: [
        'Great, thank you!',
        'Perfect, that works for me.',
        'Thanks, sounds good.',
        'Yes, that is what I need',
      ],
    },
    bad: {
      business: ['Sorry, we cannot do that.', 'Unfortunately there is no such order.', 'I am unable to find it.'],
      customer: [
        'No, that is not what I asked',
        'Can you try again?',
        'I already said that, hurry up',
        'This does not help',
      ],
    },
  },
  zh: {
    ask: ['我的包裹到哪了', '怎么开发票', '能改地址吗'],
    good: {
      business: ['已经帮您处理好了', '发票已发到您的邮箱', '已为您修改成功'],
      customer: ['好的，谢谢', '谢谢你', '好的好的', '嗯嗯，明白了'],
    },
    bad: {
      business: ['抱歉，这个无法修改', '不好意思，暂时查不到', '这个我们不支持'],
      customer: ['不是这个意思', '怎么还没到啊', '你们到底怎么回事', '我说的不是这个'],
    },
  },
}

/** Made-up dialogues in which dissatisfaction shows in the wording most of the time, and sometimes does not. */
export function ratedDialogues(language: Language, count: number, seed: number): RatedConversation[] {
  const random = seededRandom(seed)
  const pick = (texts: string[]) => texts[Math.floor(random() * texts.length)] ?? ''
  const { ask, good, bad } = LINES[language]
  return Array.from({ length: count }, (_, i) => {
    const mood = random()
    const turns: RatedTurn[] = [{ from: 'customer', text: pick(ask), satisfaction: i % 7 === 0 ? null : 0.5 }]
    for (let pair = 0; pair < 4; pair++) {
      const goesWell = random() < mood
      const shows = random() < 0.85
      const lines = goesWell === shows ? good : bad
      turns.push({ from: 'business', text: pick(lines.business), satisfaction: null })
      turns.push({ from: 'customer', text: pick(lines.customer), satisfaction: goesWell ? 0.8 : 0.2 })
    }
    return { id: `${language}-${seed}-${i}`, language, turns }
  })
}
