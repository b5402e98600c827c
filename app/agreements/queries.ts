import { isOperator, organisationsOf, type Scope } from '../accounts/scope.ts'
import type { Locale } from '../language/locales.ts'
import type { Translated } from '../language/translated.ts'
import type { Db, Tx } from '../platform/db/tables.ts'
import { type Agreement, standingOf } from './agreement.ts'
import { assembleAgreement } from './assembling.ts'
import { mayRead } from './policy.ts'

/** An agreement for somebody with a role at one of its parties, or who is a signatory of it; null for everybody else. */
export async function agreementByReference(
  db: Db | Tx,
  scope: Scope,
  reference: string,
  now: Date,
): Promise<Agreement | null> {
  // Strangers are the many: they are not worth putting an agreement together for.
  if (!scope.person && !isOperator(scope)) return null
  const found = await db.selectFrom('agreement').select('id').where('reference', '=', reference).executeTakeFirst()
  const agreement = found ? await assembleAgreement(db, found.id, now) : null
  if (!agreement) return null
  return mayRead(scope, agreement) || isSignatory(scope, agreement) ? agreement : null
}

const isSignatory = (scope: Scope, agreement: Agreement) =>
  agreement.signatories.some((signatory) => signatory.personId === scope.person?.personId)

/** An agreement that its parties have made public, as everybody may see it; null otherwise. */
export async function publishedAgreement(
  db: Db | Tx,
  _scope: Scope,
  reference: string,
  now: Date,
): Promise<Agreement | null> {
  const found = await db
    .selectFrom('agreement')
    .innerJoin('publication', 'publication.agreement_id', 'agreement.id')
    .select('agreement.id')
    .where('agreement.reference', '=', reference)
    .executeTakeFirst()
  return found ? assembleAgreement(db, found.id, now) : null
}

export type AgreementSummary = {
  id: string
  reference: string
  title: Translated
  languages: Locale[]
  parties: { name: Translated; slug: string }[]
  /** Parties that are no organisations here. */
  others: string[]
  standing: ReturnType<typeof standingOf>
  until: string | null
  demonstration: boolean
  isPublic: boolean
}

/** What the asker may see: all of their organisations' agreements, and the public ones. Newest first. */
export async function listAgreements(
  db: Db,
  scope: Scope,
  now: Date,
  page: { limit: number; before?: string } = { limit: 50 },
): Promise<AgreementSummary[]> {
  const own = organisationsOf(scope)
  let query = db
    .selectFrom('agreement')
    .leftJoin('publication', 'publication.agreement_id', 'agreement.id')
    .select('agreement.id')
    .orderBy('agreement.id', 'desc')
    .limit(page.limit)
  if (page.before) query = query.where('agreement.id', '<', page.before)
  if (!isOperator(scope)) {
    query = query.where((where) =>
      where.or([
        where('publication.agreement_id', 'is not', null),
        ...(own.length > 0
          ? [
              where.exists(
                where
                  .selectFrom('agreement_party')
                  .select('agreement_party.agreement_id')
                  .whereRef('agreement_party.agreement_id', '=', 'agreement.id')
                  .where('agreement_party.organisation_id', 'in', own),
              ),
            ]
          : []),
        ...(scope.person
          ? [
              where.exists(
                where
                  .selectFrom('signatory')
                  .select('signatory.id')
                  .whereRef('signatory.agreement_id', '=', 'agreement.id')
                  .where('signatory.person_id', '=', scope.person.personId),
              ),
            ]
          : []),
      ]),
    )
  }
  const summaries: AgreementSummary[] = []
  for (const { id } of await query.execute()) {
    const agreement = await assembleAgreement(db, id, now)
    if (agreement) summaries.push(summaryOf(agreement))
  }
  return summaries
}

export const summaryOf = (agreement: Agreement): AgreementSummary => ({
  id: agreement.id,
  languages: agreement.languages,
  reference: agreement.reference,
  title: agreement.title,
  parties: agreement.parties.map((party) => ({ name: party.name.text, slug: party.slug })),
  others: agreement.registration?.others.map(({ name }) => name) ?? [],
  standing: agreement.standing,
  until: agreement.inForce?.until ?? null,
  demonstration: agreement.demonstration,
  isPublic: agreement.publication !== null,
})
