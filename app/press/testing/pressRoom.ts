import { makeOrganisation, type MadeOrganisation } from '../../../test/factories/organisations.ts'
import { makePerson, makeRole, type MadePerson, unique } from '../../../test/factories/people.ts'
import type { TestApplication } from '../../../test/harness/application.ts'
import { admitPerson } from '../../accounts/admitting.ts'
import type { Scope } from '../../accounts/scope.ts'
import { approveRelease } from '../approving.ts'
import { assembleRelease, type Release } from '../assembling.ts'
import { draftRelease, type ReleaseDraft } from '../drafting.ts'

export type TestIssuer = MadeOrganisation & { manager: MadePerson; coordinator: MadePerson }

/** Organisations that issue a release together; the first leads. */
export async function makeIssuers({ db }: TestApplication, count = 2): Promise<TestIssuer[]> {
  const issuers: TestIssuer[] = []
  for (let index = 0; index < count; index++) {
    const organisation = await makeOrganisation(db, index === 0 ? { country: 'JP', timeZone: 'Asia/Tokyo' } : {})
    const [manager, coordinator] = [await makePerson(db), await makePerson(db)]
    await makeRole(db, manager, 'manager', organisation.id)
    await makeRole(db, coordinator, 'coordinator', organisation.id)
    issuers.push({ ...organisation, manager, coordinator })
  }
  return issuers
}

export async function scopeOf({ db }: TestApplication, person: { id: string }): Promise<Scope> {
  const scope = await admitPerson(db, person.id, { via: 'session', tokenScopes: null })
  if (!scope) throw new Error('A made person can be admitted.')
  return scope
}

/** Whatever a test did not mean to be refused. */
export function granted<Outcome extends object>(outcome: Outcome): Exclude<Outcome, { refused: string }> {
  if ('refused' in outcome) throw new Error(`Refused: ${JSON.stringify(outcome)}`)
  return outcome as Exclude<Outcome, { refused: string }>
}

/** An hour after the tests' clock begins: 18:00 in Kobe. */
export const lifts = { instant: '2022-03-22T09:00:00Z', zone: 'Asia/Tokyo', place: { ja: '神戸', en: 'Kobe' } }

/** In English and Japanese, under embargo until `lifts`. Its words are found nowhere else. */
export async function draftFor(
  test: TestApplication,
  issuers: readonly TestIssuer[],
  given: Partial<ReleaseDraft> = {},
): Promise<{ id: string; slug: string; word: string }> {
  const word = `wisteria${unique()}`
  const lead = issuers[0] as TestIssuer
  const made = granted(
    await draftRelease(test.services, await scopeOf(test, lead.coordinator), {
      languages: ['ja', 'en'],
      title: { original: 'en', text: { en: `Title ${word}`, ja: `表題 ${word}` } },
      body: { original: 'en', text: { en: `First ${word}.\n\nSecond paragraph.`, ja: `本文 ${word}。` } },
      issuerIds: issuers.map(({ id }) => id),
      leadOrganisationId: lead.id,
      embargo: { lifts, uponSignature: false },
      ...given,
    }),
  )
  return { ...made, word }
}

export async function readRelease({ services }: TestApplication, id: string): Promise<Release> {
  const release = await assembleRelease(services.database.db, id, services.clock.now())
  if (!release) throw new Error(`There is no release ${id}.`)
  return release
}

export async function approveFor(test: TestApplication, releaseId: string, issuer: TestIssuer) {
  const { newest } = await readRelease(test, releaseId)
  return approveRelease(test.services, await scopeOf(test, issuer.manager), releaseId, {
    organisationId: issuer.id,
    revision: newest.revision,
    contentSha256: newest.sha256,
  })
}

export async function approveForAll(
  test: TestApplication,
  releaseId: string,
  issuers: readonly TestIssuer[],
): Promise<void> {
  for (const issuer of issuers) granted(await approveFor(test, releaseId, issuer))
}
