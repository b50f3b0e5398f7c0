/** The bytes of a `data:` URL; undefined for what is none, or broken. Nothing is asked of the network. */
export async function dataUrlBytes(url: string): Promise<Uint8Array | undefined> {
  if (!/^data:/i.test(url)) return undefined
  // The platform's own reading of RFC 2397.
  const response = await fetch(url).catch(() => undefined)
  return response && new Uint8Array(await response.arrayBuffer())
}
