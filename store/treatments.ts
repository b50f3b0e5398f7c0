import type { Kysely } from 'kysely'
import type { Treatment } from '../domain/index.ts'
import { dropNulls } from './drop-nulls.ts'
import type { TreatmentClaim } from './goodwill-store.ts'
import { ask } from './program.ts'
import type { Schema, TreatmentTable } from './schema.ts'

/** Writes a treatment, and what it costs to the month's account. @returns false where it has to be decided anew */
export function* claimTreatment(db: Kysely<Schema>, { treatment, month, budgetCents }: TreatmentClaim) {
  // Two at once for the same customer have the same number, two for the same cause the same cause: the second finds the first.
  const written = yield* ask(
    db
      .insertInto('treatments')
      .values(treatmentRow(treatment, month))
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .compile(),
  )
  if (written.length === 0) return false
  const { state, costCents } = treatment
  if (state !== 'given' || costCents === 0) return true
  if (costCents > budgetCents) return false
  // Holds the month's row until the end, so that of two nodes the second one adds to what the first has spent.
  const paid = yield* ask(
    db
      .insertInto('goodwill_months')
      .values({ month, spent_cents: costCents })
      .onConflict((conflict) =>
        conflict
          .column('month')
          .doUpdateSet((eb) => ({ spent_cents: eb('goodwill_months.spent_cents', '+', costCents) }))
          .where('goodwill_months.spent_cents', '<=', budgetCents - costCents),
      )
      .returning('spent_cents')
      .compile(),
  )
  return paid.length > 0
}

/** A handover makes use of it: once, whoever is first. */
export function useTreatment(db: Kysely<Schema>, id: string, at: number) {
  return db.updateTable('treatments').set({ used_at: at }).where('id', '=', id).where('used_at', 'is', null).compile()
}

function treatmentRow(treatment: Treatment, month: string): TreatmentTable {
  return {
    id: treatment.id,
    customer_id: treatment.customerId,
    conversation_id: treatment.conversationId,
    number: treatment.number,
    cause: treatment.cause,
    reason: treatment.reason,
    rule: treatment.rule,
    gift: treatment.gift,
    state: treatment.state,
    at: treatment.at,
    month,
    cost_cents: treatment.costCents,
    trust_before: treatment.trustBefore,
    used_at: treatment.usedAt ?? null,
  }
}

export function treatmentOf(row: TreatmentTable): Treatment {
  return dropNulls({
    id: row.id,
    customerId: row.customer_id,
    conversationId: row.conversation_id,
    number: row.number,
    cause: row.cause,
    reason: row.reason,
    rule: row.rule,
    gift: row.gift,
    state: row.state,
    at: row.at,
    costCents: row.cost_cents,
    trustBefore: row.trust_before,
    usedAt: row.used_at,
  })
}
