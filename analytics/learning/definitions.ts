/** What the figures of the report on learning mean, in words, by the name under which the pages show them. */
export const LEARNING_DEFINITIONS = {
  labels: {
    en: 'What somebody said a message was about, in the period: the customer by picking from a list, the agent who resolved it, or a person who checked it at random. Of all channels.',
    zh: '本期有人指明其含义的消息数：顾客从列表中选择、客服解决时指明、或人工随机抽查。包含全部渠道。',
  },
  decided: {
    en: 'Messages without personal data that a person accepted for learning, or rejected, in the period. Messages with the same words are one. Of all channels.',
    zh: '本期由人工决定采纳或拒绝用于学习的消息（已去除个人信息）。文字相同的消息算一条。包含全部渠道。',
  },
  tries: {
    en: 'Models that were trained and held against the one that served, and other figures of the policy held against those in force. They take over only when shown to be better, or when a model knows new needs and is no worse at the others; figures of the policy only where it says so, else they are proposed.',
    zh: '训练后与当时在用模型比较过的模型，以及与当时数值比较过的策略数值。只有证明更好，或模型新增了需求且在其他需求上不变差时，才会接替；策略数值只有在策略允许时才自动应用，否则仅作建议。',
  },
  accuracy: {
    en: 'Share of the frozen suite that the model in service reads right: a part of the pack’s examples and of the reviewed messages on which no model is ever trained. The suite grows with what is reviewed, so points far apart are not of quite the same messages. Interval: Wilson, 95 %.',
    zh: '在用模型在固定评测集上的正确率。评测集取自知识包例句和已审阅消息，从不用于训练；它随审阅而增长，因此相隔较久的点所用的消息并不完全相同。区间为 95% 威尔逊区间。',
  },
  effects: {
    en: 'As long before as after a model or other figures of the policy took over, 28 days at most, and only while nothing else of the kind took over. Conversations, not messages, are counted as independent. Other things change with time too: a difference need not come from it.',
    zh: '模型或策略数值接替前后等长的时段，各最多 28 天，且其间没有同类的其他接替。按会话而非消息计为相互独立。其他因素也会随时间变化，差异未必由此而来。',
  },
  handoffs: {
    en: 'Share of customer messages that the bot handed over to a person. Interval: Wilson with the effective number of messages, 95 %; of the difference Newcombe’s.',
    zh: '机器人转给人工的客户消息比例。区间为按有效消息数计算的 95% 威尔逊区间；差值用 Newcombe 区间。',
  },
  wrongAnswers: {
    en: 'Of the bot’s answers, the share that the customer’s next message refused or asked again about. Who wrote nothing more has not refused. Intervals as for the handovers.',
    zh: '机器人的回答中，顾客下一条消息表示不认可或再次询问的比例。之后没有再发言的不算不认可。区间算法同转人工。',
  },
  gapOfTurn: {
    en: 'Mean gap of a customer message, as the bot estimated it at the time. Interval: Student’s t, 95 %; of the difference Welch’s. Left out where another gap model took over in between: the two would measure with different rules.',
    zh: '机器人当时估计的每条客户消息的平均信息差。区间为 95% t 区间；差值用 Welch 区间。若其间更换了信息差模型则不比较，因为两者的尺度不同。',
  },
  gained: {
    en: 'Said from the handovers and the refused answers, which people decide; not from the gap, which the models estimate themselves. However much took over, at most 5 % of ranges without any change would be called better or worse.',
    zh: '依据转人工和被否定的回答得出，这些由人决定；不依据信息差，因为那是模型自己的估计。无论有多少次接替，在毫无变化的时段中，被判为变好或变差的最多 5%。',
  },
} as const
