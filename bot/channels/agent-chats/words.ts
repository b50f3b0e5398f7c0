import type { Channel, EscalationOutcome, Language, ResolvedOutcome } from '../../../domain/index.ts'

interface Words {
  card: {
    waiting(customer: string): string
    open(customer: string, agent: string): string
    taken(customer: string, agent: string): string
    ended(customer: string): string
    customer: string
    need: string
    needUnknown: string
    why: string
    gap: string
    details: string
    said: string
    bot: string
    colleague: string
    accept: string
    transcript: string
    write: string
    resolve: string
    outcome: string
    trueNeed: string
    trueNeedHint: string
    noNeed: string
    answerWrong: string
    language: Record<Language, string>
    channel: Record<Channel, string>
    outcomes: Record<EscalationOutcome, string>
  }
  linked: Record<'personal' | 'channel', string>
  notHere: string
  codeInvalid: string
  unlinked: string
  linkFirst: string
  available: string
  away: string
  help: Record<'personal' | 'channel', string>
  nobodyInHand: string
  accepted(customer: string): string
  sentTo(customer: string): string
  writingTo(customer: string): string
  resolved(customer: string, outcome: ResolvedOutcome): string
  returned(customer: string): string
  transcriptOf(customer: string): string
  onlyText: string
  takenBy(agent: string): string
  offeredTo(agent: string, seconds: string): string
  full(limit: string): string
  tooLong(limit: string): string
  refused: Record<'bot' | 'queued' | 'agent' | 'closed', string>
  gone: string
  promisedAnswer: string
  promiseSoon(customer: string, what: string, due: string): string
  promiseLate(customer: string, what: string, due: string): string
}

