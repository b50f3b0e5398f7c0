/** What agents call a customer. Visitors of the web page have no name; the end of their id tells two of them apart. */
export function customerName(name: string | undefined, id: string): string {
  return name ?? `#${id.slice(-4)}`
}
