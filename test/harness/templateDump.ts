import { createHash } from 'node:crypto'
import {
  existsSync,
  globSync,
  mkdirSync,
  openAsBlob,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '../../app/platform/db/open.ts'
import { prepareTemplate } from './prepareTemplate.ts'

const root = join(import.meta.dirname, '../..')
const cache = join(root, 'node_modules/.cache/musubi')

/**
 * A migrated embedded database as a dump, kept between runs under what it was made from: making one takes seconds,
 * beginning from a dump a third of one.
 */
export async function templateDump(): Promise<Blob> {
  const path = join(cache, `embedded-${fingerprint()}.tar`)
  return existsSync(path) ? openAsBlob(path) : makeDump(path)
}

async function makeDump(path: string): Promise<Blob> {
  const database = await openDatabase({ dataDirectory: null })
  await prepareTemplate(database)
  const dump = await database.embedded!.dumpDataDir('none')
  await database.close()
  const bytes = Buffer.from(await dump.arrayBuffer())
  forgetOldDumps()
  mkdirSync(cache, { recursive: true })
  // Another run may be writing the same one: with a rename only whole files appear.
  writeFileSync(`${path}.${process.pid}`, bytes)
  renameSync(`${path}.${process.pid}`, path)
  return new Blob([bytes])
}

const HOUR = 60 * 60 * 1000

/** Dumps that fit no code any more; a young one may be somebody's who is running tests right now. */
function forgetOldDumps(): void {
  for (const name of globSync('embedded-*.tar', { cwd: cache })) {
    const path = join(cache, name)
    if (Date.now() - statSync(path).mtimeMs > HOUR) rmSync(path, { force: true })
  }
}

function fingerprint(): string {
  const hash = createHash('sha256')
  const packages = ['@electric-sql/pglite', 'pg-boss'].map((name) => `node_modules/${name}/package.json`)
  const sources = [
    ...globSync('migrations/*.ts', { cwd: root }),
    'app/platform/db/embedded.ts',
    'app/platform/jobs/boss.ts',
    ...packages,
  ]
  for (const source of sources.toSorted()) hash.update(source).update(readFileSync(join(root, source)))
  return hash.digest('hex').slice(0, 16)
}
