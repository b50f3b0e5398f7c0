/** What was begun on the side and must be over before the server may go. */
export function underWay(): { begin(work: Promise<unknown>): void; over(): Promise<void> } {
  const working = new Set<Promise<unknown>>()
  return {
    begin(work) {
      working.add(work)
      void work.finally(() => working.delete(work))
    },
    async over() {
      while (working.size > 0) await Promise.all(working)
    },
  }
}
