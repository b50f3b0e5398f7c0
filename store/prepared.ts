import { type Compilable, type CompiledQuery, type Expression, sql } from 'kysely'

/** Stands for a value that is not known yet. */
class Slot {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/** Stands in a query for a value by its name. */
export type Slots<P> = <K extends keyof P & string>(name: K) => Expression<P[K]>

/**
 * Builds and compiles a query once, and fills in the values later.
 * Building a query costs ten times what SQLite needs to run it, so the queries of every turn are prepared.
 */
export function prepared<P extends object, R>(
  build: (slot: Slots<P>) => Compilable<R>,
): (values: P) => CompiledQuery<R> {
  const template = build((name) => sql`${new Slot(name)}`).compile()
  return (values) => ({
    ...template,
    parameters: template.parameters.map((parameter) =>
      parameter instanceof Slot ? values[parameter.name as keyof P] : parameter,
    ),
  })
}
