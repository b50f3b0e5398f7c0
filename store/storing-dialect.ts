import type { DatabaseConnection, Dialect } from 'kysely'
import { storableParameters } from './storable-text.ts'

/** The dialect with every text made storable on its way to the database, whatever query it is in. */
export function storingDialect(dialect: Dialect): Dialect {
  return {
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createDriver() {
      const driver = dialect.createDriver()
      const acquire = driver.acquireConnection.bind(driver)
      const seen = new WeakSet<DatabaseConnection>()
      driver.acquireConnection = async (options) => {
        const connection = await acquire(options)
        if (!seen.has(connection)) storing(connection)
        seen.add(connection)
        return connection
      }
      return driver
    },
  }
}

/** Changed in place: drivers know their connections by identity. */
function storing(connection: DatabaseConnection): void {
  const execute = connection.executeQuery.bind(connection)
  connection.executeQuery = (query, options) =>
    execute({ ...query, parameters: storableParameters(query.parameters) }, options)
}
