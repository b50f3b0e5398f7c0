/** The address, where a source is one that a customer can follow; file names and "Editorial" tell a customer nothing. */
export function linkOf(source: string): string | undefined {
  const link = source.trim()
  return /^https?:\/\/\S+$/i.test(link) && URL.canParse(link) ? link : undefined
}
