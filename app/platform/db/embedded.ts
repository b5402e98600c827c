import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { citext } from '@electric-sql/pglite/contrib/citext'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'
import { DurableFiles } from './durableFiles.ts'
import { syncPath } from './syncPath.ts'
import { embeddedSerializers, parsers } from './values.ts'

const options: PGliteOptions = {
  extensions: { btree_gist, citext, pg_trgm, unaccent },
  parsers,
  serializers: embeddedSerializers,
}

/** As PGlite starts by default, but without `-F`, which would switch every sync off. */
const durableStart = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  '-c',
  'wal_sync_method=fsync',
]

/** A database that lives as long as the process. `from` is a dump of its data directory to begin with. */
export function openInMemory(from?: Blob): Promise<PGlite> {
  return PGlite.create({ ...options, ...(from && { loadDataDir: from }) })
}

/** Written when the first files are safe on disk, for only then is there a database. */
const completeIn = (directory: string): string => join(directory, 'complete')

export const holdsDatabase = (directory: string): boolean => existsSync(completeIn(directory))

/** The database in `directory/database`, made when it is not there. The caller holds the directory's lock. */
export async function openOnDisk(directory: string): Promise<PGlite> {
  const files = join(directory, 'database')
  const complete = completeIn(directory)
  // Making the first files takes seconds; whoever was killed in the middle of it had been promised nothing yet.
  if (!existsSync(complete)) rmSync(files, { recursive: true, force: true })
  mkdirSync(files, { recursive: true, mode: 0o700 })
  const pglite = await PGlite.create({ ...options, fs: new DurableFiles(files), startParams: durableStart })
  if (!existsSync(complete)) {
    await pglite.query('checkpoint')
    syncTree(files)
    writeFileSync(complete, '')
    syncPath(complete)
    syncPath(directory)
  }
  return pglite
}

function syncTree(directory: string): void {
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() || entry.isDirectory()) syncPath(join(entry.parentPath, entry.name))
  }
  syncPath(directory)
}
