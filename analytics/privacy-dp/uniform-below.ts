/** Gives that many fresh bytes, each uniform and independent: `crypto.randomBytes` where it counts, a seed in tests. */
export type RandomBytes = (count: number) => Uint8Array

/**
 * A whole number drawn uniformly from 0 .. limit - 1, exactly: a draw that does not fit is thrown away, never folded.
 * @param limit at least 1
 */
export function uniformBelow(limit: bigint, random: RandomBytes): bigint {
  if (limit < 1n) throw new RangeError(`nothing lies below ${limit}`)
  if (limit === 1n) return 0n
  const bits = bitLength(limit - 1n)
  const bytes = Math.ceil(bits / 8)
  const spare = BigInt(8 * bytes - bits)
  for (;;) {
    let drawn = 0n
    for (const byte of random(bytes)) drawn = (drawn << 8n) | BigInt(byte)
    drawn >>= spare
    if (drawn < limit) return drawn
  }
}

function bitLength(value: bigint): number {
  return value < 0x80000000n ? 32 - Math.clz32(Number(value)) : value.toString(2).length
}
