import './tables.ts'
import { overLimit } from '../../../accounts/limits.ts'
import { localTime } from '../../../language/times.ts'
import { recordActivity } from '../../../platform/audit/record.ts'
import type { Db } from '../../../platform/db/tables.ts'
import { transaction } from '../../../platform/db/transaction.ts'
import { json } from '../../../platform/db/values.ts'
import { newId } from '../../../platform/ids.ts'
import type { Services } from '../../../web/env.ts'
import { readMail } from './reading.ts'

export type Taken = 'taken' | 'already-there' | 'automatic' | 'too-many'

/** The organisation whose address begins like this; null where there is none. */
export async function organisationAt(db: Db, localPart: string): Promise<string | null> {
  const row = await db
    .selectFrom('mail_in_address')
    .select('organisation_id')
    .where('local_part', '=', localPart.toLowerCase())
    .executeTakeFirst()
  return row?.organisation_id ?? null
}

/** Takes a mail to an office in as a draft. Once it says `taken`, the draft is stored; the same mail again changes nothing. */
export async function takeMail(services: Services, organisationId: string, raw: Uint8Array): Promise<Taken> {
  if (await overLimit(services, 'mail-to-office', organisationId)) return 'too-many'
  const { db } = services.database
  const colleagues = await colleaguesOf(db, organisationId)
  const domain = services.config.mailIn?.domain
  const mail = await readMail(raw, (address) => colleagues.has(address) || address.endsWith(`@${domain}`))
  if (!mail) return 'automatic'
  const now = services.clock.now()
  return transaction(db, async (tx) => {
    const { time_zone: zone } = await tx
      .selectFrom('organisation')
      .select('time_zone')
      .where('id', '=', organisationId)
      .executeTakeFirstOrThrow()
    const id = newId()
    // A mail's own clock may run ahead; nothing was met tomorrow.
    const sentAt = mail.sentAt && mail.sentAt < now ? mail.sentAt : now
    const row = await tx
      .insertInto('mail_in_draft')
      .values({
        id,
        organisation_id: organisationId,
        message_key: mail.key,
        sender: mail.sender,
        sender_person: colleagues.get(mail.sender) ?? null,
        counterpart: mail.counterpart,
        people: mail.people,
        subject: mail.subject,
        body: mail.body,
        files: json(mail.files),
        sent_on: localTime(sentAt.toISOString(), zone).date,
        received_at: now,
        settled: null,
        settled_by: null,
        settled_at: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!row) return 'already-there' as const
    await recordActivity(tx, {
      subject: { kind: 'organisation', id: organisationId },
      verb: 'mail-in.taken',
      actor: { person: null, via: 'system', organisation: organisationId },
      facts: { draft: id, files: mail.files.length },
      at: now,
    })
    return 'taken' as const
  })
}

/** Who acts for an organisation, by address. */
async function colleaguesOf(db: Db, organisationId: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('role_assignment')
    .innerJoin('person', 'person.id', 'role_assignment.person_id')
    .select(['person.id', 'person.address'])
    .where('role_assignment.organisation_id', '=', organisationId)
    .where('role_assignment.ended_at', 'is', null)
    .execute()
  return new Map(rows.flatMap(({ id, address }) => (address ? [[address, id] as const] : [])))
}
