import type { Customer } from '../../domain/index.ts'

/** What agents call a customer. Visitors of the web page have no name; the end of their id tells two of them apart. */
export function customerName(customer: Pick<Customer, 'name'> | undefined, id: string): string {
  return customer?.name ?? `#${id.slice(-4)}`
}
