import type { Channel, CompanyPromise, TrustSubject } from '../../domain/index.ts'

/**
 * Whose record a kept or broken promise goes to: the agent's who sees to it, else the agent's who gave their word, and the
 * need's where its answer says so. A promise that nobody took is the company's alone.
 */
export function promiseSubject({ madeBy, ownerId }: CompanyPromise, channel: Channel): TrustSubject {
  const agentId = ownerId ?? (madeBy.kind === 'agent' ? madeBy.agentId : undefined)
  return {
    channel,
    ...(madeBy.kind === 'pack' && { need: madeBy.need }),
    ...(agentId !== undefined && { agentId }),
  }
}
