import type { Language } from '../../domain/index.ts'

/** What a customer is told of a promise. `what`: in their language. `by`: the moment in words. */
export interface PromiseWords {
  noted(what: string, by: string): string
  /** A person was to answer. */
  answerLate(by: string): string
  deedLate(what: string, by: string): string
  done(what: string, late: boolean): string
  undone(what: string): string
  moved(what: string, from: string, to: string): string
  withdrawn(what: string, reason: string): string
  /** On the customer's own wish. */
  dropped(what: string): string
  question(what: string, by: string): string
  /** The choices under the question. */
  yes: string
  no: string
  thanks: string
  notKept: string
}

export const PROMISE_WORDS: Record<Language, PromiseWords> = {
  en: {
    noted: (what, by) => `Noted as our promise to you: “${what}”, by ${by}.`,
    answerLate: (by) =>
      `We are sorry: a person was to answer you by ${by}, and nobody has. Your request still stands, and our team knows that it is late.`,
    deedLate: (what, by) =>
      `We are sorry: we promised you “${what}” by ${by}, and it is not done yet. Our team knows that it is late and is still working on it. Write here if you would like to talk to a person.`,
    done: (what, late) =>
      late ? `Done, but late: “${what}”. We are sorry for the delay.` : `Done in time: “${what}”.`,
    undone: (what) => `That was a mistake on our side: “${what}” is not done yet. We are still working on it.`,
    moved: (what, from, to) =>
      `We cannot keep the time that we promised for “${what}” (${from}), and we are sorry. The new time is ${to}.`,
    withdrawn: (what, reason) =>
      `What we promised you will not be kept: “${what}”. We are sorry. The reason: ${reason}`,
    dropped: (what) => `As you wish, this is no longer needed: “${what}”.`,
    question: (what, by) => `We promised you “${what}” by ${by}. Has it happened?`,
    yes: 'Yes, it has',
    no: 'No, not yet',
    thanks: 'Thank you for telling us. We are glad that it worked.',
    notKept:
      'We are sorry that we did not keep our word. Our team now knows that it is late. A person can help you with it, too.',
  },
  zh: {
    noted: (what, by) => `已记为我们对您的承诺：“${what}”，最晚 ${by}。`,
    answerLate: (by) =>
      `非常抱歉：原定最晚 ${by} 由人工客服答复您，但至今还没有人回复。您的问题仍在处理中，我们的团队已知悉逾期。`,
    deedLate: (what, by) =>
      `非常抱歉：我们答应最晚 ${by} 做到“${what}”，目前还没有完成。我们的团队已知悉逾期，会继续处理。如需人工客服，请在这里留言。`,
    done: (what, late) => (late ? `“${what}”已完成，但晚了，非常抱歉。` : `“${what}”已按时完成。`),
    undone: (what) => `刚才是我们标记错了：“${what}”还没有完成，我们会继续处理。`,
    moved: (what, from, to) => `很抱歉，“${what}”无法在原定的 ${from} 之前完成，新的时间是 ${to}。`,
    withdrawn: (what, reason) => `我们对您的承诺“${what}”没有兑现，非常抱歉。原因：${reason}`,
    dropped: (what) => `“${what}”：您已不再需要，我们已取消。`,
    question: (what, by) => `我们答应过您“${what}”，最晚 ${by}。请问做到了吗？`,
    yes: '做到了',
    no: '还没有',
    thanks: '谢谢您告诉我们，很高兴事情办妥了。',
    notKept: '很抱歉我们没有兑现承诺，我们的团队已知悉逾期。也可以由人工客服直接帮您处理。',
  },
}
