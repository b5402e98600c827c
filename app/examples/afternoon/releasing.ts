import { locales } from '../../language/locales.ts'
import type { DeclaredTime } from '../../language/times.ts'
import { approveRelease } from '../../press/approving.ts'
import { assembleRelease } from '../../press/assembling.ts'
import { draftRelease, type ReleaseDraft } from '../../press/drafting.ts'
import type { Services } from '../../web/env.ts'
import { actAs, done, found, type Loaded } from '../loading.ts'
import type { Example } from '../reading.ts'
import { readRelease } from '../release.ts'
import { recordOfAnnouncement } from '../releaseRecord.ts'
import { userOf } from '../signing.ts'
import type { PlannedAfternoon } from './planning.ts'
import type { Afternoon } from './schema.ts'

/** The announcement itself in its official form, public at once: it invites to what is still to come. */
export async function announceCeremony(
  services: Services,
  root: string,
  example: Example,
  loaded: Loaded,
  { eventId, slug }: PlannedAfternoon,
): Promise<string> {
  const record = recordOfAnnouncement(example, await readRelease(root, example))
  const lead = found(loaded.organisations, example.agreement.lead)
  return approvedRelease(services, example, loaded, [example.agreement.lead], {
    slug: `${slug}-announcement`,
    title: record.title,
    ...(record.subtitle ? { subtitle: record.subtitle } : {}),
    record: { ...record, demonstration: true },
    issuerIds: [lead],
    eventId,
    embargo: { lifts: null, uponSignature: false },
  })
}

/** What all five say when it is done: approved by each of them beforehand, under an embargo that also waits for the last signature. */
export async function prepareRelease(
  services: Services,
  example: Example,
  afternoon: Afternoon,
  loaded: Loaded,
  { eventId, slug, agreementId }: PlannedAfternoon,
  lifts: DeclaredTime,
): Promise<string> {
  const issuers = example.agreement.parties.map(({ organisation }) => organisation)
  const { title, body } = afternoon.release
  return approvedRelease(services, example, loaded, issuers, {
    slug: `${slug}-signed`,
    title: { original: 'ja', text: title },
    body: { original: 'ja', text: body },
    issuerIds: issuers.map((issuer) => found(loaded.organisations, issuer)),
    eventId,
    agreementId,
    embargo: { lifts, uponSignature: true },
  })
}

async function approvedRelease(
  services: Services,
  example: Example,
  loaded: Loaded,
  issuers: readonly string[],
  draft: Omit<ReleaseDraft, 'languages' | 'leadOrganisationId'>,
): Promise<string> {
  const { lead } = example.agreement
  const coordinator = await actAs(services, loaded, userOf(example, 'coordinator', lead))
  const { id, slug } = done(
    await draftRelease(services, coordinator, {
      languages: [...locales],
      leadOrganisationId: found(loaded.organisations, lead),
      ...draft,
    }),
  )
  for (const issuer of issuers) {
    const release = await assembleRelease(services.database.db, id, services.clock.now())
    if (!release) throw new Error(`There is no release ${id}.`)
    const { revision, sha256 } = release.newest
    const manager = await actAs(services, loaded, userOf(example, 'manager', issuer))
    const organisationId = found(loaded.organisations, issuer)
    done(await approveRelease(services, manager, id, { organisationId, revision, contentSha256: sha256 }))
  }
  return slug
}
