import { type Kysely, sql } from 'kysely'

/**
 * What is true of an agreement once it is signed, here or elsewhere: where it was registered, whether it rests or was ended, what each
 * party shall do, and what it opens to the others while it is in force.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Of what was signed elsewhere the term may not be known: 0.
  await sql`alter table agreement drop constraint agreement_term_months_check`.execute(db)
  await sql`alter table agreement add check (term_months >= 0)`.execute(db)
  await sql`
    create table agreement_registration (
      agreement_id uuid primary key references agreement,
      signed_on date,
      others jsonb not null,
      contacts text,
      source text,
      note text,
      responsible_person_id uuid references person,
      scan_sha256 bytea,
      scan_name text,
      registered_by uuid references person,
      registered_at timestamptz not null,
      withdrawn_at timestamptz
    )`.execute(db)
  await sql`
    create table agreement_suspension (
      id uuid primary key,
      agreement_id uuid not null references agreement,
      organisation_id uuid not null references organisation,
      reason text not null,
      suspended_by uuid references person,
      suspended_at timestamptz not null,
      lifted_by uuid references person,
      lifted_at timestamptz
    )`.execute(db)
  await sql`
    create unique index agreement_suspension_open on agreement_suspension (agreement_id) where lifted_at is null`.execute(
    db,
  )
  await sql`
    create table agreement_termination (
      agreement_id uuid primary key references agreement,
      organisation_id uuid not null references organisation,
      reason text not null,
      effective_from timestamptz not null,
      noticed_by uuid references person,
      noticed_at timestamptz not null
    )`.execute(db)
  // Which end of which agreement somebody was reminded of, so that nobody is twice.
  await sql`
    create table agreement_reminder (
      agreement_id uuid not null references agreement,
      until date not null,
      days int not null,
      sent_at timestamptz not null,
      primary key (agreement_id, until, days)
    )`.execute(db)
  await sql`
    create table agreement_renewal (
      agreement_id uuid primary key references agreement,
      renews_id uuid not null references agreement,
      prepared_by uuid references person,
      prepared_at timestamptz not null
    )`.execute(db)
  await undertakings(db)
  await grants(db)
}

async function undertakings(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table undertaking (
      id uuid primary key,
      agreement_id uuid not null references agreement,
      clause_id uuid references clause,
      organisation_id uuid not null references organisation,
      person_id uuid references person,
      title jsonb not null,
      cadence text not null check (cadence in ('once', 'monthly', 'quarterly', 'half-yearly', 'yearly', 'as-it-arises')),
      first_due date check ((first_due is null) = (cadence = 'as-it-arises')),
      zone text not null,
      evidence text not null check (evidence in ('note', 'file', 'event', 'referral', 'link')),
      set_by uuid references person,
      set_at timestamptz not null,
      ended_at timestamptz,
      ended_by uuid references person
    )`.execute(db)
  await sql`create index undertaking_agreement on undertaking (agreement_id)`.execute(db)
  await sql`create index undertaking_organisation on undertaking (organisation_id)`.execute(db)
  // By what one sees that an undertaking was kept: for the occurrence that was due on a day, or as the occasion arose.
  await sql`
    create table undertaking_evidence (
      id uuid primary key,
      undertaking_id uuid not null references undertaking,
      due_on date,
      note text not null,
      link text,
      event_id uuid references event,
      referral_reference text,
      file_sha256 bytea,
      file_name text,
      shown_by uuid references person,
      shown_at timestamptz not null,
      withdrawn_by uuid references person,
      withdrawn_at timestamptz
    )`.execute(db)
  await sql`create index undertaking_evidence_undertaking on undertaking_evidence (undertaking_id)`.execute(db)
  await sql`
    create table evidence_answer (
      evidence_id uuid not null references undertaking_evidence,
      organisation_id uuid not null references organisation,
      answer text not null check (answer in ('confirmed', 'questioned')),
      reason text,
      answered_by uuid references person,
      answered_at timestamptz not null,
      primary key (evidence_id, organisation_id)
    )`.execute(db)
  await sql`
    create table undertaking_reminder (
      undertaking_id uuid not null references undertaking,
      due_on date not null,
      kind text not null check (kind in ('soon', 'late')),
      sent_at timestamptz not null,
      primary key (undertaking_id, due_on, kind)
    )`.execute(db)
}

async function grants(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table agreement_grant (
      id uuid primary key,
      agreement_id uuid not null references agreement,
      organisation_id uuid not null references organisation,
      opens text not null check (opens in ('about', 'products', 'certificates', 'markets', 'facilities', 'contacts', 'referrals', 'events')),
      audience text not null check (audience in ('coordinators', 'members')),
      given_by uuid references person,
      given_at timestamptz not null,
      withdrawn_by uuid references person,
      withdrawn_at timestamptz
    )`.execute(db)
  await sql`
    create unique index agreement_grant_open on agreement_grant (agreement_id, organisation_id, opens) where withdrawn_at is null`.execute(
    db,
  )
  // The last day of a term is the drafting party's, as everywhere else: doors close when it is over there.
  await sql`
    create function agreement_in_force(agreement uuid, at timestamptz) returns boolean language sql stable as $$
      select exists (
        select from entry_into_force entry
        join agreement a on a.id = entry.agreement_id
        join organisation lead on lead.id = a.lead_organisation_id
        where entry.agreement_id = $1 and entry.in_force_from <= $2
          and entry.in_force_until >= ($2 at time zone lead.time_zone)::date
          and not exists (
            select from agreement_suspension s
            where s.agreement_id = $1 and s.suspended_at <= $2 and (s.lifted_at is null or s.lifted_at > $2))
          and not exists (
            select from agreement_termination t where t.agreement_id = $1 and t.effective_from <= $2))
    $$`.execute(db)
  // Whose doors stand open to the asker now, by the settings that \`accounts/asReader.ts\` makes; nobody's where they are not set.
  await sql`
    create function opened_to_asker(what text) returns uuid[] language sql stable as $$
      with asker as (
        select nullif(current_setting('musubi.now', true), '')::timestamptz as at,
          coalesce(nullif(current_setting('musubi.organisations', true), ''), '{}')::uuid[] as belongs,
          coalesce(nullif(current_setting('musubi.coordinates', true), ''), '{}')::uuid[] as coordinates
      )
      select coalesce(array_agg(distinct g.organisation_id), '{}')
      from agreement_grant g, asker
      where g.opens = $1 and g.given_at <= asker.at and (g.withdrawn_at is null or g.withdrawn_at > asker.at)
        and agreement_in_force(g.agreement_id, asker.at)
        and exists (
          select from agreement_party p
          where p.agreement_id = g.agreement_id and p.organisation_id <> g.organisation_id
            and (p.organisation_id = any (asker.coordinates)
              or g.audience = 'members' and (
                p.organisation_id = any (asker.belongs)
                or exists (
                  select from cluster c join cluster_membership m on m.cluster_id = c.id
                  where c.managing_organisation_id = p.organisation_id and m.organisation_id = any (asker.belongs)
                    and (m.since is null or m.since <= asker.at::date) and (m.until is null or m.until >= asker.at::date)))))
    $$`.execute(db)
}
