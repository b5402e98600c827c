import { type Kysely, sql } from 'kysely'

/**
 * The functions that policies ask, in a language that keeps their plans: those of plain SQL are planned anew for every question, which took
 * longer than the search itself. Who sees what is as it was.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function agreement_in_force(agreement uuid, at timestamptz) returns boolean language plpgsql stable as $$
    begin
      return exists (
        select from entry_into_force entry
        join agreement a on a.id = entry.agreement_id
        join organisation lead on lead.id = a.lead_organisation_id
        where entry.agreement_id = $1 and entry.in_force_from <= $2
          and entry.in_force_until >= ($2 at time zone lead.time_zone)::date
          and not exists (
            select from agreement_suspension s
            where s.agreement_id = $1 and s.suspended_at <= $2 and (s.lifted_at is null or s.lifted_at > $2))
          and not exists (
            select from agreement_termination t where t.agreement_id = $1 and t.effective_from <= $2));
    end $$`.execute(db)
  await sql`
    create or replace function homes_of(organisation uuid) returns uuid[] language plpgsql stable as $$
    begin
      return (
        select coalesce(array_agg(c.managing_organisation_id), '{}')
        from cluster_membership m join cluster c on c.id = m.cluster_id
        where m.organisation_id = $1
          and (m.since is null or m.since <= nullif(current_setting('musubi.now', true), '')::timestamptz::date)
          and (m.until is null or m.until >= nullif(current_setting('musubi.now', true), '')::timestamptz::date));
    end $$`.execute(db)
  await doorsOpen(db)
}

/** Every door that stands open to the asker now, in one reading; one kind of door, and the scopes of the search, come from there. */
async function doorsOpen(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function doors_open_to_asker() returns table (opens text, organisation_id uuid) language plpgsql stable as $$
    declare
      asked_at timestamptz := nullif(current_setting('musubi.now', true), '')::timestamptz;
      belongs uuid[] := asked_as('organisations');
      coordinates uuid[] := asked_as('coordinates');
    begin
      if belongs = '{}' and coordinates = '{}' then return; end if;
      return query
        select distinct g.opens, g.organisation_id
        from agreement_grant g
        where g.given_at <= asked_at and (g.withdrawn_at is null or g.withdrawn_at > asked_at)
          and exists (
            select from agreement_party p
            where p.agreement_id = g.agreement_id and p.organisation_id <> g.organisation_id
              and (p.organisation_id = any (coordinates)
                or g.audience = 'members' and (
                  p.organisation_id = any (belongs)
                  or exists (
                    select from cluster c join cluster_membership m on m.cluster_id = c.id
                    where c.managing_organisation_id = p.organisation_id and m.organisation_id = any (belongs)
                      and (m.since is null or m.since <= asked_at::date) and (m.until is null or m.until >= asked_at::date)))))
          and agreement_in_force(g.agreement_id, asked_at);
    end $$`.execute(db)
  await sql`
    create or replace function opened_to_asker(what text) returns uuid[] language plpgsql stable as $$
    begin
      return (select coalesce(array_agg(door.organisation_id), '{}') from doors_open_to_asker() door where door.opens = $1);
    end $$`.execute(db)
  await sql`
    create or replace function asker_scopes() returns setof int language plpgsql stable as $$
    begin
      return query
        select 0
        union all
        select s.id from search_scope s
        where s.audience = 'own' and s.organisation_id = any (asked_as('organisations'))
        union all
        select s.id from search_scope s
        where s.audience in ('coordinators', 'partners') and s.organisation_id = any (asked_as('coordinates'))
        union all
        select s.id
        from doors_open_to_asker() door
        join search_scope s on s.organisation_id = door.organisation_id and s.field_group = door.opens
        where s.audience = 'partners' and door.opens in ('about', 'products', 'certificates', 'markets', 'facilities');
    end $$`.execute(db)
}
