// A process that signs one agreement after another and says aloud what it has been told is done, until somebody kills it.
// Started again it looks where things stand and goes on. With `prepare` it only loads the example. Run by `killing.ts`.
import { actAs, done, found, loadExample, type Loaded } from '../../app/examples/loading.ts'
import { type Example, readExample } from '../../app/examples/reading.ts'
import { codeFromMail, draftModel, nameSignatories, read, userOf } from '../../app/examples/signing.ts'
import { approveText } from '../../app/agreements/approving.ts'
import { documentToSign, giveConsent, requestConsentCode } from '../../app/agreements/consenting.ts'
import { signAgreement } from '../../app/agreements/signing.ts'
import { root, startServices } from '../../app/main.ts'
import { readConfig } from '../../app/platform/config.ts'
import type { Services } from '../../app/web/env.ts'

/** Only what was done just now is said: a step that an earlier process did is not. */
const say = (...words: string[]) => process.stdout.write(`${words.join(' ')}\n`)
const noAssets = { css: '', island: () => '', directory: '' }

const config = readConfig({ ...process.env, MUSUBI_LOG: 'silent' }, { demo: true })
const { services, stop } = await startServices(config, { attended: false, alone: true, assets: noAssets })
const example = await readExample(root)
if (process.argv.includes('prepare')) {
  await loadExample(services, example)
  await stop()
} else {
  const loaded = await loadedBefore(services, example)
  say('ready')
  for (;;) await signOne(loaded)
}

async function signOne(loaded: Loaded): Promise<void> {
  const id = (await unfinished(services)) ?? (await draft(loaded))
  await nameMissing(id, loaded)
  await approveMissing(id, loaded)
  await drainUntil(id, 'sealed', 'prepared')
  await signMissing(id, loaded)
  await drainUntil(id, 'archived', 'archived')
}

async function draft(loaded: Loaded): Promise<string> {
  const id = await draftModel(services, example, loaded)
  say('drafted', id)
  return id
}

async function nameMissing(id: string, loaded: Loaded): Promise<void> {
  const { signatories, documents } = await read(services, id)
  if (documents.length > 0 || signatories.length === example.signatories.length) return
  await nameSignatories(services, example, loaded, id)
  say('named', id, String(example.signatories.length))
}

async function approveMissing(id: string, loaded: Loaded): Promise<void> {
  for (const { organisation } of example.agreement.parties) {
    const organisationId = found(loaded.organisations, organisation)
    const { parties, textHash } = await read(services, id)
    if (parties.find((party) => party.organisationId === organisationId)?.approval) continue
    const scope = await actAs(services, loaded, userOf(example, 'manager', organisation))
    done(await approveText(services, scope, id, { organisationId, textHash }))
    say('approved', id, organisationId)
  }
}

/** What an act left to jobs must come of itself, however the process that acted ended. */
async function drainUntil(id: string, kind: string, step: string): Promise<void> {
  const has = async () => (await read(services, id)).documents.some((document) => document.kind === kind)
  if (await has()) return
  const { failed } = await services.jobs.drain()
  if (failed[0]) throw failed[0].error
  if (!(await has()))
    throw new Error(`All is done for ${step}, and jobs have run, and yet there is no ${kind} document.`)
  say(step, id)
}

async function signMissing(id: string, loaded: Loaded): Promise<void> {
  for (const { slug, address } of example.signatories.toSorted((a, b) => a.signingOrder - b.signingOrder)) {
    const scope = await actAs(services, loaded, slug)
    const agreement = await read(services, id)
    const own = agreement.signatories.find((signatory) => signatory.personId === scope.person?.personId)
    const documentSha256 = documentToSign(agreement)?.sha256 ?? ''
    if (!own?.consent) {
      done(await requestConsentCode(services, scope, id))
      done(await giveConsent(services, scope, id, { documentSha256, code: await codeFromMail(services, address) }))
      say('consented', id, found(loaded.people, slug))
    }
    if (!own?.signature) {
      done(await signAgreement(services, scope, id, { documentSha256 }))
      say('signed', id, found(loaded.people, slug))
    }
  }
}

/** The agreement that was under way when the last process died. */
async function unfinished({ database: { db } }: Services): Promise<string | null> {
  const row = await db
    .selectFrom('agreement')
    .select('id')
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('agreement_document')
            .select('revision')
            .whereRef('agreement_id', '=', 'agreement.id')
            .where('kind', '=', 'archived'),
        ),
      ),
    )
    .orderBy('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** The example's ids, as `prepare` entered them. */
async function loadedBefore({ database: { db } }: Services, wanted: Example): Promise<Loaded> {
  const people = await db.selectFrom('person').select(['id', 'address']).where('address', 'is not', null).execute()
  const ids = new Map(people.map(({ id, address }) => [address ?? '', id]))
  const bySlug = async (table: 'organisation' | 'cluster' | 'alliance') =>
    new Map((await db.selectFrom(table).select(['id', 'slug']).execute()).map(({ id, slug }) => [slug, id]))
  return {
    organisations: await bySlug('organisation'),
    clusters: await bySlug('cluster'),
    alliances: await bySlug('alliance'),
    people: new Map([...wanted.users, ...wanted.signatories].map(({ slug, address }) => [slug, found(ids, address)])),
  }
}
