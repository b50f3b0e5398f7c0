/**
 * Turns hints into work: a hint starts it, a hint that comes meanwhile makes it look again, and there is one step at a
 * time. So no hint is lost, however many come, and whoever is slow holds what one step holds.
 *
 * @param step does the next thing; resolves with whether there may be more
 * @param onFailed the work stops; the next hint starts it again
 * @returns to be called with every hint
 */
export function lookAgain(step: () => Promise<boolean>, onFailed: (error: unknown) => void): () => void {
  let looking = false
  let again = false

  async function look(): Promise<void> {
    try {
      do {
        again = false
        while (await step());
      } while (again)
    } finally {
      // In the same step as the last check of `again`: a hint must not fall between the two.
      looking = false
    }
  }

  return () => {
    again = true
    if (looking) return
    looking = true
    look().catch(onFailed)
  }
}
