import { openDatabase } from '../../app/platform/db/open.ts'
import { findPostgres, startPostgres } from './postgres.ts'
import { prepareTemplate } from './prepareTemplate.ts'
import { administer, TEMPLATE } from './testDatabase.ts'

/** Before the tests of the project “server”: a running PostgreSQL with a migrated template. After them, even failed ones: none. */
export default async function setUp(): Promise<() => Promise<void>> {
  const binaries = findPostgres()
  if (!binaries) throw new Error('PostgreSQL is not installed (Debian: postgresql)')
  const server = await startPostgres(binaries)
  try {
    await makeTemplate(server.url)
  } catch (error) {
    await server.stop()
    throw error
  }
  // Workers are started after this and inherit it.
  process.env.MUSUBI_TEST_SERVER = server.url
  return server.stop
}

async function makeTemplate(server: string): Promise<void> {
  await administer(server, `create database ${TEMPLATE} template template0`)
  const url = new URL(server)
  url.pathname = `/${TEMPLATE}`
  const database = await openDatabase({ databaseUrl: url.href, dataDirectory: null })
  try {
    await prepareTemplate(database)
  } finally {
    await database.close()
  }
}
