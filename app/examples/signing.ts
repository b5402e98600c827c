import { approveText } from '../agreements/approving.ts'
import { assembleAgreement } from '../agreements/assembling.ts'
import { documentToSign, giveConsent, requestConsentCode } from '../agreements/consenting.ts'
import { draftAgreement } from '../agreements/drafting.ts'
import { nameSignatory } from '../agreements/naming.ts'
import { signAgreement } from '../agreements/signing.ts'
import type { Agreement } from '../agreements/agreement.ts'
import type { Services } from '../web/env.ts'
import { actAs, done, found, type Loaded } from './loading.ts'
import type { Example } from './reading.ts'

/** A demonstration person by role and organisation. */
export const userOf = (example: Example, role: string, organisation: string): string => {
  const user = example.users.find((candidate) => candidate.role === role && candidate.organisation === organisation)
  if (!user) throw new Error(`The example has no ${role} at ${organisation}.`)
  return user.slug
}

export async function draftModel(services: Services, example: Example, loaded: Loaded): Promise<string> {
  const { agreement } = example
  const scope = await actAs(services, loaded, userOf(example, 'coordinator', agreement.lead))
  const { id } = done(
    await draftAgreement(services, scope, {
      kind: agreement.kind,
      languages: agreement.languages,
      title: agreement.title,
      preamble: agreement.preamble,
      parties: agreement.parties.map((party) => ({
        organisationId: found(loaded.organisations, party.organisation),
        ...(party.alliance ? { allianceId: found(loaded.alliances, party.alliance) } : {}),
      })),
      clauses: agreement.clauses.map(({ slug, binding, texts }) => ({ slug, binding, texts })),
      termMonths: agreement.termMonths,
      noticeMonths: agreement.noticeMonths,
      leadOrganisationId: found(loaded.organisations, agreement.lead),
      template: agreement.template,
      modelNotice: agreement.modelNotice,
    }),
  )
  return id
}

export async function nameSignatories(
  services: Services,
  example: Example,
  loaded: Loaded,
  agreementId: string,
): Promise<void> {
  for (const signatory of example.signatories) {
    const scope = await actAs(services, loaded, userOf(example, 'coordinator', signatory.organisation))
    const { ground, reference, date, limits } = signatory.authority
    done(
      await nameSignatory(services, scope, agreementId, {
        organisationId: found(loaded.organisations, signatory.organisation),
        personId: found(loaded.people, signatory.slug),
        name: signatory.name,
        office: { original: signatory.locale, text: signatory.office },
        ground,
        groundReference: reference,
        groundDate: date,
        ...(limits ? { groundLimits: limits } : {}),
        displayOrder: signatory.displayOrder,
        signingOrder: signatory.signingOrder,
      }),
    )
  }
}

export async function approveForAll(
  services: Services,
  example: Example,
  loaded: Loaded,
  agreementId: string,
  told: (organisation: string) => void = () => {},
): Promise<void> {
  for (const { organisation } of example.agreement.parties) {
    const scope = await actAs(services, loaded, userOf(example, 'manager', organisation))
    const { textHash } = await read(services, agreementId)
    done(
      await approveText(services, scope, agreementId, {
        organisationId: found(loaded.organisations, organisation),
        textHash,
      }),
    )
    told(organisation)
  }
}

/** In the order of signing. The code comes from the mail, as it does for a person. */
export async function signForAll(
  services: Services,
  example: Example,
  loaded: Loaded,
  agreementId: string,
  told: (organisation: string) => void = () => {},
): Promise<void> {
  const inTurn = example.signatories.toSorted((a, b) => a.signingOrder - b.signingOrder)
  for (const signatory of inTurn) {
    await signAs(services, loaded, agreementId, signatory)
    told(signatory.organisation)
  }
}

/** One signatory consents, with the code from the mail, and signs. */
export async function signAs(
  services: Services,
  loaded: Loaded,
  agreementId: string,
  signatory: Example['signatories'][number],
): Promise<void> {
  const scope = await actAs(services, loaded, signatory.slug)
  const documentSha256 = documentToSign(await read(services, agreementId))?.sha256 ?? ''
  done(await requestConsentCode(services, scope, agreementId))
  const code = await codeFromMail(services, signatory.address)
  done(await giveConsent(services, scope, agreementId, { documentSha256, code }))
  done(await signAgreement(services, scope, agreementId, { documentSha256 }))
}

export async function codeFromMail(services: Services, address: string): Promise<string> {
  const mail = await services.database.db
    .selectFrom('mail')
    .select('body_text')
    .where('to_address', '=', address)
    .where('kind', '=', 'consent-code')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  const [code] = /\b\d{6}\b/.exec(mail.body_text ?? '') ?? []
  if (!code) throw new Error('The mail holds no code.')
  return code
}

export async function read(services: Services, agreementId: string): Promise<Agreement> {
  const agreement = await assembleAgreement(services.database.db, agreementId, services.clock.now())
  if (!agreement) throw new Error(`There is no agreement ${agreementId}.`)
  return agreement
}
