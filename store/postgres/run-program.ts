import type { Kysely } from 'kysely'
import type { Outcome, Transact } from '../program.ts'
import type { Schema } from '../schema.ts'
import { isTransactionRace, isUniqueViolation } from './postgres-errors.ts'

/** Tries before a transaction that others keep getting in the way of is given up. */
const TRIES = 5

/**
 * Runs a program in a transaction of its own, and again from the start when another transaction got in the way
 * (https://www.postgresql.org/docs/current/mvcc-serialization-failure-handling.html).
 * READ COMMITTED on purpose: each query sees what was committed before it, and the row locks do the rest.
 */
export function transactOn(db: Kysely<Schema>): Transact {
  return async (program) => {
    for (let tries = 1; ; tries++) {
      try {
        return await runOnce(db, program)
      } catch (error) {
        const again = isTransactionRace(error) || isUniqueViolation(error)
        if (!again || tries === TRIES) throw error
      }
    }
  }
}

async function runOnce<T>(db: Kysely<Schema>, program: Parameters<Transact>[0]): Promise<T> {
  const transaction = await db.startTransaction().setIsolationLevel('read committed').execute()
  try {
    const steps = program()
    let step = steps.next()
    while (!step.done) step = steps.next((await transaction.executeQuery(step.value)).rows)
    const outcome = step.value as Outcome<T>
    await (outcome.keep ? transaction.commit() : transaction.rollback()).execute()
    return outcome.value
  } catch (error) {
    if (!transaction.isCommitted && !transaction.isRolledBack) await transaction.rollback().execute()
    throw error
  }
}
