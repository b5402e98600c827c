import type { Tx } from '../../platform/db/tables.ts'
import { json } from '../../platform/db/values.ts'
import { newId } from '../../platform/ids.ts'
import type { FieldGroup, Visibility } from '../members/profile.ts'
import type { Candidate } from './planning/candidate.ts'
import { coreName, mergedCore, type Plan, type PlannedRow, seatOf } from './planning/planning.ts'
import { coreOf, corePatch, partsOf } from './planning/stored.ts'
import { type Before, digestOf, type Left, leftOf } from './planning/state.ts'
import { zoneOf } from './planning/countries.ts'
import type { MemberImport } from './queries.ts'
import { slugsFor } from './slugs.ts'
import { dayIn } from './today.ts'

type Writing = { plan: Plan; list: MemberImport; now: Date; by: string | null }
type Change = {
  organisationId: string
  row: number
  kind: 'created' | 'updated' | 'joined'
  before: Before | null
  left: Left
}

const AT_ONCE = 500

/** Writes what a plan says, in few statements however long the list is. */
export async function writePlan(tx: Tx, writing: Writing): Promise<void> {
  const rows = writing.plan.rows.filter((row): row is Planned => row.candidate !== null)
  const created = await createAll(
    tx,
    writing,
    rows.filter(({ outcome }) => outcome === 'created'),
  )
  const joined = await joinAll(
    tx,
    writing,
    rows.filter(({ outcome }) => outcome === 'joined'),
  )
  const updated: Change[] = []
  for (const row of rows.filter(({ outcome }) => outcome === 'updated')) updated.push(await updateOne(tx, writing, row))
  const changes = [...created, ...joined, ...updated]
  for (const some of chunks(changes)) {
    const values = some.map((change) => ({
      import_id: writing.list.id,
      organisation_id: change.organisationId,
      source_row: change.row,
      kind: change.kind,
      before: change.before ? json(change.before) : null,
      left_behind: json(change.left),
      undone_at: null,
    }))
    await tx.insertInto('import_change').values(values).execute()
  }
  await number(tx, writing, rows, changes)
}

type Planned = PlannedRow & { candidate: Candidate }

function* chunks<T>(all: readonly T[]): Generator<T[]> {
  for (let at = 0; at < all.length; at += AT_ONCE) yield all.slice(at, at + AT_ONCE)
}

async function createAll(tx: Tx, { list, now, by }: Writing, rows: Planned[]): Promise<Change[]> {
  const slugs = await slugsFor(
    tx,
    rows.map(({ candidate }) => coreName({ name: candidate.name }) + ' ' + (candidate.name.text.en ?? '')),
  )
  const made = rows.map(({ candidate }, place) => ({ id: newId(), slug: slugs[place]!, candidate }))
  for (const some of chunks(made)) {
    await tx
      .insertInto('organisation')
      .values(
        some.map(({ id, slug, candidate }) => ({
          id,
          slug,
          kind: 'company' as const,
          name: json(candidate.name),
          legal_form: candidate.legalForm,
          country: candidate.country,
          seat: candidate.city ? json(seatOf(candidate)) : null,
          time_zone: zoneOf(candidate.country, list.cluster.timeZone),
          latitude: null,
          longitude: null,
          website: candidate.website,
          description: null,
          created_at: now,
        })),
      )
      .execute()
    await enter(
      tx,
      list.cluster.id,
      some.map(({ id, candidate }) => ({ id, since: candidate.memberSince ?? enteredOn(now) })),
    )
    await tx
      .insertInto('member_profile')
      .values(
        some.map(({ id }) => ({
          organisation_id: id,
          language: list.choices.language,
          created_by: by,
          created_at: now,
          withdrawn_at: null,
        })),
      )
      .execute()
    const parts = some.flatMap(({ id, candidate }) =>
      Object.entries(candidate.parts).map(([group, content]) => ({
        organisation_id: id,
        field_group: group as FieldGroup,
        content: json(content),
        visibility: shownTo(group as FieldGroup, list.choices.visibility),
        revision: 1,
        changed_by: by,
        changed_at: now,
      })),
    )
    for (const part of chunks(parts)) await tx.insertInto('profile_part').values(part).execute()
  }
  return made.map(({ id, candidate }) => ({
    organisationId: id,
    row: candidate.row,
    kind: 'created' as const,
    before: null,
    left: leftOf(
      {
        name: candidate.name,
        legalForm: candidate.legalForm,
        country: candidate.country,
        seat: seatOf(candidate),
        website: candidate.website,
      },
      candidate.parts,
    ),
  }))
}

