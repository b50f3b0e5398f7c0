import type { Language } from '../../domain/index.ts'
import type { AbsenceInWords } from '../promises/unattended.ts'

/** What the bot says in its own name, beside the pack's answers. */
export interface Phrases {
  /** The question after what was understood. */
  clarify: { which: string; any: string; isThatRight: string; doYouMean(title: string): string; otherWords: string }
  handover(waitingBefore: number): string
  /** Nobody is there at the handover. */
  handoverLater(told: AbsenceInWords): string
  /** Nobody is there any more for somebody who waits. */
  stillWaiting(told: AbsenceInWords): string
  contactNoted(contact: string): string
  agentJoined(name: string): string
  transferred: string
  supervisorJoined(name: string): string
  supervisorLeft(name: string): string
  /** The agent is gone without an answer. */
  givenBack(name: string): string
  returned: string
  resolvedByAgent: string
  backFromHub: string
  closedIdle: string
  goodbye: string
  askAgain: string
  otherLanguage(languages: readonly Language[]): string
}

export const PHRASES: Record<Language, Phrases> = {
  en: {
    clarify: {
      which: 'Which of these is it?',
      any: 'Is it one of these?',
      isThatRight: 'Is that right?',
      doYouMean: (title) => `Do you mean “${title}”?`,
      otherWords: 'Could you say it in other words? A person can help you, too.',
    },
    handover: (waitingBefore) =>
      `I am handing you over to a person now. ${
        waitingBefore === 0
          ? 'You are next.'
          : waitingBefore === 1
            ? 'One customer is before you.'
            : `${waitingBefore} customers are before you.`
      } The answer will appear here; you need not explain everything again.`,
    handoverLater: (told) => laterEn('None of us is here right now', 'I have put your request in the queue', told),
    stillWaiting: (told) =>
      laterEn('We are sorry, none of us is here any more right now', 'Your request stays in the queue', told),
    contactNoted: (contact) => `Noted: we can reach you at ${contact}. You need not wait here.`,
    agentJoined: (name) => `${name} is here now and has read your messages.`,
    transferred: 'A colleague is taking over. The answer will appear here; you need not explain everything again.',
    supervisorJoined: (name) => `${name} has joined the conversation.`,
    supervisorLeft: (name) => `${name} has left the conversation.`,
    givenBack: (name) =>
      `${name} is not here any more. Somebody else will go on with your request. The answer will appear here; you need not explain everything again.`,
    returned: 'You are speaking with the assistant again. What else can I do for you?',
    backFromHub:
      'Your request is now with our own team. The answer will appear here; you need not explain everything again.',
    resolvedByAgent: 'This request is closed. Write here at any time if there is more.',
    closedIdle: 'I am closing this conversation because it has been quiet. Write here at any time to go on.',
    goodbye: 'Gladly. Goodbye!',
    askAgain: 'I could not find that in your message. ',
    otherLanguage: (languages) =>
      `I am sorry, I can help in ${languages.map((one) => ({ en: 'English', zh: 'Chinese' })[one]).join(' and ')} only. A person can help you, too.`,
  },
  zh: {
    clarify: {
      which: '请问是下面哪一项？',
      any: '下面有您想问的吗？',
      isThatRight: '是这样吗？',
      doYouMean: (title) => `您想问的是“${title}”吗？`,
      otherWords: '可以换个说法吗？也可以直接转人工客服。',
    },
    handover: (waitingBefore) =>
      `正在为您转接人工客服，${waitingBefore === 0 ? '下一位就是您' : `您前面还有 ${waitingBefore} 位`}。回复会直接显示在这里，您不用重复说明。`,
    handoverLater: (told) => laterZh('现在没有客服在线', '您的问题已进入队列', told),
    stillWaiting: (told) => laterZh('抱歉，现在已没有客服在线', '您的问题仍在队列中', told),
    contactNoted: (contact) => `已记下：我们可以通过 ${contact} 联系您，您不用在这里等。`,
    agentJoined: (name) => `${name} 已接入，并已看过您之前的消息。`,
    transferred: '正在为您转给另一位同事，回复会直接显示在这里，您不用重复说明。',
    supervisorJoined: (name) => `${name} 已加入会话。`,
    supervisorLeft: (name) => `${name} 已离开会话。`,
    givenBack: (name) => `${name} 已离线，我们会请其他同事继续为您处理。回复会直接显示在这里，您不用重复说明。`,
    returned: '现在由智能助手继续为您服务，还有什么可以帮您？',
    backFromHub: '您的问题已转给我们的客服团队。回复会直接显示在这里，您不用重复说明。',
    resolvedByAgent: '本次服务已结束。如果还有问题，随时在这里留言。',
    closedIdle: '您有一段时间没有发言，会话先关闭了。随时可以在这里继续。',
    goodbye: '不客气，再见！',
    askAgain: '没有在您的消息里找到这项信息。',
    otherLanguage: (languages) =>
      `抱歉，我只能用${languages.map((one) => ({ en: '英文', zh: '中文' })[one]).join('和')}为您服务，也可以为您转接人工客服。`,
  },
}

function laterEn(nobody: string, queued: string, { back, by, contact }: AbsenceInWords): string {
  return [
    `${nobody}${back === undefined ? '' : `; we are back on ${back}`}.`,
    `${queued}${by === undefined ? '' : `: a person answers by ${by}`}.`,
    'The answer will appear here; you may leave and come back, and need not explain everything again.',
    ...(contact !== undefined
      ? [`We can also reach you at ${contact}.`]
      : by !== undefined
        ? ['If you would rather not wait here, write your e-mail address or phone number, and we will reach you there.']
        : []),
  ].join(' ')
}

function laterZh(nobody: string, queued: string, { back, by, contact }: AbsenceInWords): string {
  return [
    `${nobody}${back === undefined ? '' : `，人工客服将于${back}上线`}。`,
    `${queued}${by === undefined ? '' : `，我们会在${by}之前回复您`}。`,
    '回复会直接显示在这里；您可以先离开再回来，不用重复说明。',
    contact !== undefined
      ? `我们也可以通过 ${contact} 联系您。`
      : by !== undefined
        ? '如果不想在这里等，请留下邮箱或电话，我们会通过它联系您。'
        : '',
  ].join('')
}
