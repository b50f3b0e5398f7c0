import { CandorError } from '../../../domain/index.ts'

/**
 * The `seq` after which a client wants to read. Clients that have read nothing send none, '' or '-'.
 * @param lastSeq newest message of the conversation
 * @throws CandorError WATERMARK_INVALID when it is no number or lies beyond the newest message
 */
export function parseWatermark(watermark: string | null | undefined, lastSeq: number): number {
  if (watermark === null || watermark === undefined || watermark === '' || watermark === '-') return 0
  const seq = /^\d{1,15}$/.test(watermark) ? Number(watermark) : Number.NaN
  if (!(seq <= lastSeq))
    throw new CandorError('WATERMARK_INVALID', { watermark: watermark.slice(0, 40), last: lastSeq })
  return seq
}
