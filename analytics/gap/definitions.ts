/** What the figures of the report on the gap mean, in words, by the name under which the pages show them. */
export const GAP_DEFINITIONS = {
  large: {
    en: 'Share of customer messages with a gap above 0.5: the need was more likely unmet than met.',
    zh: '信息差高于 0.5 的客户消息占比：此时需求未满足的可能性大于已满足。',
  },
  parts: {
    en: 'What the gap is made of: which need it is (understanding), details that are missing, and an answer that missed. The parts are causes that can come together, so they do not add up to the gap.',
    zh: '信息差的构成：是哪种需求（理解）、缺少哪些信息（信息）、回答是否答非所问（回答）。各部分可以同时出现，因此相加不等于信息差。',
  },
  cost: {
    en: 'Handovers, customers who said they were dissatisfied, and conversations that the bot kept and that stayed unmet as far as the gap at their last message can tell, each at the price the policy gives it: a handover with its wait, a need left unmet like a wrong answer. Of messages that no need covers, the share from whom nothing was wanted is left out. For ranking, not for accounts.',
    zh: '转人工、顾客表示不满意、以及机器人独自处理、但据最后一条消息的信息差估计仍未满足的会话，各按策略中的代价折算：转人工计入等待，未满足的需求按答错计。没有对应需求的消息中，本就无所求的部分不计。仅用于排序，不是账目。',
  },
  afterAnswer: {
    en: 'The gap of the message that directly followed the answer, while the answer stood: how well it served. A customer who wrote nothing more is not counted.',
    zh: '紧跟在该回答之后的客户消息的信息差：反映回答的效果。之后没有再发言的顾客不计入。',
  },
  needs: {
    en: 'By the need that the message was most likely about; a refusal counts for the need it refuses. Small talk and calls for a person are left out, and messages whose likeliest need was below 20 %; those about none of the needs stand in the list above.',
    zh: '按消息最可能对应的需求统计；表示不认可的消息计入其所指的需求。寒暄、要求转人工、以及最可能的需求不足 20% 的消息不计入；没有对应需求的消息见上方列表。',
  },
} as const
