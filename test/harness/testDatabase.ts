import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { migrate } from '../../app/platform/db/migrate.ts'
import { type Database, openDatabase } from '../../app/platform/db/open.ts'
import { migrations } from '../../migrations/index.ts'
import { templateDump } from './templateDump.ts'

/** Which database this test process speaks to; set by the project in `vitest.config.ts`. */
export const databaseKind = (): Database['kind'] =>
  process.env.MUSUBI_TEST_DATABASE === 'server' ? 'server' : 'embedded'

/** Files of one worker share this process, but not always their modules: what they share lives where both can see it. */
const shared = globalThis as { musubiTestDatabase?: Promise<Database> }

/**
 * The worker's one database, migrated. Tests build their own alliance in it and clean nothing up; never close it.
 * In a `*.db.test.ts` file: `const { db } = await testDatabase()`.
 */
export function testDatabase(): Promise<Database> {
  shared.musubiTestDatabase ??= newTestDatabase()
  return shared.musubiTestDatabase
}

/** A database of its own for tests that look at all of it, or break it. Close it yourself. */
export async function newTestDatabase(): Promise<Database> {
  if (databaseKind() === 'server') return openDatabase({ databaseUrl: await newServerDatabase(), dataDirectory: null })
  const database = await openDatabase({ dataDirectory: null, from: await templateDump() })
  await migrate(database, migrations)
  return database
}

/** The address of a fresh database on the test server: migrated, or with `empty` as `create database` makes it. */
export async function newServerDatabase(template: 'migrated' | 'empty' = 'migrated'): Promise<string> {
  const server = serverUrl()
  const name = `test_${randomBytes(6).toString('hex')}`
  await administer(server, `create database ${name} template ${template === 'empty' ? 'template0' : TEMPLATE}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

/** Made once a run by `serverSetup.ts`. */
export const TEMPLATE = 'musubi_template'

export function serverUrl(): string {
  const url = process.env.MUSUBI_TEST_SERVER
  if (!url) throw new Error('No test server: run these tests in the project “server”, whose set-up starts one')
  return url
}

/** One statement on the server's own database, for which no pool is worth opening. */
export async function administer(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
