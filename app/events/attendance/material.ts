import { sql } from 'kysely'
import type { Scope } from '../../accounts/scope.ts'
import { displaySafe, truncate } from '../../language/displaySafe.ts'
import type { Content } from '../../language/translated.ts'
import { recordActivity } from '../../platform/audit/record.ts'
import type { Db } from '../../platform/db/tables.ts'
import { transaction } from '../../platform/db/transaction.ts'
import { json } from '../../platform/db/values.ts'
import { newId } from '../../platform/ids.ts'
import type { Services } from '../../web/env.ts'
import { actorOf } from '../activity.ts'
import type { MaterialAudience } from '../invitations/tables.ts'
import { lockEvent } from '../locking.ts'
import { mayOrganise, organisesFor } from '../policy.ts'
import { addressKey } from '../registration/keys.ts'

export const largestMaterial = 20 * 1024 * 1024

export type NewMaterial = {
  kind: 'recording' | 'material'
  title: Content
  audience: MaterialAudience
  /** One of the two. */
  address?: string | null
  file?: { name: string; bytes: Uint8Array } | null
}

export type MaterialRefusal = {
  refused: 'no-such-event' | 'not-yours' | 'bad-address' | 'too-large' | 'nothing-given'
}

/** Adds a link or a file to an event, for everybody, for those who had a place, or for those who came. */
export async function addMaterial(
  services: Services,
  scope: Scope,
  eventId: string,
  material: NewMaterial,
): Promise<{ id: string } | MaterialRefusal> {
  const { file = null, address = null } = material
  if ((file === null) === (address === null)) return { refused: 'nothing-given' }
  if (address !== null && !isWebAddress(address)) return { refused: 'bad-address' }
  if (file && file.bytes.byteLength > largestMaterial) return { refused: 'too-large' }
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const event = await lockEvent(tx, eventId)
    if (!event) return { refused: 'no-such-event' as const }
    if (!mayOrganise(scope, event)) return { refused: 'not-yours' as const }
    const id = newId()
    await tx
      .insertInto('event_material')
      .values({
        id,
        event_id: eventId,
        kind: material.kind,
        title: json(material.title),
        audience: material.audience,
        address,
        file_name: file && fileName(file.name),
        // Browsers are told to store it, never to show it as a page of ours.
        media_type: file && 'application/octet-stream',
        bytes: file && file.bytes,
        added_by: scope.person?.personId ?? null,
        added_at: now,
        removed_by: null,
        removed_at: null,
      })
      .execute()
    await recordActivity(tx, {
      subject: { kind: 'event', id: eventId },
      verb: 'event.material-added',
      actor: actorOf(scope, organisesFor(scope, event)[0]),
      facts: { material: id, kind: material.kind, audience: material.audience },
      at: now,
    })
    return { id }
  })
}

const fileName = (name: string): string => truncate(displaySafe(name).replace(/["\\/]/g, '-') || 'file', 120)

function isWebAddress(address: string): boolean {
  try {
    return new URL(address).protocol === 'https:' && address.length <= 2000
  } catch {
    return false
  }
}

export type RemovalRefusal = { refused: 'no-such-event' | 'not-yours' | 'no-such-material' }

/** Takes it away; copies that somebody made are beyond our reach. */
export async function removeMaterial(
  services: Services,
  scope: Scope,
  eventId: string,
  id: string,
): Promise<{ removed: true } | RemovalRefusal> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const event = await lockEvent(tx, eventId)
    if (!event) return { refused: 'no-such-event' as const }
    if (!mayOrganise(scope, event)) return { refused: 'not-yours' as const }
    const removed = await tx
      .updateTable('event_material')
      .set({ removed_at: now, removed_by: scope.person?.personId ?? null, bytes: null })
      .where('id', '=', id)
      .where('event_id', '=', eventId)
      .where('removed_at', 'is', null)
      .executeTakeFirst()
    if (removed.numUpdatedRows === 0n) return { refused: 'no-such-material' as const }
    await recordActivity(tx, {
      subject: { kind: 'event', id: eventId },
      verb: 'event.material-removed',
      actor: actorOf(scope, organisesFor(scope, event)[0]),
      facts: { material: id },
      at: now,
    })
    return { removed: true as const }
  })
}

/** Who looks: somebody signed in or not, or whoever holds a registration's personal address. */
export type Viewer = { scope: Scope; registrationId?: string; isOrganiser: boolean }

export type Material = {
  id: string
  kind: 'recording' | 'material'
  title: Content
  audience: MaterialAudience
  address: string | null
  fileName: string | null
}

/** What this viewer may see of it, the oldest first. */
export async function materialFor(db: Db, eventId: string, viewer: Viewer): Promise<Material[]> {
  const audiences = await audiencesOf(db, eventId, viewer)
  return db
    .selectFrom('event_material')
    .select(['id', 'kind', 'title', 'audience', 'address', 'file_name as fileName'])
    .where('event_id', '=', eventId)
    .where('removed_at', 'is', null)
    .where('audience', 'in', audiences)
    .orderBy('added_at')
    .orderBy('id')
    .execute()
}

/** A file, if this viewer may have it. */
export async function materialFile(db: Db, eventId: string, id: string, viewer: Viewer) {
  const seen = (await materialFor(db, eventId, viewer)).find((one) => one.id === id && one.fileName !== null)
  if (!seen) return null
  const row = await db.selectFrom('event_material').select('bytes').where('id', '=', id).executeTakeFirst()
  return row?.bytes ? { name: seen.fileName!, bytes: row.bytes } : null
}

async function audiencesOf(db: Db, eventId: string, viewer: Viewer): Promise<MaterialAudience[]> {
  if (viewer.isOrganiser) return ['everybody', 'registered', 'came']
  const { person } = viewer.scope
  if (!person && !viewer.registrationId) return ['everybody']
  const isTheirs = viewer.registrationId
    ? sql<boolean>`registration.id = ${viewer.registrationId}`
    : sql<boolean>`(registration.person_id = ${person!.personId} or registration.address_key = ${addressKey(person!.address)})`
  const rows = await db
    .selectFrom('registration')
    .innerJoin('registration_decision as decision', (join) =>
      join
        .onRef('decision.registration_id', '=', 'registration.id')
        .on('decision.replaced_at', 'is', null)
        .on('decision.decision', '=', 'confirmed'),
    )
    .leftJoin('attendance', (join) =>
      join.onRef('attendance.registration_id', '=', 'registration.id').on('attendance.replaced_at', 'is', null),
    )
    .select('came')
    .where('registration.event_id', '=', eventId)
    .where(isTheirs)
    .execute()
  if (rows.length === 0) return ['everybody']
  return rows.some(({ came }) => came) ? ['everybody', 'registered', 'came'] : ['everybody', 'registered']
}
