import type { Language } from '../../../../domain/index.ts'

/** Messages about three things that a shop's bot may not know, per language, and some about nothing in common. */
export const SAMPLE: Record<Language, { topics: Record<string, string[]>; strays: string[] }> = {
  en: {
    topics: {
      wrapping: [
        'can you gift wrap my order',
        'do you offer gift wrapping',
        'is gift wrapping free of charge',
        'please add gift wrapping to the parcel',
        'I would like this wrapped as a gift',
        'how much does gift wrapping cost',
        'could you put gift wrap around the mug',
      ],
      recycling: [
        'do you take back old batteries for recycling',
        'where can I recycle used batteries',
        'can I send empty batteries back for recycling',
        'how do I recycle the batteries from the lamp',
        'is there battery recycling in your store',
        'recycling of old batteries, how does it work',
      ],
      careers: [
        'are you hiring sales staff at the moment',
        'I want to apply for a job as sales staff',
        'do you have any job openings',
        'how can I apply for a job with you',
        'where do I send my job application',
        'any job openings for students',
      ],
    },
    strays: ['the moon is bright tonight', 'qwxz vvkq'],
  },
  zh: {
    topics: {
      wrapping: [
        '可以帮我做礼品包装吗',
        '礼品包装要多少钱',
        '你们提供礼品包装服务吗',
        '订单能不能加礼品包装',
        '我想要礼品包装',
        '礼品包装是免费的吗',
      ],
      recycling: [
        '你们回收旧电池吗',
        '旧电池回收在哪里办理',
        '废旧电池可以寄回去回收吗',
        '门店有没有电池回收',
        '电池回收怎么操作',
        '用完的电池怎么回收',
      ],
      careers: [
        '你们还在招聘店员吗',
        '怎么应聘店员岗位',
        '我想应聘你们的岗位',
        '招聘信息在哪里看',
        '学生可以应聘兼职岗位吗',
        '应聘的简历发到哪里',
      ],
    },
    strays: ['今晚月亮真圆', '我表哥会拉小提琴'],
  },
}

/** Every message of the sample, its id telling the language, the topic and the place. */
export function sampleMessages(languages: readonly Language[] = ['en', 'zh']) {
  return languages.flatMap((language) => {
    const { topics, strays } = SAMPLE[language]
    return Object.entries({ ...topics, stray: strays }).flatMap(([topic, texts]) =>
      texts.map((text, i) => ({ id: `${language} ${topic} ${i}`, text, language })),
    )
  })
}
