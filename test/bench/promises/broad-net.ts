/** Any word for a time, for what is to come or for what is done for a customer: what has none of them promises nothing. */
const NETS = {
  zh: /会|将|马上|尽快|尽早|稍后|稍候|立即|立刻|随后|后续|届时|保证|承诺|一定|肯定|第一时间|(?:给|为|帮|替|向|跟|与)[您你]|我们?这?边?去|回复|联系|通知|告知|反馈|回电|致电|[\d一二三四五六七八九十两几半]+ ?(?:个|-|到|至)?(?:工作日|小时|天|日|周|分钟|点|月|号)|今[天晚日]|明[天早日]|后天|周[一二三四五六日]|当天|次日|之前|以内|之内|内/,
  en: /\b(?:will|shall|going to|gonna|promise|expect|soon|shortly|later|tomorrow|tonight|today|within|minutes?|hours?|days?|weeks?|monday|tuesday|wednesday|thursday|friday|saturday|sunday|by \d|get back|send|sent|call|e-?mail|contact)\b|'ll\b/i,
}

/** Whether a message may promise something at all: recall is measured on what this lets through. */
export function mayPromise(text: string, language: keyof typeof NETS): boolean {
  return NETS[language].test(text)
}
