import { type Kysely, sql } from 'kysely'

/** Organisations, the clusters they run, the alliances of clusters, people and their offices, figures. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table organisation (
      id uuid primary key,
      slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
      kind text not null check (kind in ('cluster-organisation', 'company', 'hospital', 'research-institute', 'university', 'foundation', 'public-authority', 'association')),
      name jsonb not null,
      legal_form text,
      country char(2) not null,
      seat jsonb,
      time_zone text not null,
      latitude double precision check (latitude between -90 and 90),
      longitude double precision check (longitude between -180 and 180),
      website text,
      description jsonb,
      created_at timestamptz not null
    )`.execute(db)
  await sql`
    create table cluster (
      id uuid primary key,
      slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
      name jsonb not null,
      managing_organisation_id uuid not null references organisation,
      regions jsonb not null,
      description jsonb,
      created_at timestamptz not null
    )`.execute(db)
  await sql`create index cluster_managing_organisation on cluster (managing_organisation_id)`.execute(db)
  await sql`
    create table alliance (
      id uuid primary key,
      slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
      name jsonb not null,
      expansion text,
      programme text,
      programme_expansion text,
      purpose jsonb,
      coordinator_cluster_id uuid references cluster,
      created_at timestamptz not null
    )`.execute(db)
  // Belonging has a beginning and may have an end; belonging to several is normal.
  await sql`
    create table cluster_membership (
      id uuid primary key,
      organisation_id uuid not null references organisation,
      cluster_id uuid not null references cluster,
      since date,
      until date,
      check (until is null or since is null or until >= since)
    )`.execute(db)
  await sql`create index cluster_membership_cluster on cluster_membership (cluster_id)`.execute(db)
  await sql`
    create table alliance_membership (
      id uuid primary key,
      cluster_id uuid not null references cluster,
      alliance_id uuid not null references alliance,
      position int not null,
      since date,
      until date,
      unique (alliance_id, cluster_id)
    )`.execute(db)
  // A count always says what is counted, as of when and on whose word; unlike figures are never added up.
  await sql`
    create table figure (
      id uuid primary key,
      cluster_id uuid not null references cluster,
      value int not null check (value >= 0),
      qualifier text not null check (qualifier in ('exactly', 'about', 'more-than')),
      counted jsonb not null,
      scope text not null check (scope in ('members', 'founding-members', 'region')),
      named jsonb,
      as_of date not null,
      source text not null,
      citation jsonb,
      position int not null
    )`.execute(db)
  await sql`create index figure_cluster on figure (cluster_id)`.execute(db)
  await sql`
    create table person (
      id uuid primary key,
      name jsonb not null,
      address text unique check (address = lower(address)),
      locale text not null check (locale in ('ja', 'en', 'fr', 'de', 'it')),
      time_zone text not null,
      created_at timestamptz not null,
      erased_at timestamptz
    )`.execute(db)
  await sql`
    create table office (
      id uuid primary key,
      person_id uuid not null references person,
      organisation_id uuid not null references organisation,
      title jsonb not null,
      unit jsonb,
      since date,
      until date
    )`.execute(db)
  await sql`create index office_organisation on office (organisation_id)`.execute(db)
  await sql`create index office_person on office (person_id)`.execute(db)
}
