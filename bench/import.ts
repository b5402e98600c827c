// `npm run bench:import [-- --file list.csv] [-- --embedded]`: the register's 13,516 makers of medical devices in Germany, Italy, France,
// Belgium and Japan, through the acts of a cluster's office: uploaded, looked at, applied, looked through for duplicates, and undone; on PostgreSQL,
// or on the embedded database. The file is not part of the project. Twenty of the proposals are printed, to be judged by eye.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { makeAlliance, scopeOf } from '../app/agreements/testing/alliance.ts'
import { root } from '../app/main.ts'
import { applyImport } from '../app/organisations/import/applying.ts'
import { previewOf } from '../app/organisations/import/previewing.ts'
import { memberImport } from '../app/organisations/import/queries.ts'
import { listCluster } from '../app/organisations/lists.ts'
import { undoImport } from '../app/organisations/import/undoing.ts'
import { uploadList } from '../app/organisations/import/uploading.ts'
import { lookForDuplicates } from '../app/organisations/duplicates/looking.ts'
import { textFor } from '../app/organisations/profileText.ts'
import { migrate } from '../app/platform/db/migrate.ts'
import { type Database, openDatabase } from '../app/platform/db/open.ts'
import { migrations } from '../migrations/index.ts'
import { makeCluster } from '../test/factories/members.ts'
import { testApplication, type TestApplication } from '../test/harness/application.ts'
import { findPostgres, startPostgres } from '../test/harness/postgres.ts'
import { printFigures, printTable, round } from './measuring.ts'

const { values } = parseArgs({ options: { file: { type: 'string' }, embedded: { type: 'boolean' } } })
const file = values.file ?? join(root, '../shared/data/eudamed/manufacturers-de-it-fr-be-jp.csv')
const TARGET_SECONDS = 30

async function run(opened: Database): Promise<void> {
  await migrate(opened, migrations)
  const at = await testApplication({ database: opened })
  const [home] = (await makeAlliance(at, 1)).parties
  const { slug } = await makeCluster(at.db, home!)
  const scope = await scopeOf(at, home!.coordinator)
  const cluster = (await listCluster(at.db, scope, slug))!
  const bytes = new Uint8Array(readFileSync(file))
  const stages: [string, number][] = []
  const timed = async <T>(stage: string, work: Promise<T>): Promise<T> => {
    const begun = performance.now()
    const done = await work
    stages.push([stage, round((performance.now() - begun) / 1000, 2)])
    return done
  }
  const upload = { fileName: 'register.csv', bytes, language: 'en' as const }
  const sent = expected(await timed('upload', uploadList(at.services, scope, cluster, upload)))
  const list = (await memberImport(at.db, scope, sent.id))!
  const preview = expected(await timed('preview', previewOf(at.db, scope, list, at.services.clock.now())))
  const application = { seen: preview.seen, basedOn: list.revision }
  const { counts } = expected(await timed('apply', applyImport(at.services, scope, list, application)))
  const { compared, proposed } = await timed('look for duplicates', lookForDuplicates(at.services))
  const seconds = round(
    stages.reduce((sum, [, took]) => sum + took, 0),
    1,
  )
  await printSample(at)
  const begun = performance.now()
  const { undone } = expected(await undoImport(at.services, scope, list, { rest: false }))
  const undoing = round((performance.now() - begun) / 1000, 1)
  stages.push([`undo ${undone} changes`, undoing])
  printTable(['stage', 'seconds'], stages)
  printFigures('import', {
    database: opened.pool ? 'postgresql' : 'embedded',
    rows: counts.rows,
    seconds,
    duplicates_proposed: proposed,
    members: compared,
    undo_seconds: undoing,
    stages: Object.fromEntries(stages),
  })
  if (seconds >= TARGET_SECONDS) process.exitCode = 1
}

function expected<T extends object>(outcome: T): Exclude<T, { refused: string }> {
  if ('refused' in outcome) throw new Error(`The list was refused: ${String(outcome.refused)}`)
  return outcome as Exclude<T, { refused: string }>
}

async function printSample({ db }: TestApplication): Promise<void> {
  const pairs = await db
    .selectFrom('duplicate_proposal as pair')
    .innerJoin('organisation as one', 'one.id', 'pair.one_id')
    .innerJoin('organisation as other', 'other.id', 'pair.other_id')
    .select(['score', 'reasons', 'one.name', 'one.seat', 'other.name as otherName', 'other.seat as otherSeat'])
    .orderBy('score', 'desc')
    .orderBy('pair.one_id')
    .execute()
  const step = Math.max(1, pairs.length / 20)
  const words = (text: (typeof pairs)[number]['seat']) => textFor(text, 'en')?.text ?? ''
  printTable(
    ['one', 'place', 'other', 'place', 'score', 'why'],
    Array.from({ length: Math.min(20, pairs.length) }, (_, place) => pairs[Math.floor(place * step)]!).map((pair) => [
      words(pair.name),
      words(pair.seat),
      words(pair.otherName),
      words(pair.otherSeat),
      pair.score,
      pair.reasons.join(', '),
    ]),
  )
}

const binaries = values.embedded ? null : findPostgres()
if (!existsSync(file) || (!values.embedded && !binaries)) {
  console.log(
    existsSync(file)
      ? 'PostgreSQL is not installed (Debian: postgresql): there is nothing to measure. With --embedded it is not needed.'
      : 'The list of makers is not at hand: there is nothing to import. With --file another one is taken.',
  )
  process.exit(0)
}
const server = binaries ? await startPostgres(binaries) : null
const database = await openDatabase({ databaseUrl: server?.url, dataDirectory: null })
try {
  await run(database)
} finally {
  await database.close()
  await server?.stop()
}
