import { type Kysely, sql } from 'kysely'

/**
 * Releases. Where one stands follows from its rows: texts, embargoes, approvals, the lifting, corrections, the withdrawal.
 * Whether somebody may read it is asked of these rows and the clock at every fetch; `release_lifting` only keeps what followed.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table release (
      id uuid primary key,
      slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
      event_id uuid references event,
      agreement_id uuid references agreement,
      lead_organisation_id uuid not null references organisation,
      demonstration boolean not null,
      created_by uuid references person,
      created_at timestamptz not null
    )`.execute(db)
  await sql`create index release_event on release (event_id)`.execute(db)
  // Who issues it, in the order of display (席次). The lead is one of them.
  await sql`
    create table release_issuer (
      release_id uuid not null references release,
      organisation_id uuid not null references organisation,
      position int not null,
      primary key (release_id, organisation_id),
      unique (release_id, position)
    )`.execute(db)
  await sql`create index release_issuer_organisation on release_issuer (organisation_id)`.execute(db)
  // Everything that is approved, in all languages at once. Revisions are only ever added.
  await sql`
    create table release_revision (
      release_id uuid not null references release,
      revision int not null check (revision > 0),
      content jsonb not null,
      content_sha256 bytea not null,
      written_by uuid references person,
      written_at timestamptz not null,
      primary key (release_id, revision)
    )`.execute(db)
  // upon_signature: besides the instant, the agreement must have come into force.
  await sql`
    create table release_embargo (
      id uuid primary key,
      release_id uuid not null references release,
      lifts_at timestamptz,
      zone text not null,
      place jsonb,
      upon_signature boolean not null,
      reason text,
      organisation_id uuid references organisation,
      set_by uuid references person,
      set_at timestamptz not null,
      replaced_at timestamptz
    )`.execute(db)
  await sql`create unique index release_embargo_now on release_embargo (release_id) where replaced_at is null`.execute(
    db,
  )
  await sql`
    create table release_approval (
      id uuid primary key,
      release_id uuid not null references release,
      organisation_id uuid not null references organisation,
      revision int not null,
      content_sha256 bytea not null,
      approved_by uuid references person,
      approved_at timestamptz not null,
      withdrawn_by uuid references person,
      withdrawn_at timestamptz,
      foreign key (release_id, revision) references release_revision
    )`.execute(db)
  await sql`
    create unique index release_approval_now on release_approval (release_id, organisation_id, revision)
      where withdrawn_at is null`.execute(db)
  await sql`
    create table release_lifting (
      release_id uuid primary key references release,
      revision int not null,
      lifted_at timestamptz not null,
      noted_at timestamptz not null,
      foreign key (release_id, revision) references release_revision
    )`.execute(db)
  // A correction is a revision with its reason. It takes effect when every issuer has approved it.
  await sql`
    create table release_correction (
      release_id uuid not null references release,
      revision int not null,
      reason jsonb not null,
      proposed_by uuid references person,
      proposed_at timestamptz not null,
      effective_at timestamptz,
      primary key (release_id, revision),
      foreign key (release_id, revision) references release_revision
    )`.execute(db)
  await sql`
    create table release_withdrawal (
      release_id uuid primary key references release,
      reason text not null,
      organisation_id uuid not null references organisation,
      withdrawn_by uuid references person,
      withdrawn_at timestamptz not null
    )`.execute(db)
  // The PDF of a public text, set once. It is found by release, revision and language, never by what it contains.
  await sql`
    create table release_paper (
      release_id uuid not null references release,
      revision int not null,
      locale text not null,
      sha256 bytea not null,
      made_at timestamptz not null,
      primary key (release_id, revision, locale)
    )`.execute(db)
  // A personal address under which one journalist reads before the lifting, once they have accepted the embargo.
  await sql`
    create table release_preview (
      id uuid primary key,
      release_id uuid not null references release,
      name text not null,
      outlet text not null,
      address text not null,
      address_key text not null,
      locale text not null,
      time_zone text not null,
      token_hash bytea not null unique,
      given_by uuid references person,
      given_at timestamptz not null,
      accepted_at timestamptz,
      accepted_embargo uuid references release_embargo,
      revoked_at timestamptz,
      revoked_by uuid references person
    )`.execute(db)
  await sql`
    create unique index release_preview_now on release_preview (release_id, address_key)
      where revoked_at is null`.execute(db)
  // What an organisation says at the foot of its releases, and whom to ask.
  await sql`
    create table press_profile (
      organisation_id uuid primary key references organisation,
      notes jsonb not null,
      revised_by uuid references person,
      revised_at timestamptz not null
    )`.execute(db)
  await sql`
    create table press_asset (
      id uuid primary key,
      organisation_id uuid not null references organisation,
      kind text not null check (kind in ('logo', 'portrait', 'photograph', 'document')),
      title jsonb not null,
      alternative jsonb,
      credit text not null,
      licence text not null,
      trademark jsonb,
      file_name text not null,
      media_type text not null,
      bytes int not null,
      sha256 bytea not null,
      added_by uuid references person,
      added_at timestamptz not null,
      removed_at timestamptz
    )`.execute(db)
  await sql`create index press_asset_organisation on press_asset (organisation_id)`.execute(db)
  // In the organisation's own public kit, whatever releases it belongs to besides.
  await sql`
    create table press_asset_publication (
      asset_id uuid primary key references press_asset,
      published_by uuid references person,
      published_at timestamptz not null
    )`.execute(db)
  await sql`
    create table press_list (
      id uuid primary key,
      organisation_id uuid not null references organisation,
      name text not null,
      is_open boolean not null,
      made_by uuid references person,
      made_at timestamptz not null,
      unique (organisation_id, name)
    )`.execute(db)
  // consent: purpose in the words that were read, version, language, and how it was given.
  await sql`
    create table press_subscription (
      id uuid primary key,
      list_id uuid not null references press_list,
      name text not null,
      outlet text not null,
      address text not null,
      address_key text not null,
      locale text not null,
      consent jsonb not null,
      subscribed_at timestamptz not null,
      confirmed_at timestamptz,
      ended_at timestamptz
    )`.execute(db)
  await sql`
    create unique index press_subscription_now on press_subscription (list_id, address_key)
      where ended_at is null`.execute(db)
  // To whom a release goes when it is lifted. Confirmed by a person; carried out once.
  await sql`
    create table release_distribution (
      id uuid primary key,
      release_id uuid not null references release,
      to_accredited boolean not null,
      list_ids jsonb not null,
      confirmed_by uuid references person,
      confirmed_at timestamptz not null,
      cancelled_at timestamptz
    )`.execute(db)
  await sql`create index release_distribution_release on release_distribution (release_id)`.execute(db)
  // One mail a person, release and occasion, however many lists they stand on.
  await sql`
    create table release_delivery (
      release_id uuid not null references release,
      address_key text not null,
      occasion text not null,
      mail_id uuid not null,
      locale text not null,
      at timestamptz not null,
      primary key (release_id, address_key, occasion)
    )`.execute(db)
  await sql`
    create table release_clipping (
      id uuid primary key,
      release_id uuid not null references release,
      url text not null,
      outlet text not null,
      published_on date not null,
      language text not null,
      headline text not null,
      shown boolean not null,
      reported_for uuid not null references organisation,
      reported_by uuid references person,
      reported_at timestamptz not null,
      removed_at timestamptz
    )`.execute(db)
  await sql`create unique index release_clipping_url on release_clipping (release_id, url) where removed_at is null`.execute(
    db,
  )
}
