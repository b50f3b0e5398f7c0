import type { EndedEpisode, Period, Store } from '../../store/index.ts'

/** Few enough that reading a page holds up no turn. */
const PAGE = 500

/** The episodes that ended in a period, the latest first, a page at a time. */
export async function* endedEpisodes(store: Pick<Store, 'episodes'>, period: Period): AsyncGenerator<EndedEpisode> {
  let after: EndedEpisode | undefined
  do {
    const page = await store.episodes.ended(period, PAGE, after)
    yield* page
    after = page.length === PAGE ? page.at(-1) : undefined
  } while (after)
}
