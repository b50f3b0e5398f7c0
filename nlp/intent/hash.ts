/** A 32-bit hash of a text. */
export function hashText(text: string): number {
  let hash = 0
  for (let i = 0; i < text.length; i++) hash = mix(hash, text.charCodeAt(i))
  return hash
}

/** Mixes a value into a hash: MurmurHash3's step (public domain, Austin Appleby) with an avalanche at the end. */
export function mix(hash: number, value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0xcc9e2d51)
  mixed = Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593)
  const joined = hash ^ mixed
  const turned = Math.imul((joined << 13) | (joined >>> 19), 5) + 0xe6546b64
  return (turned ^ (turned >>> 16)) >>> 0
}
