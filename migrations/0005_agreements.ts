import { type Kysely, sql } from 'kysely'

/**
 * Agreements. There is no status column: where an agreement stands follows from the rows (texts, approvals, documents,
 * consents, signatures, entry into force), each with who and when.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table agreement (
      id uuid primary key,
      reference text not null unique,
      kind text not null check (kind in ('memorandum', 'letter-of-intent', 'non-disclosure', 'cooperation')),
      title jsonb not null,
      languages jsonb not null,
      preamble jsonb not null,
      term_months int not null check (term_months > 0),
      notice_months int not null check (notice_months >= 0),
      governing text,
      lead_organisation_id uuid not null references organisation,
      template text,
      model_notice jsonb,
      demonstration boolean not null,
      created_by uuid references person,
      created_at timestamptz not null
    )`.execute(db)
  // position is the order of display (席次).
  await sql`
    create table agreement_party (
      agreement_id uuid not null references agreement,
      organisation_id uuid not null references organisation,
      alliance_id uuid references alliance,
      position int not null,
      added_at timestamptz not null,
      primary key (agreement_id, organisation_id)
    )`.execute(db)
  await sql`create index agreement_party_organisation on agreement_party (organisation_id)`.execute(db)
  await sql`
    create table clause (
      id uuid primary key,
      agreement_id uuid not null references agreement,
      slug text not null,
      position int not null,
      binding boolean not null,
      added_at timestamptz not null,
      removed_at timestamptz,
      removed_by uuid references person
    )`.execute(db)
  await sql`create unique index clause_position on clause (agreement_id, position) where removed_at is null`.execute(db)
  // Texts are only ever added; the newest revision in a language is the current one. Wordings of the same round say the
  // same; a language whose round is behind has yet to catch up.
  await sql`
    create table clause_text (
      id uuid primary key,
      clause_id uuid not null references clause,
      language text not null,
      revision int not null,
      heading text not null,
      body text not null,
      round int not null,
      written_by uuid references person,
      written_at timestamptz not null,
      unique (clause_id, language, revision)
    )`.execute(db)
  await sql`
    create table proposal (
      id uuid primary key,
      agreement_id uuid not null references agreement,
      clause_id uuid not null references clause,
      texts jsonb not null,
      reason text not null,
      organisation_id uuid not null references organisation,
      proposed_by uuid references person,
      proposed_at timestamptz not null,
      withdrawn_at timestamptz
    )`.execute(db)
  await sql`create index proposal_agreement on proposal (agreement_id)`.execute(db)
  await sql`
    create table proposal_answer (
      proposal_id uuid not null references proposal,
      organisation_id uuid not null references organisation,
      answer text not null check (answer in ('accepted', 'declined')),
      reason text,
      answered_by uuid references person,
      answered_at timestamptz not null,
      primary key (proposal_id, organisation_id)
    )`.execute(db)
  await sql`
    create table signatory (
      id uuid primary key,
      agreement_id uuid not null references agreement,
      organisation_id uuid not null references organisation,
      person_id uuid not null references person,
      name jsonb not null,
      office jsonb not null,
      authority_ground text not null check (authority_ground in ('office', 'board-decision', 'delegation')),
      authority_reference text not null,
      authority_date date,
      authority_limits text,
      display_order int not null,
      signing_order int not null,
      named_by uuid references person,
      named_at timestamptz not null,
      unique (agreement_id, organisation_id),
      unique (agreement_id, display_order)
    )`.execute(db)
  await sql`create index signatory_person on signatory (person_id)`.execute(db)
  await sql`
    create table approval (
      id uuid primary key,
      agreement_id uuid not null references agreement,
      organisation_id uuid not null references organisation,
      text_hash text not null,
      approved_by uuid references person,
      approved_at timestamptz not null,
      withdrawn_at timestamptz,
      withdrawn_by uuid references person
    )`.execute(db)
  await sql`create unique index approval_once on approval (agreement_id, organisation_id, text_hash) where withdrawn_at is null`.execute(
    db,
  )
  // Revision 0 is the text all parties approved, rendered once; 1 the sealed document; then one a signature; last the archived one.
  await sql`
    create table agreement_document (
      agreement_id uuid not null references agreement,
      revision int not null,
      kind text not null check (kind in ('approved', 'sealed', 'signed', 'archived')),
      text_hash text not null,
      sha256 text not null,
      facts jsonb not null,
      made_at timestamptz not null,
      primary key (agreement_id, revision)
    )`.execute(db)
  await sql`
    create table signing_invitation (
      id uuid primary key,
      signatory_id uuid not null references signatory,
      token_hash bytea not null unique,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      opened_at timestamptz,
      revoked_at timestamptz
    )`.execute(db)
  await sql`
    create table consent_code (
      id uuid primary key,
      signatory_id uuid not null references signatory,
      document_sha256 text not null,
      code_hash bytea not null,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      attempts int not null default 0,
      used_at timestamptz
    )`.execute(db)
  await sql`create index consent_code_signatory on consent_code (signatory_id)`.execute(db)
  await sql`
    create table consent (
      id uuid primary key,
      agreement_id uuid not null references agreement,
      signatory_id uuid not null references signatory,
      text_hash text not null,
      document_sha256 text not null,
      methods jsonb not null,
      evidence jsonb not null,
      consented_at timestamptz not null,
      withdrawn_at timestamptz
    )`.execute(db)
  await sql`create unique index consent_once on consent (signatory_id) where withdrawn_at is null`.execute(db)
  await sql`
    create table signature (
      id uuid primary key,
      agreement_id uuid not null references agreement,
      signatory_id uuid not null unique references signatory,
      consent_id uuid not null references consent,
      revision int not null,
      field text not null,
      certificate text not null,
      stamped_at timestamptz not null,
      stamped_by text not null,
      signed_at timestamptz not null,
      unique (agreement_id, revision)
    )`.execute(db)
  await sql`
    create table entry_into_force (
      agreement_id uuid primary key references agreement,
      in_force_from timestamptz not null,
      in_force_until date not null
    )`.execute(db)
  await sql`
    create table publication (
      agreement_id uuid primary key references agreement,
      with_text boolean not null,
      published_by uuid references person,
      published_at timestamptz not null
    )`.execute(db)
  // The installation's own authorities; private keys are encrypted with the installation's secret.
  await sql`
    create table certificate_authority (
      id uuid primary key,
      certificate text not null,
      private_key bytea not null,
      demonstration boolean not null unique,
      created_at timestamptz not null
    )`.execute(db)
}
