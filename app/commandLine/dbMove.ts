import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { migrations } from '../../migrations/index.ts'
import { readConfig } from '../platform/config.ts'
import { moveDatabase } from '../platform/db/move.ts'
import { CommandRefused } from './sentences.ts'

/** `musubi db move`: everything from the embedded database to an empty PostgreSQL; the embedded one stays as a backup. */
export async function dbMove(): Promise<void> {
  const url = process.env['DATABASE_URL']
  if (!url) throw new CommandRefused('DATABASE_URL must name the empty PostgreSQL database to move to.')
  // The embedded database is the source, so its settings are read as if no server were named.
  const config = readConfig({ ...process.env, DATABASE_URL: '' }, { demo: false })
  const from = join(config.dataDirectory, 'database')
  const moved = await moveDatabase({
    from,
    to: url,
    migrations,
    report: ({ table, rows }) => console.log(`${String(rows).padStart(8)}  ${table}`),
  })
  if ('refused' in moved) throw new CommandRefused(sentences[moved.refused]('table' in moved ? moved.table : from))
  console.log(
    `Moved ${moved.rows} rows of ${moved.tables} tables, and compared them. The embedded database is unchanged.`,
  )
  const secret = join(config.dataDirectory, 'secret')
  if (!config.secret && existsSync(secret)) {
    console.log(
      `From now on set MUSUBI_SECRET to the content of ${secret}: without it the keys in the database cannot be opened.`,
    )
  }
}

const sentences = {
  'nothing-to-move': (from: string) => `There is no embedded database in ${from}. Name its folder with MUSUBI_DATA.`,
  'target-not-empty': (table: string) =>
    `The table ${table} of the target already holds rows. Move to an empty database.`,
}