/** Everything that agents read in Teams, beside what customers say. */
export const WORDS: Record<Language, Words> = {
  en: {
    card: {
      waiting: (customer) => `${customer} is waiting for a person`,
      open: (customer, agent) => `${agent} is helping ${customer}`,
      taken: (customer, agent) => `${agent} has taken ${customer}`,
      ended: (customer) => `Done: ${customer}`,
      customer: 'Customer',
      need: 'Needs',
      needUnknown: 'not clear yet',
      why: 'Why a person',
      gap: 'Information gap',
      details: 'Details given',
      said: 'What was said last',
      bot: 'Bot',
      colleague: 'Colleague',
      accept: 'Accept',
      transcript: 'See transcript',
      write: 'Write to this customer',
      resolve: 'Resolve',
      outcome: 'How did it end?',
      trueNeed: 'What did the customer really need?',
      trueNeedHint: 'Optional',
      noNeed: 'No need for this yet',
      answerWrong: 'The bot understood it, but its answer was wrong',
      language: { en: 'English', zh: 'Chinese' },
      channel: { web: 'web chat', teams: 'Teams', botframework: 'another channel' },
      outcomes: {
        resolved: 'Resolved',
        unresolved: 'Not resolved',
        spam: 'Spam',
        returned: 'Returned to the bot',
        transferred: 'Passed on to a colleague',
        'given-back': 'Given back to the queue',
      },
    },
    linked: {
      personal:
        'This chat is linked to you. Say "available" to be offered customers here, "away" for a break, "help" for everything else.',
      channel:
        'This channel is linked: customers whom everybody may take appear here. Whoever wants to take one must have linked their personal chat with me.',
    },
    notHere: 'A group chat cannot be linked. Send the code in a personal chat with me, or in a channel.',
    codeInvalid: 'That code is not valid or has expired. Get a new one at the desk: it works once, for 15 minutes.',
    unlinked: 'This chat is no longer linked. You go on at the desk.',
    linkFirst:
      'I do not know you yet. Open the desk, ask for a Teams code, and send me "link CODE" in a personal chat. Then you can help customers here, too.',
    available: 'You are available: customers are offered to you here for the next 12 hours. Say "away" for a break.',
    away: 'You are away: no new customers. Those you have stay with you. Say "available" to go on.',
    help: {
      personal:
        'Commands, each as a message of its own: available, away, resolve (or unresolved, spam), return (to the bot), unlink. Anything else goes to the customer whom you accepted last; "Write to this customer" on a card chooses another. To send a customer one of these words, put it in a sentence.',
      channel:
        'Accept a customer on the card, then reply below it: your replies go to the customer. Commands in the thread: resolve (or unresolved, spam), return (to the bot). In the channel: unlink.',
    },
    nobodyInHand: 'You have no customer at the moment, so this went to nobody. Say "help" for what I understand.',
    accepted: (customer) => `${customer} is yours. What you write now goes to them.`,
    sentTo: (customer) => `Sent to ${customer}.`,
    writingTo: (customer) => `What you write now goes to ${customer}.`,
    resolved: (customer, outcome) =>
      `${customer}: closed as ${{ resolved: 'resolved', unresolved: 'not resolved', spam: 'spam' }[outcome]}.`,
    returned: (customer) => `${customer} is with the bot again.`,
    transcriptOf: (customer) => `Transcript: ${customer}`,
    onlyText: 'Only text can be sent from here. Send files from the desk.',
    takenBy: (agent) => `${agent} has this customer.`,
    offeredTo: (agent, seconds) =>
      `This customer is offered to ${agent} for another ${seconds} s. Try again after that.`,
    tooLong: (limit) => `That is too long for one message: at most ${limit} characters. Send it in parts.`,
    full: (limit) =>
      `You have ${limit} customers, as many as you take at once. Resolve one or return it to the bot first.`,
    refused: {
      bot: 'The bot serves this customer at the moment.',
      queued: 'Nobody has accepted this customer yet. Accept them on the card first.',
      agent: 'A colleague has this customer.',
      closed: 'This conversation is closed.',
    },
    gone: 'This customer no longer waits here.',
    promisedAnswer: 'a person answers',
    promiseSoon: (customer, what, due) => `Due soon, by ${due}: “${what}”, promised to ${customer}.`,
    promiseLate: (customer, what, due) => `Late since ${due}: “${what}”, promised to ${customer}.`,
  },
  zh: {
    card: {
      waiting: (customer) => `${customer} 正在等待人工客服`,
      open: (customer, agent) => `${agent} 正在服务 ${customer}`,
      taken: (customer, agent) => `${agent} 已接待 ${customer}`,
      ended: (customer) => `已结束：${customer}`,
      customer: '客户',
      need: '需求',
      needUnknown: '尚不明确',
      why: '转人工原因',
      gap: '信息差',
      details: '已提供的信息',
      said: '最近的对话',
      bot: '机器人',
      colleague: '同事',
      accept: '接入',
      transcript: '查看对话记录',
      write: '回复这位客户',
      resolve: '结束服务',
      outcome: '结果如何？',
      trueNeed: '客户真正的需求是什么？',
      trueNeedHint: '选填',
      noNeed: '还没有对应的需求',
      answerWrong: '机器人理解对了，但回答错了',
      language: { en: '英文', zh: '中文' },
      channel: { web: '网页聊天', teams: 'Teams', botframework: '其他渠道' },
      outcomes: {
        resolved: '已解决',
        unresolved: '未解决',
        spam: '垃圾消息',
        returned: '已退回机器人',
        transferred: '已转给同事',
        'given-back': '已退回队列',
      },
    },
    linked: {
      personal: '此聊天已与您绑定。发送“上线”即可在这里接收客户，“离开”表示休息，“帮助”查看全部指令。',
      channel: '此频道已绑定：所有人都可以接待的客户会显示在这里。要接待客户，请先在与我的个人聊天中完成绑定。',
    },
    notHere: '群聊不能绑定。请在与我的个人聊天或频道中发送绑定码。',
    codeInvalid: '绑定码无效或已过期。请在工作台重新获取：每个码只能用一次，15 分钟内有效。',
    unlinked: '此聊天已解绑，您可以继续使用工作台。',
    linkFirst:
      '我还不认识您。请打开工作台获取 Teams 绑定码，在与我的个人聊天中发送“绑定 绑定码”，之后就能在这里服务客户。',
    available: '您已上线：接下来 12 小时内会在这里为您分配客户。需要休息时请发送“离开”。',
    away: '您已离开：不再分配新客户，手上的客户仍由您服务。发送“上线”即可继续。',
    help: {
      personal:
        '指令（单独发送一条消息）：上线、离开、解决（或 未解决、垃圾消息）、退回（交还机器人）、解绑。其他内容都会发给您最近接入的客户；点击卡片上的“回复这位客户”可以换人。要把这些词发给客户，请写在一句话里。',
      channel:
        '先在卡片上接入客户，再在卡片下方回复，回复会发给客户。话题内的指令：解决（或 未解决、垃圾消息）、退回（交还机器人）。频道内：解绑。',
    },
    nobodyInHand: '您目前没有正在服务的客户，这条消息没有发给任何人。发送“帮助”查看指令。',
    accepted: (customer) => `${customer} 由您接待，接下来的消息会发给对方。`,
    sentTo: (customer) => `已发给 ${customer}。`,
    writingTo: (customer) => `接下来的消息会发给 ${customer}。`,
    resolved: (customer, outcome) =>
      `${customer}：已结束，结果为${{ resolved: '已解决', unresolved: '未解决', spam: '垃圾消息' }[outcome]}。`,
    returned: (customer) => `${customer} 已交还机器人。`,
    transcriptOf: (customer) => `对话记录：${customer}`,
    onlyText: '这里只能发送文字，文件请在工作台发送。',
    takenBy: (agent) => `这位客户由 ${agent} 接待。`,
    offeredTo: (agent, seconds) => `这位客户正在分配给 ${agent}，还有 ${seconds} 秒，请稍后再试。`,
    tooLong: (limit) => `消息太长，一次最多 ${limit} 个字符，请分几条发送。`,
    full: (limit) => `您正在服务 ${limit} 位客户，已达上限。请先结束一位或退回机器人。`,
    refused: {
      bot: '这位客户目前由机器人服务。',
      queued: '还没有人接入这位客户，请先在卡片上接入。',
      agent: '这位客户由同事接待。',
      closed: '会话已结束。',
    },
    gone: '这位客户已不在这里等待。',
    promisedAnswer: '人工答复',
    promiseSoon: (customer, what, due) => `即将到期：答应 ${customer} 的“${what}”，最晚 ${due}。`,
    promiseLate: (customer, what, due) => `已逾期：答应 ${customer} 的“${what}”，原定最晚 ${due}。`,
  },
}
