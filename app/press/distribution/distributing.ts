import { nameText } from '../../language/names.ts'
import type { Db, Tx } from '../../platform/db/tables.ts'
import { transaction } from '../../platform/db/transaction.ts'
import { type Mail, queueMail } from '../../platform/mail/queue.ts'
import type { Services } from '../../web/env.ts'
import { assembleRelease, type Release } from '../assembling.ts'
import { correctionMail, embargoMail, type Recipient, releaseMail, withdrawalMail } from './mails.ts'
import { addressKey, mailingToken } from './tokens.ts'

/** So many mails are written in one transaction: a crash loses nothing, and nobody else waits long. */
const BATCH = 100

type Addressed = Recipient & { key: string }

/**
 * Writes every mail that this release gives rise to as it now stands and that was not written yet: the release itself once it is public,
 * corrections, withdrawal, a moved embargo. May run as often as it likes. What strangers may not read is not mailed.
 */
export async function distribute(services: Services, releaseId: string): Promise<{ mailed: number }> {
  const { db } = services.database
  const release = await assembleRelease(db, releaseId, services.clock.now())
  if (!release) return { mailed: 0 }
  let mailed = 0
  for (const { occasion, to } of await occasionsOf(services, db, release))
    for (let from = 0; from < to.length; from += BATCH)
      mailed += await mailBatch(services, releaseId, occasion, to.slice(from, from + BATCH))
  return { mailed }
}

type Occasion = { occasion: string; to: Addressed[] }

async function occasionsOf(services: Services, db: Db, release: Release): Promise<Occasion[]> {
  const holders = await holdersOf(db, release)
  if (release.withdrawal) {
    const reached = release.lifting ? await reachedBy(services, db, release) : []
    return [{ occasion: 'withdrawn', to: once([...reached, ...holders]) }]
  }
  if (!release.lifting) {
    const told = holders.filter(({ since }) => since < release.embargo.setAt)
    return [{ occasion: `embargo-${release.embargo.id}`, to: told }]
  }
  const audience = await audienceOf(services, db, release)
  const corrections = release.corrections.filter(({ effectiveAt }) => effectiveAt)
  // Who was not there for the release does not need its correction: they get the corrected text.
  const reached = corrections.length > 0 ? await reachedBy(services, db, release) : []
  return [
    ...corrections.map(({ revision, effectiveAt }) => ({
      occasion: `correction-${revision}`,
      to: once(reached.filter(({ since }) => since < (effectiveAt as Date))),
    })),
    { occasion: 'lifted', to: once(audience) },
  ]
}

/** One mail a mailbox; whoever can leave by themselves keeps that way. */
function once(recipients: Addressed[]): Addressed[] {
  const byKey = new Map<string, Addressed>()
  for (const one of recipients) if (!byKey.get(one.key)?.leave) byKey.set(one.key, one)
  return [...byKey.values()]
}

/** Looks again inside the transaction: it may have been withdrawn a moment ago. */
async function mailBatch(services: Services, id: string, occasion: string, to: Addressed[]): Promise<number> {
  return transaction(services.database.db, async (tx) => {
    await tx.selectFrom('release').select('id').where('id', '=', id).forUpdate().execute()
    const now = services.clock.now()
    const release = await assembleRelease(tx, id, now)
    if (!release) return 0
    let mailed = 0
    for (const recipient of to) {
      const mail = mailFor(services, release, occasion, recipient)
      if (mail && (await mailOnce(tx, services, release, occasion, recipient, mail, now))) mailed++
    }
    return mailed
  })
}

function mailFor(services: Services, release: Release, occasion: string, to: Recipient): Mail | null {
  const { shown } = release
  const link = `${services.config.origin}/${to.locale}/releases/${release.slug}`
  const title = (shown ?? release.newest).content.title
  const words = title.text[to.locale] ?? title.text[title.original] ?? ''
  if (occasion === 'withdrawn') return release.withdrawal ? withdrawalMail(to, release, words) : null
  if (occasion.startsWith('embargo-')) return shown || release.withdrawal ? null : embargoMail(to, release, words)
  if (!shown) return null
  if (occasion === 'lifted') return releaseMail(to, release, shown, link)
  const correction = release.corrections.find(({ revision }) => occasion === `correction-${revision}`)
  return correction ? correctionMail(to, release, shown, correction, link) : null
}

