import { isZone } from '../../language/times.ts'
import type { Content } from '../../language/translated.ts'
import type { Db, Tx } from '../../platform/db/tables.ts'
import { json } from '../../platform/db/values.ts'
import { newId } from '../../platform/ids.ts'
import type { CategoryKind, FormField } from '../tables.ts'

export type CategoryPlan = {
  kind: CategoryKind
  title: Content
  opensAt?: Date | null
  closesAt: Date
  /** Whether a registration in the very second of the deadline is in time. */
  closesInclusive?: boolean
  /** Where the two instants are declared. */
  zone: string
  /** Null: as many as come. */
  capacity?: number | null
  capPerAffiliation?: number | null
  needsApproval?: boolean
  waitingList?: boolean
  lateQueue?: boolean
  fields?: FormField[]
}

export type Category = Required<CategoryPlan> & { id: string; eventId: string }

export type CategoryRefusal = {
  refused: 'unknown-zone' | 'closes-before-it-opens' | 'bad-capacity' | 'same-field-twice' | 'same-kind-twice'
}

export function refusalOfCategory(plan: CategoryPlan): CategoryRefusal | null {
  if (!isZone(plan.zone)) return { refused: 'unknown-zone' }
  if (plan.opensAt && plan.closesAt <= plan.opensAt) return { refused: 'closes-before-it-opens' }
  for (const count of [plan.capacity, plan.capPerAffiliation])
    if (count !== null && count !== undefined && !(Number.isInteger(count) && count > 0 && count <= 1_000_000))
      return { refused: 'bad-capacity' }
  const keys = (plan.fields ?? []).map((field) => field.key)
  return new Set(keys).size === keys.length ? null : { refused: 'same-field-twice' }
}

export async function insertCategory(tx: Tx, eventId: string, position: number, plan: CategoryPlan): Promise<string> {
  const id = newId()
  await tx
    .insertInto('registration_category')
    .values({ id, event_id: eventId, kind: plan.kind, position, ...columnsOf(plan) })
    .execute()
  return id
}

export const columnsOf = (plan: Omit<CategoryPlan, 'kind'>) => ({
  title: json(plan.title),
  opens_at: plan.opensAt ?? null,
  closes_at: plan.closesAt,
  closes_inclusive: plan.closesInclusive ?? false,
  zone: plan.zone,
  capacity: plan.capacity ?? null,
  cap_per_affiliation: plan.capPerAffiliation ?? null,
  needs_approval: plan.needsApproval ?? false,
  waiting_list: plan.waitingList ?? true,
  late_queue: plan.lateQueue ?? false,
  fields: json(plan.fields ?? []),
})

/** In the order of display. Callers have asked already whether the event may be known. */
export async function categoriesOf(db: Db | Tx, eventId: string): Promise<Category[]> {
  const rows = await db
    .selectFrom('registration_category')
    .selectAll()
    .where('event_id', '=', eventId)
    .orderBy('position')
    .execute()
  return rows.map(categoryOf)
}

type Row = {
  id: string
  event_id: string
  kind: CategoryKind
  title: Content
  opens_at: Date | null
  closes_at: Date
  closes_inclusive: boolean
  zone: string
  capacity: number | null
  cap_per_affiliation: number | null
  needs_approval: boolean
  waiting_list: boolean
  late_queue: boolean
  fields: FormField[]
}

export const categoryOf = (row: Row): Category => ({
  id: row.id,
  eventId: row.event_id,
  kind: row.kind,
  title: row.title,
  opensAt: row.opens_at,
  closesAt: row.closes_at,
  closesInclusive: row.closes_inclusive,
  zone: row.zone,
  capacity: row.capacity,
  capPerAffiliation: row.cap_per_affiliation,
  needsApproval: row.needs_approval,
  waitingList: row.waiting_list,
  lateQueue: row.late_queue,
  fields: row.fields,
})
