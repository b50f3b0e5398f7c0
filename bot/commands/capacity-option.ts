import { InvalidArgumentError, Option } from 'commander'

/** Nobody talks to more customers at once. */
const MOST = 100

/** `--capacity <number>`: conversations at once. */
export function capacityOption(): Option {
  return new Option('--capacity <number>', 'conversations they take at once').argParser(capacityOf)
}

function capacityOf(text: string): number {
  const capacity = Number(text)
  if (!Number.isInteger(capacity) || capacity < 1 || capacity > MOST) {
    throw new InvalidArgumentError(`Give a whole number from 1 to ${MOST}.`)
  }
  return capacity
}
