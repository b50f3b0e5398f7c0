const FUTURE = /\b(?:will|shall|going to)\b|'ll\b|会|将|马上|尽快|稍后|给您|为您|帮您/i
const TIME =
  /\b(?:\d+|an?|one|two|three|five|ten) ?(?:minutes?|hours?|h|(?:business |working )?days?|weeks?)\b|\b(?:today|tonight|tomorrow|soon|monday|tuesday|wednesday|thursday|friday|noon|week|month|[ap]m)\b|[\d一二三四五十两]+(?:个)?(?:工作日|小时|天|周|分钟|点)|今天|明天|后天|周[一二三四五六日]|马上|尽快|稍后/i

/** What one would write in five minutes: a sentence with a word for the future and one for a time is a promise. */
export function soundsLikePromise(text: string): boolean {
  return FUTURE.test(text) && TIME.test(text)
}
