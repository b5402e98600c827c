import { makeOrganisation, type MadeOrganisation } from '../../../test/factories/organisations.ts'
import { makePerson, makeRole, type MadePerson, unique } from '../../../test/factories/people.ts'
import type { TestApplication } from '../../../test/harness/application.ts'
import { admitPerson } from '../../accounts/admitting.ts'
import type { Scope } from '../../accounts/scope.ts'
import { json } from '../../platform/db/values.ts'
import { newId } from '../../platform/ids.ts'
import type { Agreement } from '../agreement.ts'
import { approveText } from '../approving.ts'
import { assembleAgreement } from '../assembling.ts'
import { documentToSign, giveConsent, requestConsentCode } from '../consenting.ts'
import { type Draft, draftAgreement } from '../drafting.ts'
import { nameSignatory } from '../naming.ts'
import { signAgreement } from '../signing.ts'

/** A party of a test, with somebody in each role. */
export type TestParty = MadeOrganisation & { manager: MadePerson; coordinator: MadePerson; signatory: MadePerson }

export type TestAlliance = { parties: TestParty[]; lead: TestParty; allianceId: string }

/** Organisations that agree: the first drafts, the others are joined in an alliance. */
export async function makeAlliance({ db }: TestApplication, count = 5): Promise<TestAlliance> {
  const parties: TestParty[] = []
  for (let index = 0; index < count; index++) {
    const organisation = await makeOrganisation(db, index === 0 ? { country: 'JP', timeZone: 'Asia/Tokyo' } : {})
    const roles = ['manager', 'coordinator', 'signatory'] as const
    const [manager, coordinator, signatory] = await Promise.all(roles.map(() => makePerson(db)))
    if (!manager || !coordinator || !signatory) throw new Error('Three people were made.')
    await makeRole(db, manager, 'manager', organisation.id)
    await makeRole(db, coordinator, 'coordinator', organisation.id)
    await makeRole(db, signatory, 'signatory', organisation.id)
    parties.push({ ...organisation, manager, coordinator, signatory })
  }
  const allianceId = newId()
  const name = { original: 'en' as const, text: { en: 'MAGIA' } }
  await db
    .insertInto('alliance')
    .values({
      id: allianceId,
      slug: `alliance-${unique()}`,
      name: json(name),
      expansion: null,
      programme: null,
      programme_expansion: null,
      purpose: null,
      coordinator_cluster_id: null,
      created_at: new Date('2022-01-01T00:00:00Z'),
    })
    .execute()
  return { parties, lead: parties[0] as TestParty, allianceId }
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

export const twoClauses: Draft['clauses'] = [
  {
    slug: 'purpose',
    binding: false,
    texts: {
      ja: { heading: '目的', body: '当事者は、相互に交流し、支援する。' },
      en: { heading: 'Purpose', body: 'The parties exchange and support each other.' },
    },
  },
  {
    slug: 'confidentiality',
    binding: true,
    texts: {
      ja: { heading: '秘密保持', body: '当事者は、秘密を守る。' },
      en: { heading: 'Confidentiality', body: 'The parties keep secrets.' },
    },
  },
]

/** A draft in Japanese and English, two clauses long. */
export async function draftFor(
  test: TestApplication,
  { parties, lead, allianceId }: TestAlliance,
  given: Partial<Draft> = {},
): Promise<{ id: string; reference: string }> {
  const draft: Draft = {
    kind: 'memorandum',
    languages: ['ja', 'en'],
    title: { ja: '相互支援に関する覚書', en: 'Memorandum on mutual support' },
    preamble: { ja: '当事者は、次のとおり合意した。', en: 'The parties have agreed as follows.' },
    parties: parties.map((party, index) => ({ organisationId: party.id, ...(index > 0 ? { allianceId } : {}) })),
    clauses: twoClauses,
    termMonths: 24,
    noticeMonths: 3,
    leadOrganisationId: lead.id,
    ...given,
  }
  return granted(await draftAgreement(test.services, await scopeOf(test, lead.coordinator), draft))
}

export async function nameSignatories(
  test: TestApplication,
  { parties }: TestAlliance,
  agreementId: string,
): Promise<void> {
  for (const [index, party] of parties.entries()) {
    const naming = {
      organisationId: party.id,
      personId: party.signatory.id,
      name: { order: 'given-first' as const, native: { family: `Example ${index + 1}`, given: 'Ada' } },
      office: { original: 'en' as const, text: { ja: '理事長', en: 'President' } },
      ground: 'office' as const,
      groundReference: 'Statutes, article 7',
      displayOrder: index + 1,
      // The host signs last, as hosts do.
      signingOrder: index === 0 ? parties.length : index,
    }
    granted(await nameSignatory(test.services, await scopeOf(test, party.coordinator), agreementId, naming))
  }
}

export async function approveForAll(
  test: TestApplication,
  { parties }: TestAlliance,
  agreementId: string,
): Promise<void> {
  for (const party of parties) {
    const { textHash } = await readAgreement(test, agreementId)
    const input = { organisationId: party.id, textHash }
    granted(await approveText(test.services, await scopeOf(test, party.manager), agreementId, input))
  }
}

/** Drafted, named, approved and rendered: ready for signatures. */
export async function prepareFor(
  test: TestApplication,
  alliance: TestAlliance,
): Promise<{ id: string; reference: string }> {
  const made = await draftFor(test, alliance)
  await nameSignatories(test, alliance, made.id)
  await approveForAll(test, alliance, made.id)
  await test.drain()
  return made
}

export async function readAgreement({ services }: TestApplication, id: string): Promise<Agreement> {
  const agreement = await assembleAgreement(services.database.db, id, services.clock.now())
  if (!agreement) throw new Error(`There is no agreement ${id}.`)
  return agreement
}

/** The parties in the order in which their signatories sign. */
export const inTurn = ({ parties }: TestAlliance): TestParty[] => [...parties.slice(1), ...parties.slice(0, 1)]

export async function codeFor(test: TestApplication, person: MadePerson): Promise<string> {
  const [mail] = (await test.mailsTo(person.address)).filter((found) => found.kind === 'consent-code')
  const code = /\b\d{6}\b/.exec(mail?.text ?? '')?.[0]
  if (!code) throw new Error('The mail holds no code.')
  return code
}

export async function consentFor(test: TestApplication, agreementId: string, person: MadePerson): Promise<string> {
  const scope = await scopeOf(test, person)
  const documentSha256 = documentToSign(await readAgreement(test, agreementId))?.sha256 ?? ''
  granted(await requestConsentCode(test.services, scope, agreementId))
  const code = await codeFor(test, person)
  granted(await giveConsent(test.services, scope, agreementId, { documentSha256, code }))
  return documentSha256
}

export async function signFor(test: TestApplication, agreementId: string, person: MadePerson) {
  const documentSha256 = await consentFor(test, agreementId, person)
  return granted(await signAgreement(test.services, await scopeOf(test, person), agreementId, { documentSha256 }))
}
