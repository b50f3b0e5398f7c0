import { createHash } from 'node:crypto'

/**
 * Where a customer falls for a rule, 0 (included) .. 1: the same whenever and wherever it is asked, and independent from rule to rule.
 * @param salt of this installation, so that nobody outside can tell who is held out, and choose a name that is not
 */
export function drawFor(salt: string, customerId: string, rule: string): number {
  const hash = createHash('sha256')
    .update(JSON.stringify([salt, customerId, rule]))
    .digest()
  return hash.readUIntBE(0, 6) / 2 ** 48
}
