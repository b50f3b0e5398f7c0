/**
 * What is promised, as far as it decides who does it at the desk. `answer`: the customer hears from the company; `call`: by
 * telephone; `refund`: money comes back; `send`: something is sent, brought or fetched; `check`: something is looked into.
 */
export const PROMISED_ACTIONS = ['answer', 'call', 'refund', 'send', 'check', 'other'] as const
export type PromisedAction = (typeof PROMISED_ACTIONS)[number]

/**
 * How a promise is worded. English: somebody `will` do it, you will `get` it, a `thing` will come to you, it is done as said
 * in the `present`, it `leaves` today, `expect` our call. Chinese: `will` with a word for what is to come, `after` an event of
 * the company's, or in the `present`.
 */
export const PROMISE_FORMS = [
  'en-will',
  'en-get',
  'en-thing',
  'en-present',
  'en-leaves',
  'en-expect',
  'zh-will',
  'zh-after',
  'zh-present',
] as const
export type PromiseForm = (typeof PROMISE_FORMS)[number]

/** A place in a sentence where the company commits itself, before it is known until when. */
export interface Commitment {
  /** Units of the plain sentence: from who does it, or where that is not said from the deed, to the deed's first words. */
  start: number
  end: number
  action: PromisedAction
  form: PromiseForm
  /**
   * `will`: said as something to come. `present`: said as what is done ("a colleague answers", 给您退款), which with a time
   * is a promise and without one is no more than talk.
   */
  tense: 'will' | 'present'
}
