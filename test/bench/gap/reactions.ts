import type { Language } from '../../../domain/index.ts'

/** What simulated customers say beside their topic. Some of it is not among the patterns that signals are read by. */
export type Reaction = 'refuses' | 'asks-for-person' | 'gives-up' | 'thanks'

export const REACTIONS: Record<Reaction, Record<Language, string[]>> = {
  refuses: {
    en: [
      "That's not what I asked",
      'No, I mean something else',
      'This has nothing to do with my question',
      "that doesn't help me at all",
      'hm, you are on the wrong track',
      'wrong answer',
      'None of that is it',
    ],
    zh: ['你答非所问', '我问的不是这个', '这和我的问题没关系', '没用', '不对吧，你再看看我的问题'],
  },
  'asks-for-person': {
    en: ['Can I talk to a real person?', 'agent please', 'let somebody from your team call me', 'human'],
    zh: ['转人工', '我要找真人客服', '能不能让同事直接联系我'],
  },
  'gives-up': {
    en: ['Forget it', "never mind, I'll look elsewhere", 'ok, no point in asking here', 'leave it then', 'whatever'],
    zh: ['算了', '不问了', '那就这样，我自己想办法', '白问了'],
  },
  thanks: {
    en: ['Thanks', 'great, thank you', 'ok good', 'perfect', 'that was it, cheers'],
    zh: ['谢谢', '好的，明白了', '行', '可以了，多谢'],
  },
}
