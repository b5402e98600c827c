import type { Locale } from '../language/locales.ts'
import { localTime } from '../language/times.ts'
import type { Db, Tx } from '../platform/db/tables.ts'
import {
  type Agreement,
  type Clause,
  type ClauseText,
  fieldName,
  type Party,
  type Registration,
  type Signatory,
  standingOf,
} from './agreement.ts'
import { type AgreementText, hashText } from './canonical.ts'

/** Puts an agreement together from its rows. No scope is asked here: callers in `queries.ts` and the verbs have asked already. */
export async function assembleAgreement(db: Db | Tx, id: string, now: Date): Promise<Agreement | null> {
  const row = await db.selectFrom('agreement').selectAll().where('id', '=', id).executeTakeFirst()
  const registered = row && (await registrationOf(db, id))
  // What was struck off the register is nowhere any more, though its rows stay.
  if (!row || registered?.isWithdrawn) return null
  // One after another: inside a transaction there is one connection.
  const clauses = await clausesOf(db, id, row.languages)
  const partyRows = await partiesOf(db, id)
  const approvals = await db
    .selectFrom('approval')
    .selectAll()
    .where('agreement_id', '=', id)
    .where('withdrawn_at', 'is', null)
    .execute()
  const signatories = await signatoriesOf(db, id)
  const documents = await db
    .selectFrom('agreement_document')
    .selectAll()
    .where('agreement_id', '=', id)
    .orderBy('revision')
    .execute()
  const force = await db.selectFrom('entry_into_force').selectAll().where('agreement_id', '=', id).executeTakeFirst()
  const { resting, termination, renews, renewedBy } = await lifeOf(db, id)
  const publication = await db.selectFrom('publication').selectAll().where('agreement_id', '=', id).executeTakeFirst()

  const text: AgreementText = {
    reference: row.reference,
    kind: row.kind,
    languages: row.languages,
    title: row.title,
    preamble: row.preamble,
    parties: partyRows.map((party) => ({
      organisation: party.organisationId,
      name: party.name.text,
      ...(party.alliance ? { alliance: { name: party.alliance.name.text } } : {}),
    })),
    clauses: clauses.map((clause) => ({ binding: clause.binding, texts: wordingOf(clause) })),
    termMonths: row.term_months,
    noticeMonths: row.notice_months,
  }
  const textHash = hashText(text)
  const parties = partyRows.map((party) => {
    const own = approvals.filter((approval) => approval.organisation_id === party.organisationId)
    const current = own.find((approval) => approval.text_hash === textHash)
    return {
      ...party,
      approval: current ? { at: current.approved_at, by: current.approved_by } : null,
      approvedEarlierText: !current && own.length > 0,
    }
  })
  const timeZone = partyRows.find((party) => party.organisationId === row.lead_organisation_id)?.timeZone ?? 'UTC'
  const inForce = force ? { from: force.in_force_from, until: force.in_force_until } : null
  return {
    id,
    reference: row.reference,
    kind: row.kind,
    languages: row.languages,
    title: row.title,
    preamble: row.preamble,
    termMonths: row.term_months,
    noticeMonths: row.notice_months,
    leadOrganisationId: row.lead_organisation_id,
    demonstration: row.demonstration,
    modelNotice: row.model_notice,
    createdAt: row.created_at,
    timeZone,
    parties,
    partyIds: parties.map((party) => party.organisationId),
    clauses,
    signatories,
    documents: documents.map((document) => ({
      revision: document.revision,
      kind: document.kind,
      sha256: document.sha256,
      textHash: document.text_hash,
      facts: document.facts,
      madeAt: document.made_at,
    })),
    text,
    textHash,
    inForce,
    registration: registered?.registration ?? null,
    resting,
    termination,
    renews,
    renewedBy,
    publication: publication ? { withText: publication.with_text, at: publication.published_at } : null,
    standing: standingOf({
      inForce,
      isRegistered: registered !== null,
      resting,
      termination,
      documents,
      parties,
      now,
      today: localTime(now.toISOString(), timeZone).date,
    }),
  }
}

async function registrationOf(
  db: Db | Tx,
  agreementId: string,
): Promise<{ registration: Registration; isWithdrawn: boolean } | null> {
  const row = await db
    .selectFrom('agreement_registration')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .executeTakeFirst()
  if (!row) return null
  const scan = row.scan_sha256 && {
    sha256: Buffer.from(row.scan_sha256).toString('hex'),
    name: row.scan_name ?? 'scan',
  }
  const { others, contacts, source, note } = row
  return {
    isWithdrawn: row.withdrawn_at !== null,
    registration: {
      others,
      contacts,
      source,
      note,
      signedOn: row.signed_on,
      responsiblePersonId: row.responsible_person_id,
      scan,
      registeredBy: row.registered_by,
      registeredAt: row.registered_at,
    },
  }
}

