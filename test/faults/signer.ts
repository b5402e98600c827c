// A process that signs one agreement after another and says aloud what it has been told is done, until somebody kills it.
// Started again it looks where things stand and goes on. Run by `killing.ts`.
import { readExample, type Example } from '../../app/examples/reading.ts'
import { actAs, done, loadExample, type Loaded } from '../../app/examples/loading.ts'
import { codeFromMail, draftModel, nameSignatories, read, userOf } from '../../app/examples/signing.ts'
import { approveText } from '../../app/agreements/approving.ts'
import { documentToSign, giveConsent, requestConsentCode } from '../../app/agreements/consenting.ts'
import { signAgreement } from '../../app/agreements/signing.ts'
import { root, startServices } from '../../app/main.ts'
import { readConfig } from '../../app/platform/config.ts'
import type { Services } from '../../app/web/env.ts'

const say = (...words: string[]) => process.stdout.write(`${words.join(' ')}\n`)
const noAssets = { css: '', island: () => '', directory: '' }

const config = readConfig({ ...process.env, MUSUBI_LOG: 'silent' }, { demo: true })
const { services } = await startServices(config, { attended: false, alone: true, assets: noAssets })
const example = await readExample(root)
const loaded = await loadedBefore(services, example)
say('ready')
for (;;) await signOne()

async function signOne(): Promise<void> {
  const id = (await unfinished(services)) ?? (await draftModel(services, example, loaded))
  say('drafted', id)
  await nameMissing(id)
  await approveMissing(id)
  await services.jobs.drain()
  const prepared = await read(services, id)
  if (prepared.documents.length < 2) throw new Error('All approved, jobs done, and yet there is no document.')
  say('prepared', id)
  await signMissing(id)
  await services.jobs.drain()
  const finished = await read(services, id)
  if (finished.documents.at(-1)?.kind !== 'archived') throw new Error('All signed, jobs done, and yet not archived.')
  say('archived', id)
}

async function nameMissing(id: string): Promise<void> {
  const { signatories, documents } = await read(services, id)
  if (documents.length === 0 && signatories.length < example.signatories.length) await nameSignatories(services, example, loaded, id)
  say('named', id)
}

async function approveMissing(id: string): Promise<void> {
  for (const { organisation } of example.agreement.parties) {
    const organisationId = idOf(loaded.organisations, organisation)
    const { parties, textHash } = await read(services, id)
    if (!parties.find((party) => party.organisationId === organisationId)?.approval) {
      const scope = await actAs(services, loaded, userOf(example, 'manager', organisation))
      done(await approveText(services, scope, id, { organisationId, textHash }))
    }
    say('approved', id, organisationId)
  }
}

async function signMissing(id: string): Promise<void> {
  for (const { slug, address } of example.signatories.toSorted((a, b) => a.signingOrder - b.signingOrder)) {
    const scope = await actAs(services, loaded, slug)
    const own = async () => (await read(services, id)).signatories.find((signatory) => signatory.personId === scope.person?.personId)
    const documentSha256 = documentToSign(await read(services, id))?.sha256 ?? ''
    if (!(await own())?.consent) {
      done(await requestConsentCode(services, scope, id))
      done(await giveConsent(services, scope, id, { documentSha256, code: await codeFromMail(services, address) }))
    }
    say('consented', id, slug)
    if (!(await own())?.signature) done(await signAgreement(services, scope, id, { documentSha256 }))
    say('signed', id, slug)
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
          where.selectFrom('agreement_document').select('revision').whereRef('agreement_id', '=', 'agreement.id').where('kind', '=', 'archived'),
        ),
      ),
    )
    .orderBy('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** The example's ids, from the database if an earlier process has loaded it whole. */
async function loadedBefore(running: Services, wanted: Example): Promise<Loaded> {
  const { db } = running.database
  const people = await db.selectFrom('person').select(['id', 'address']).where('address', 'is not', null).execute()
  if (people.length === 0) return loadExample(running, wanted)
  const bySlug = async (table: 'organisation' | 'cluster' | 'alliance') =>
    new Map((await db.selectFrom(table).select(['id', 'slug']).execute()).map(({ id, slug }) => [slug, id]))
  const ids = new Map(people.map(({ id, address }) => [address ?? '', id]))
  return {
    organisations: await bySlug('organisation'),
    clusters: await bySlug('cluster'),
    alliances: await bySlug('alliance'),
    people: new Map([...wanted.users, ...wanted.signatories].map(({ slug, address }) => [slug, ids.get(address) ?? ''])),
  }
}

function idOf(ids: Map<string, string>, slug: string): string {
  return ids.get(slug) ?? ''
}
