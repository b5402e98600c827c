import type { Scope } from '../accounts/scope.ts'
import { holds } from '../accounts/scope.ts'
import type { Locale } from '../language/locales.ts'
import type { Translated } from '../language/translated.ts'
import { recordActivity } from '../platform/audit/record.ts'
import { json } from '../platform/db/values.ts'
import type { Tx } from '../platform/db/tables.ts'
import { transaction } from '../platform/db/transaction.ts'
import { newId, newReference } from '../platform/ids.ts'
import type { Services } from '../web/env.ts'
import { actorOf } from './activity.ts'
import type { AgreementKind } from './tables.ts'
import { isTextRefusal, settleText, settleWording, type TextRefusal } from './unsuitable.ts'

export type Draft = {
  kind: AgreementKind
  languages: Locale[]
  title: Translated
  preamble: Translated
  parties: { organisationId: string; allianceId?: string }[]
  clauses: { slug: string; binding: boolean; texts: Partial<Record<Locale, { heading: string; body: string }>> }[]
  termMonths: number
  noticeMonths: number
  leadOrganisationId: string
  template?: string
  modelNotice?: Translated
  /** The agreement that this one is to renew. */
  renewsId?: string
}

export type DraftRefusal =
  | {
      refused:
        | 'not-yours'
        | 'too-few-parties'
        | 'same-party-twice'
        | 'lead-not-a-party'
        | 'no-languages'
        | 'no-such-organisation'
        | 'no-such-alliance'
    }
  | TextRefusal

/**
 * Begins an agreement: parties in the order of display, and clauses (usually a template's) in its authentic languages.
 * In the demonstration every agreement is marked as one, on screen and on each page of its PDF.
 */
export async function draftAgreement(
  services: Services,
  scope: Scope,
  input: Draft,
): Promise<{ id: string; reference: string } | DraftRefusal> {
  const refusal = refusalOf(scope, input)
  if (refusal) return refusal
  const draft = settleDraft(input)
  if (isTextRefusal(draft)) return draft
  const now = services.clock.now()
  const agreement = { id: newId(), reference: newReference() }
  return transaction(services.database.db, async (tx) => {
    const unknown = await unknownParty(tx, draft)
    if (unknown) return unknown
    await tx
      .insertInto('agreement')
      .values({
        ...agreement,
        kind: draft.kind,
        title: json(draft.title),
        languages: json(draft.languages),
        preamble: json(draft.preamble),
        term_months: draft.termMonths,
        notice_months: draft.noticeMonths,
        lead_organisation_id: draft.leadOrganisationId,
        template: draft.template ?? null,
        model_notice: draft.modelNotice ? json(draft.modelNotice) : null,
        demonstration: services.config.demo,
        created_by: scope.person?.personId ?? null,
        created_at: now,
      })
      .execute()
    for (const [index, party] of draft.parties.entries()) {
      await tx
        .insertInto('agreement_party')
        .values({
          agreement_id: agreement.id,
          organisation_id: party.organisationId,
          alliance_id: party.allianceId ?? null,
          position: index + 1,
          added_at: now,
        })
        .execute()
    }
    for (const [index, clause] of draft.clauses.entries())
      await insertClause(tx, scope, agreement.id, index + 1, clause, draft.languages, now)
    if (draft.renewsId)
      await tx
        .insertInto('agreement_renewal')
        .values({
          agreement_id: agreement.id,
          renews_id: draft.renewsId,
          prepared_by: scope.person?.personId ?? null,
          prepared_at: now,
        })
        .execute()
    await recordActivity(tx, {
      subject: { kind: 'agreement', id: agreement.id },
      verb: 'agreement.drafted',
      actor: actorOf(scope, draft.leadOrganisationId),
      facts: {
        reference: agreement.reference,
        template: draft.template ?? null,
        languages: draft.languages,
        parties: draft.parties.map((party) => party.organisationId),
        clauses: draft.clauses.length,
      },
      at: now,
    })
    return agreement
  })
}

function refusalOf(scope: Scope, draft: Draft): DraftRefusal | null {
  const ids = draft.parties.map((party) => party.organisationId)
  if (!holds(scope, draft.leadOrganisationId, 'coordinator', 'manager')) return { refused: 'not-yours' }
  if (ids.length < 2) return { refused: 'too-few-parties' }
  if (new Set(ids).size !== ids.length) return { refused: 'same-party-twice' }
  if (!ids.includes(draft.leadOrganisationId)) return { refused: 'lead-not-a-party' }
  const languages = new Set(draft.languages)
  return languages.size === 0 || languages.size !== draft.languages.length ? { refused: 'no-languages' } : null
}

/** Every text of the draft in its one spelling; see `unsuitable.ts`. */
function settleDraft(draft: Draft): Draft | TextRefusal {
  const settled: Draft = { ...draft, title: { ...draft.title }, preamble: { ...draft.preamble }, clauses: [] }
  for (const language of draft.languages) {
    for (const part of ['title', 'preamble'] as const) {
      const text = settleText(draft[part][language] ?? '', `${part}.${language}`)
      if (typeof text !== 'string') return text
      settled[part][language] = text
    }
  }
  for (const clause of draft.clauses) {
    const texts: typeof clause.texts = {}
    for (const language of draft.languages) {
      const given = clause.texts[language]
      const wording = given && settleWording(given, language)
      if (wording && isTextRefusal(wording)) return wording
      if (wording) texts[language] = wording
    }
    settled.clauses.push({ ...clause, texts })
  }
  return settled
}

/** Whoever was chosen from a list may have gone meanwhile. */
async function unknownParty(tx: Tx, draft: Draft): Promise<DraftRefusal | null> {
  const organisations = draft.parties.map((party) => party.organisationId)
  const alliances = [...new Set(draft.parties.flatMap((party) => (party.allianceId ? [party.allianceId] : [])))]
  const known = await tx.selectFrom('organisation').select('id').where('id', 'in', organisations).execute()
  if (known.length !== organisations.length) return { refused: 'no-such-organisation' }
  if (alliances.length === 0) return null
  const allied = await tx.selectFrom('alliance').select('id').where('id', 'in', alliances).execute()
  return allied.length === alliances.length ? null : { refused: 'no-such-alliance' }
}

export async function insertClause(
  tx: Tx,
  scope: Scope,
  agreementId: string,
  position: number,
  clause: Draft['clauses'][number],
  languages: Locale[],
  now: Date,
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('clause')
    .values({
      id,
      agreement_id: agreementId,
      slug: clause.slug,
      position,
      binding: clause.binding,
      added_at: now,
      removed_at: null,
      removed_by: null,
    })
    .execute()
  for (const language of languages) {
    const text = clause.texts[language]
    if (!text) continue
    await tx
      .insertInto('clause_text')
      .values({
        id: newId(),
        clause_id: id,
        language,
        revision: 1,
        heading: text.heading,
        body: text.body,
        round: 1,
        written_by: scope.person?.personId ?? null,
        written_at: now,
      })
      .execute()
  }
  return id
}
