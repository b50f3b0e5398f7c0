import type { ConversationStore } from '../../../store/index.ts'

export interface VersionWatch {
  /** This node told of a commit by itself. */
  committedHere(conversationId: string): void
  /**
   * How far these conversations have come. `changedElsewhere`: more was committed since the last look than this node
   * knows of. One query, however many they are.
   */
  look(ids: readonly string[]): Promise<{ id: string; lastSeq: number; changedElsewhere: boolean }[]>
}

/** Tells other nodes' commits from our own: every commit counts the version on by one. */
export function watchVersions(store: Pick<ConversationStore, 'versions'>): VersionWatch {
  let seen = new Map<string, number>()
  let here = new Map<string, number>()
  return {
    committedHere: (id) => void here.set(id, (here.get(id) ?? 0) + 1),
    async look(ids) {
      const [before, own] = [seen, here]
      here = new Map()
      const versions = await store.versions(ids)
      seen = new Map(versions.map(({ id, version }) => [id, version]))
      return versions.map(({ id, version, lastSeq }) => {
        const known = before.get(id)
        return { id, lastSeq, changedElsewhere: known !== undefined && version > known + (own.get(id) ?? 0) }
      })
    },
  }
}