/** What happened to it after it was signed. */
async function lifeOf(
  db: Db | Tx,
  agreementId: string,
): Promise<Pick<Agreement, 'resting' | 'termination' | 'renews' | 'renewedBy'>> {
  const suspension = await db
    .selectFrom('agreement_suspension')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .where('lifted_at', 'is', null)
    .executeTakeFirst()
  const termination = await db
    .selectFrom('agreement_termination')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .executeTakeFirst()
  const renewals = await db
    .selectFrom('agreement_renewal as renewal')
    .innerJoin('agreement as prepared', 'prepared.id', 'renewal.agreement_id')
    .innerJoin('agreement as renewed', 'renewed.id', 'renewal.renews_id')
    .select(['renewal.agreement_id', 'prepared.reference as by', 'renewed.reference as of'])
    .where((where) =>
      where.or([where('renewal.agreement_id', '=', agreementId), where('renewal.renews_id', '=', agreementId)]),
    )
    .orderBy('renewal.prepared_at', 'desc')
    .execute()
  return {
    resting: suspension
      ? { since: suspension.suspended_at, organisationId: suspension.organisation_id, reason: suspension.reason }
      : null,
    termination: termination
      ? {
          from: termination.effective_from,
          organisationId: termination.organisation_id,
          reason: termination.reason,
          noticedAt: termination.noticed_at,
        }
      : null,
    renews: renewals.find((row) => row.agreement_id === agreementId)?.of ?? null,
    renewedBy: renewals.find((row) => row.agreement_id !== agreementId)?.by ?? null,
  }
}

const wordingOf = (clause: Clause) =>
  Object.fromEntries(
    Object.entries(clause.texts).map(([language, text]) => [language, { heading: text.heading, body: text.body }]),
  )

async function clausesOf(db: Db | Tx, agreementId: string, languages: Locale[]): Promise<Clause[]> {
  const rows = await db
    .selectFrom('clause')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .execute()
  if (rows.length === 0) return []
  const texts = await db
    .selectFrom('clause_text')
    .distinctOn(['clause_id', 'language'])
    .selectAll()
    .where(
      'clause_id',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('clause_id')
    .orderBy('language')
    .orderBy('revision', 'desc')
    .execute()
  return rows.map((row, index) => {
    const current: Partial<Record<Locale, ClauseText>> = {}
    for (const text of texts.filter((candidate) => candidate.clause_id === row.id)) {
      const { heading, body, revision, round } = text
      current[text.language] = { heading, body, revision, round, writtenAt: text.written_at }
    }
    return {
      id: row.id,
      slug: row.slug,
      number: index + 1,
      binding: row.binding,
      texts: current,
      lagging: laggingIn(current, languages),
    }
  })
}

/** A language lags when it is missing, or another one has been rewritten since they last agreed. */
export function laggingIn(texts: Clause['texts'], languages: Locale[]): Locale[] {
  const newest = latestRound(texts)
  return languages.filter((language) => (texts[language]?.round ?? 0) < newest)
}

export const latestRound = (texts: Clause['texts']): number =>
  Math.max(1, ...Object.values(texts).map((text) => text.round))

async function partiesOf(db: Db | Tx, agreementId: string): Promise<Omit<Party, 'approval' | 'approvedEarlierText'>[]> {
  const rows = await db
    .selectFrom('agreement_party as party')
    .innerJoin('organisation', 'organisation.id', 'party.organisation_id')
    .leftJoin('alliance', 'alliance.id', 'party.alliance_id')
    .where('party.agreement_id', '=', agreementId)
    .orderBy('party.position')
    .select([
      'organisation.id',
      'organisation.slug',
      'organisation.name',
      'organisation.legal_form',
      'organisation.country',
      'organisation.seat',
      'organisation.time_zone',
      'party.position',
      'alliance.id as alliance_id',
      'alliance.slug as alliance_slug',
      'alliance.name as alliance_name',
      'alliance.expansion as alliance_expansion',
    ])
    .execute()
  return rows.map((row) => ({
    organisationId: row.id,
    slug: row.slug,
    name: row.name,
    legalForm: row.legal_form,
    country: row.country,
    seat: row.seat,
    timeZone: row.time_zone,
    position: row.position,
    alliance:
      row.alliance_id && row.alliance_slug && row.alliance_name
        ? { id: row.alliance_id, slug: row.alliance_slug, name: row.alliance_name, expansion: row.alliance_expansion }
        : null,
  }))
}

async function signatoriesOf(db: Db | Tx, agreementId: string): Promise<Signatory[]> {
  const rows = await db
    .selectFrom('signatory')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .orderBy('display_order')
    .execute()
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const invitations = await db
    .selectFrom('signing_invitation')
    .selectAll()
    .where('signatory_id', 'in', ids)
    .where('revoked_at', 'is', null)
    .orderBy('created_at')
    .execute()
  const consents = await db
    .selectFrom('consent')
    .selectAll()
    .where('signatory_id', 'in', ids)
    .where('withdrawn_at', 'is', null)
    .execute()
  const signatures = await db.selectFrom('signature').selectAll().where('signatory_id', 'in', ids).execute()
  return rows.map((row) => {
    const invitation = invitations.findLast((candidate) => candidate.signatory_id === row.id)
    const consent = consents.find((candidate) => candidate.signatory_id === row.id)
    const signature = signatures.find((candidate) => candidate.signatory_id === row.id)
    return {
      id: row.id,
      organisationId: row.organisation_id,
      personId: row.person_id,
      name: row.name,
      office: row.office,
      ground: row.authority_ground,
      groundReference: row.authority_reference,
      groundDate: row.authority_date,
      groundLimits: row.authority_limits,
      displayOrder: row.display_order,
      signingOrder: row.signing_order,
      field: fieldName(row.display_order),
      invitedAt: invitation?.created_at ?? null,
      openedAt: invitation?.opened_at ?? null,
      consent: consent ? { id: consent.id, at: consent.consented_at, methods: consent.methods } : null,
      signature: signature
        ? {
            at: signature.signed_at,
            stampedAt: signature.stamped_at,
            stampedBy: signature.stamped_by,
            certificate: signature.certificate,
          }
        : null,
    }
  })
}
