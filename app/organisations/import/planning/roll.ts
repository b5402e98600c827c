import '../../duplicates/tables.ts'
import type { Db, Tx } from '../../../platform/db/tables.ts'
import type { FieldGroup, PartContents } from '../../members/profile.ts'
import { coreName, identityOf, type Known, type Roll } from './planning.ts'
import type { Core, Left } from './state.ts'
import { textFor } from '../../profileText.ts'
import type { Candidate } from './candidate.ts'

/** Whom a list may mean: the cluster's members with what they say, and organisations elsewhere that bear one of the names. */
export async function rollOf(db: Db | Tx, clusterId: string, today: string, candidates: Candidate[]): Promise<Roll> {
  const roll: Roll = { byExternalId: new Map(), byIdentity: new Map(), numbered: new Set() }
  const members = await membersOf(db, clusterId, today)
  const elsewhere = await namesakes(db, new Set(members.keys()), candidates)
  for (const known of [...members.values(), ...elsewhere]) {
    const seat = textFor(known.core.seat, known.core.seat?.original ?? 'en')?.text ?? null
    const identity = identityOf(coreName(known.core), known.core.country, seat)
    if (!roll.byIdentity.has(identity)) roll.byIdentity.set(identity, known)
  }
  const numbers = await db
    .selectFrom('member_external_id')
    .where('cluster_id', '=', clusterId)
    .select(['external_id as externalId', 'organisation_id as organisationId'])
    .execute()
  for (const { externalId, organisationId } of numbers) {
    const known = members.get(organisationId)
    if (!known) continue
    roll.byExternalId.set(externalId, known)
    roll.numbered.add(organisationId)
  }
  await addMerged(db, clusterId, members, roll)
  return roll
}

/**
 * Members are known by the names and numbers of entries that were merged into them too, so that the next list does not bring those back. What
 * the member says was decided on at the merge: such a row fills what is empty and overwrites nothing.
 */
async function addMerged(db: Db | Tx, clusterId: string, members: Map<string, Known>, roll: Roll): Promise<void> {
  for (const { keptId, core, numbers } of await mergedAway(db, clusterId)) {
    const member = members.get(keptId)
    if (!member) continue
    const known: Known = { ...member, left: null, byMerge: true }
    const seat = textFor(core.seat, core.seat?.original ?? 'en')?.text ?? null
    const identity = identityOf(coreName(core), core.country, seat)
    if (!roll.byIdentity.has(identity)) roll.byIdentity.set(identity, known)
    for (const number of numbers) roll.byExternalId.set(number, known)
  }
}

const columns = [
  'organisation.id',
  'organisation.name',
  'organisation.legal_form',
  'organisation.country',
  'organisation.seat',
  'organisation.website',
] as const

type Row = {
  id: string
  name: Core['name']
  legal_form: string | null
  country: string
  seat: Core['seat']
  website: string | null
}

const coreOf = (row: Row): Core => ({
  name: row.name,
  legalForm: row.legal_form,
  country: row.country,
  seat: row.seat,
  website: row.website,
})

async function membersOf(db: Db | Tx, clusterId: string, today: string): Promise<Map<string, Known>> {
  const rows = await db
    .selectFrom('organisation')
    .innerJoin('cluster_membership as membership', 'membership.organisation_id', 'organisation.id')
    .where('membership.cluster_id', '=', clusterId)
    .where((where) => where.or([where('membership.until', 'is', null), where('membership.until', '>=', today)]))
    .select(columns)
    .execute()
  const known = new Map(
    rows.map((row): [string, Known] => [
      row.id,
      { organisationId: row.id, isMember: true, core: coreOf(row), parts: {}, left: null },
    ]),
  )
  const parts = await db
    .selectFrom('profile_part as part')
    .innerJoin('cluster_membership as membership', 'membership.organisation_id', 'part.organisation_id')
    .where('membership.cluster_id', '=', clusterId)
    .select(['part.organisation_id as organisationId', 'part.field_group as group', 'part.content'])
    .execute()
  for (const { organisationId, group, content } of parts) {
    const one: Partial<Record<FieldGroup, PartContents[FieldGroup]>> | undefined = known.get(organisationId)?.parts
    if (one) one[group] = content
  }
  for (const { organisationId, left } of await leftBehind(db, clusterId)) {
    const one = known.get(organisationId)
    if (one) one.left = { core: left.core ?? one.left?.core, parts: { ...one.left?.parts, ...left.parts } } as Left
  }
  return known
}

/** What imports into this cluster left, in their order, those undone left out. */
const leftBehind = (db: Db | Tx, clusterId: string) =>
  db
    .selectFrom('import_change as change')
    .innerJoin('member_import', 'member_import.id', 'change.import_id')
    .where('member_import.cluster_id', '=', clusterId)
    .where('change.undone_at', 'is', null)
    .select(['change.organisation_id as organisationId', 'change.left_behind as left'])
    .orderBy('change.import_id')
    .execute()

/** Organisations of the installation outside this cluster. Their names are public; more than names is not looked at. */
async function namesakes(db: Db | Tx, members: Set<string>, candidates: Candidate[]): Promise<Known[]> {
  const wanted = new Set(candidates.map((one) => identityOf(coreName(one), one.country, one.city)))
  const countries = [...new Set(candidates.map(({ country }) => country))]
  if (countries.length === 0) return []
  const rows = await db
    .selectFrom('organisation')
    .where('country', 'in', countries)
    .where('kind', '<>', 'cluster-organisation')
    .select(columns)
    .execute()
  return rows
    .filter(({ id }) => !members.has(id))
    .map((row): Known => ({ organisationId: row.id, isMember: false, core: coreOf(row), parts: {}, left: null }))
    .filter(
      ({ core }) =>
        core.seat &&
        wanted.has(identityOf(coreName(core), core.country, textFor(core.seat, core.seat.original)?.text ?? null)),
    )
}

async function mergedAway(
  db: Db | Tx,
  clusterId: string,
): Promise<{ keptId: string; core: Core; numbers: string[] }[]> {
  const merges = await db
    .selectFrom('organisation_merge')
    .select(['kept_id as keptId', 'before'])
    .where('cluster_id', '=', clusterId)
    .where('undone_at', 'is', null)
    .execute()
  return merges.flatMap(({ keptId, before }) => {
    const { gone } = before as { gone: { organisation: Row[]; member_external_id: { external_id: string }[] } }
    const numbers = gone.member_external_id.map((row) => row.external_id)
    return gone.organisation.map((row) => ({ keptId, core: coreOf(row), numbers }))
  })
}