/** Contact persons are never shown further than to coordinators by an import: they have not been asked. */
const shownTo = (group: FieldGroup, wanted: Visibility): Visibility =>
  group === 'contacts' && wanted !== 'private' ? 'coordinators' : wanted

/** Memberships are asked about by the day in UTC: a later one, as in Japan in the morning, would keep members out until then. */
const enteredOn = (now: Date): string => dayIn('UTC', now)

const enter = (tx: Tx, clusterId: string, members: { id: string; since: string }[]) =>
  tx
    .insertInto('cluster_membership')
    .values(
      members.map(({ id, since }) => ({ id: newId(), organisation_id: id, cluster_id: clusterId, since, until: null })),
    )
    .execute()

/** An organisation known from elsewhere becomes a member; what it says of itself is its own, and stays. */
async function joinAll(tx: Tx, { list, now, by }: Writing, rows: Planned[]): Promise<Change[]> {
  for (const some of chunks(rows)) {
    await enter(
      tx,
      list.cluster.id,
      some.map(({ known, candidate }) => ({
        id: known!.organisationId,
        since: candidate.memberSince ?? enteredOn(now),
      })),
    )
    await tx
      .insertInto('member_profile')
      .values(
        some.map(({ known }) => ({
          organisation_id: known!.organisationId,
          language: list.choices.language,
          created_by: by,
          created_at: now,
          withdrawn_at: null,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  return rows.map(({ known, candidate }) => ({
    organisationId: known!.organisationId,
    row: candidate.row,
    kind: 'joined' as const,
    before: null,
    left: {},
  }))
}

async function updateOne(tx: Tx, { list, now, by }: Writing, { known, candidate, changes }: Planned): Promise<Change> {
  const id = known!.organisationId
  const before: Before = { core: changes.core ? await coreOf(tx, id) : null, parts: {} }
  const there = await partsOf(tx, id)
  const left: Left = {}
  if (changes.core) {
    const core = mergedCore(known!.core, candidate)
    await tx.updateTable('organisation').set(corePatch(core)).where('id', '=', id).execute()
    left.core = digestOf(core)
  }
  for (const group of changes.parts) {
    const content = candidate.parts[group]!
    const old = there[group] ?? null
    before.parts[group] = old
    const row = {
      content: json(content),
      visibility: old?.visibility ?? shownTo(group, list.choices.visibility),
      revision: (old?.revision ?? 0) + 1,
      changed_by: by,
      changed_through: null,
      changed_at: now,
    }
    await tx
      .insertInto('profile_part')
      .values({ organisation_id: id, field_group: group, ...row })
      .onConflict((conflict) => conflict.columns(['organisation_id', 'field_group']).doUpdateSet(row))
      .execute()
    left.parts = { ...left.parts, [group]: digestOf(content) }
  }
  return { organisationId: id, row: candidate.row, kind: 'updated', before, left }
}

/** What the list calls each of its members, so that the next one finds them again. */
async function number(tx: Tx, { list }: Writing, rows: Planned[], changes: Change[]): Promise<void> {
  const byRow = new Map(changes.map(({ row, organisationId }) => [row, organisationId]))
  const values = rows.flatMap(({ candidate, known, outcome }) => {
    const organisationId = known?.organisationId ?? byRow.get(candidate.row)
    if (!candidate.externalId || !organisationId || outcome === 'left-out' || outcome === 'history') return []
    return [
      {
        cluster_id: list.cluster.id,
        external_id: candidate.externalId,
        organisation_id: organisationId,
        import_id: list.id,
      },
    ]
  })
  for (const some of chunks(values))
    await tx
      .insertInto('member_external_id')
      .values(some)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}
