import type { Scope } from '../../accounts/scope.ts'
import type { Services } from '../../web/env.ts'
import { assembleAgreement } from '../assembling.ts'
import { draftAgreement, type DraftRefusal } from '../drafting.ts'
import { mayEdit } from '../policy.ts'

export type RenewingRefusal = { refused: 'not-yours' | 'not-in-force' | 'renewed-already' } | DraftRefusal

/**
 * Prepares the next agreement from the one that runs out: the same parties, languages and clauses as a new draft, to be changed by what was
 * learned, approved and signed as any other. The old one stays as it is.
 */
export async function renewAgreement(
  services: Services,
  scope: Scope,
  agreementId: string,
): Promise<{ id: string; reference: string } | RenewingRefusal> {
  const { db } = services.database
  const agreement = await assembleAgreement(db, agreementId, services.clock.now())
  if (!agreement || !mayEdit(scope, agreement)) return { refused: 'not-yours' }
  if (!agreement.inForce) return { refused: 'not-in-force' }
  if (agreement.renewedBy) return { refused: 'renewed-already' }
  const row = await db
    .selectFrom('agreement')
    .select(['template'])
    .where('id', '=', agreementId)
    .executeTakeFirstOrThrow()
  return draftAgreement(services, scope, {
    kind: agreement.kind,
    languages: agreement.languages,
    title: agreement.title,
    preamble: agreement.preamble,
    parties: agreement.parties.map(({ organisationId, alliance }) => ({
      organisationId,
      ...(alliance ? { allianceId: alliance.id } : {}),
    })),
    clauses: agreement.clauses.map(({ slug, binding, texts }) => ({
      slug,
      binding,
      texts: Object.fromEntries(
        Object.entries(texts).map(([language, { heading, body }]) => [language, { heading, body }]),
      ),
    })),
    termMonths: agreement.termMonths,
    noticeMonths: agreement.noticeMonths,
    leadOrganisationId: agreement.leadOrganisationId,
    renewsId: agreementId,
    ...(row.template ? { template: row.template } : {}),
    ...(agreement.modelNotice ? { modelNotice: agreement.modelNotice } : {}),
  })
}