/** The row decides: of two jobs at once the second finds the mailbox taken. */
async function mailOnce(
  tx: Tx,
  services: Services,
  release: Release,
  occasion: string,
  { key, locale }: Addressed,
  mail: Mail,
  now: Date,
): Promise<boolean> {
  const known = await tx
    .selectFrom('release_delivery')
    .select('mail_id')
    .where('release_id', '=', release.id)
    .where('address_key', '=', key)
    .where('occasion', '=', occasion)
    .executeTakeFirst()
  if (known) return false
  const mail_id = await queueMail(tx, services.jobs.enqueue, { ...mail, at: now })
  await tx
    .insertInto('release_delivery')
    .values({ release_id: release.id, address_key: key, occasion, mail_id, locale, at: now })
    .execute()
  return true
}

/** Everybody the confirmed distributions name: who is accredited now, and who is on the lists now. */
async function audienceOf(services: Services, db: Db, release: Release): Promise<Addressed[]> {
  const plans = await db
    .selectFrom('release_distribution')
    .select(['to_accredited', 'list_ids'])
    .where('release_id', '=', release.id)
    .where('cancelled_at', 'is', null)
    .execute()
  const lists = [...new Set(plans.flatMap(({ list_ids }) => list_ids))]
  const accredited = plans.some(({ to_accredited }) => to_accredited) ? await accreditedAt(db, release.eventId) : []
  return [...accredited, ...(await subscribersOf(services, db, lists))]
}

/** Journalists whose registration for the event is confirmed. */
export async function accreditedAt(db: Db, eventId: string | null): Promise<Addressed[]> {
  if (!eventId) return []
  const rows = await db
    .selectFrom('registration')
    .innerJoin('registration_decision as decision', (join) =>
      join.onRef('decision.registration_id', '=', 'registration.id').on('decision.replaced_at', 'is', null),
    )
    .innerJoin('registration_category as category', 'category.id', 'decision.category_id')
    .select(['registration.name', 'registration.address', 'registration.locale', 'registration.time_zone as timeZone'])
    .where('registration.event_id', '=', eventId)
    .where('category.kind', '=', 'press')
    .where('decision.decision', '=', 'confirmed')
    .orderBy('registration.id')
    .execute()
  return rows.map(({ name, address, locale, timeZone }) => ({
    name: nameText(name, locale),
    address,
    key: addressKey(address),
    locale,
    timeZone,
    leave: null,
  }))
}

async function subscribersOf(services: Services, db: Db, listIds: string[]): Promise<Addressed[]> {
  if (listIds.length === 0) return []
  const rows = await db
    .selectFrom('press_subscription')
    .select(['id', 'name', 'address', 'address_key as key', 'locale'])
    .where('list_id', 'in', listIds)
    .where('confirmed_at', 'is not', null)
    .where('ended_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(({ id, ...one }) => ({
    ...one,
    timeZone: null,
    leave: `${services.config.origin}/${one.locale}/mailings/${mailingToken(services, id)}`,
  }))
}

/** Who got the release. Of them, those who left a list since are left alone. */
async function reachedBy(services: Services, db: Db, release: Release): Promise<(Addressed & { since: Date })[]> {
  const rows = await db
    .selectFrom('release_delivery')
    .select(['address_key', 'at'])
    .where('release_id', '=', release.id)
    .where('occasion', '=', 'lifted')
    .execute()
  const since = new Map(rows.map(({ address_key, at }) => [address_key, at]))
  return (await audienceOf(services, db, release)).flatMap((one) => {
    const at = since.get(one.key)
    return at ? [{ ...one, since: at }] : []
  })
}

/** Journalists who hold the text under embargo. */
async function holdersOf(db: Db, release: Release): Promise<(Addressed & { since: Date })[]> {
  const rows = await db
    .selectFrom('release_preview')
    .select(['name', 'address', 'address_key as key', 'locale', 'time_zone as timeZone', 'given_at as since'])
    .where('release_id', '=', release.id)
    .where('revoked_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map((one) => ({ ...one, leave: null }))
}
