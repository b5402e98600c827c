import type { Db } from '../db/tables.ts'
import { newId } from '../ids.ts'
import type { KnownHead } from './check.ts'
import { anchorsOf, headOf } from './chain.ts'
import type { Subject } from './link.ts'

/** A time-stamping service: what of `TimestampService` in `app/signatures` is needed here. `failed` is a short code. */
export type Stamping = {
  name: string
  /** True for the built-in service: it proves nothing to a stranger, and every page says so. */
  trial: boolean
  stamp(sha256: Uint8Array): Promise<{ token: Uint8Array; at: Date } | { failed: string; detail: string }>
}

export type Anchoring =
  | { anchored: KnownHead; at: Date }
  /** The service already time-stamped this very head. */
  | { already: KnownHead; at: Date }
  | { refused: 'nothing-recorded' }
  | { failed: string; detail: string }

/**
 * Has the head of a chain time-stamped and keeps the token. Two at once do no harm: both tokens are true.
 * @throws TypeError inside a transaction: the service is asked over the network.
 */
export async function anchorHead(db: Db, subject: Subject, service: Stamping): Promise<Anchoring> {
  if (db.isTransaction) throw new TypeError('A time-stamp is never fetched inside a transaction')
  const head = await headOf(db, subject)
  if (!head) return { refused: 'nothing-recorded' }
  const kept = (await anchorsOf(db, subject)).find(
    (anchor) => anchor.hash === head.hash && anchor.service === service.name,
  )
  if (kept) return { already: head, at: kept.at }

  const hash = new Uint8Array(Buffer.from(head.hash, 'hex'))
  const stamped = await service.stamp(hash)
  if ('failed' in stamped) return stamped
  await db
    .insertInto('activity_anchor')
    .values({
      id: newId(),
      subject_kind: subject.kind,
      subject_id: subject.id,
      seq: head.seq,
      hash,
      at: stamped.at,
      service: service.name,
      trial: service.trial,
      token: stamped.token,
    })
    .execute()
  return { anchored: head, at: stamped.at }
}
