import type { Scope } from '../../accounts/scope.ts'
import type { Locale } from '../../language/locales.ts'
import type { Content } from '../../language/translated.ts'
import { recordActivity } from '../../platform/audit/record.ts'
import type { Db, Tx } from '../../platform/db/tables.ts'
import { transaction } from '../../platform/db/transaction.ts'
import { json } from '../../platform/db/values.ts'
import { newId } from '../../platform/ids.ts'
import { queueMail } from '../../platform/mail/queue.ts'
import type { Services } from '../../web/env.ts'
import { actorOf } from '../activity.ts'
import { runsPressOf } from '../policy.ts'
import type { ListConsent } from '../tables.ts'
import { confirmationMail } from './mails.ts'
import { addressKey, mailingToken, subscriptionOf } from './tokens.ts'

/** The words of consent in the catalogues; a new wording is a new version. */
export const CONSENT_VERSION = '2022-03'

export type MailingList = { id: string; name: string; isOpen: boolean; organisationId: string; members: number }

export async function listsOf(db: Db | Tx, _scope: Scope, organisationIds: readonly string[]): Promise<MailingList[]> {
  if (organisationIds.length === 0) return []
  const rows = await db
    .selectFrom('press_list as list')
    .leftJoin('press_subscription as subscription', (join) =>
      join
        .onRef('subscription.list_id', '=', 'list.id')
        .on('subscription.ended_at', 'is', null)
        .on('subscription.confirmed_at', 'is not', null),
    )
    .select((select) => [
      'list.id',
      'list.name',
      'list.is_open',
      'list.organisation_id',
      select.fn.count<number>('subscription.id').as('members'),
    ])
    .where('list.organisation_id', 'in', [...organisationIds])
    .groupBy('list.id')
    .orderBy('list.name')
    .execute()
  return rows.map(({ id, name, is_open, organisation_id, members }) => ({
    id,
    name,
    isOpen: is_open,
    organisationId: organisation_id,
    members,
  }))
}

/** A list of one press office. An open one can be joined by anybody who confirms by mail. */
export async function makeList(
  services: Services,
  scope: Scope,
  organisationId: string,
  input: { name: string; isOpen: boolean },
): Promise<{ id: string } | { refused: 'not-yours' | 'list-exists' }> {
  if (!runsPressOf(scope, organisationId)) return { refused: 'not-yours' }
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const id = newId()
    const made = await tx
      .insertInto('press_list')
      .values({
        id,
        organisation_id: organisationId,
        name: input.name,
        is_open: input.isOpen,
        made_by: scope.person?.personId ?? null,
        made_at: now,
      })
      .onConflict((conflict) => conflict.columns(['organisation_id', 'name']).doNothing())
      .returning('id')
      .execute()
    if (made.length === 0) return { refused: 'list-exists' as const }
    await note(tx, scope, organisationId, 'list.made', { list: id }, now)
    return { id }
  })
}

export type Subscriber = { name: string; outlet: string; address: string; locale: Locale }

/** The press office enters somebody who asked it, and says in which words they agreed. Each mail offers the way out. */
export async function addSubscriber(
  services: Services,
  scope: Scope,
  listId: string,
  input: Subscriber & { consent: string },
): Promise<{ id: string } | { refused: 'not-yours' | 'no-such-list' | 'already-listed' }> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const list = await tx.selectFrom('press_list').selectAll().where('id', '=', listId).executeTakeFirst()
    if (!list) return { refused: 'no-such-list' as const }
    if (!runsPressOf(scope, list.organisation_id)) return { refused: 'not-yours' as const }
    const consent = { words: input.consent, version: CONSENT_VERSION, how: 'given-to-the-press-office' as const }
    const id = await subscribeIn(tx, listId, input, consent, now, now)
    if (!id) return { refused: 'already-listed' as const }
    await note(tx, scope, list.organisation_id, 'list.joined', { list: listId }, now)
    return { id }
  })
}

/** Somebody asks to be on an open list. Whether they are on it already is told to nobody: the answer is the same, the mail is not. */
export async function askForMails(
  services: Services,
  _scope: Scope,
  organisationId: string,
  input: Subscriber & { listId: string; consent: string },
): Promise<{ asked: true } | { refused: 'no-such-list' }> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const list = await tx
      .selectFrom('press_list')
      .innerJoin('organisation', 'organisation.id', 'press_list.organisation_id')
      .select(['press_list.id', 'organisation.name'])
      .where('press_list.id', '=', input.listId)
      .where('press_list.organisation_id', '=', organisationId)
      .where('press_list.is_open', '=', true)
      .executeTakeFirst()
    if (!list) return { refused: 'no-such-list' as const }
    const consent = { words: input.consent, version: CONSENT_VERSION, how: 'asked-here' as const }
    const id = await subscribeIn(tx, list.id, input, consent, now, null)
    if (!id) return { asked: true as const }
    const link = `${services.config.origin}/${input.locale}/mailings/${mailingToken(services, id)}`
    await queueMail(tx, services.jobs.enqueue, { ...confirmationMail(input, list.name, link), at: now })
    return { asked: true as const }
  })
}

async function subscribeIn(
  tx: Tx,
  listId: string,
  { name, outlet, address, locale }: Subscriber,
  consent: ListConsent,
  now: Date,
  confirmedAt: Date | null,
): Promise<string | null> {
  const id = newId()
  const made = await tx
    .insertInto('press_subscription')
    .values({
      id,
      list_id: listId,
      name,
      outlet,
      address,
      address_key: addressKey(address),
      locale,
      consent: json(consent),
      subscribed_at: now,
      confirmed_at: confirmedAt,
      ended_at: null,
    })
    .onConflict((conflict) => conflict.columns(['list_id', 'address_key']).where('ended_at', 'is', null).doNothing())
    .returning('id')
    .execute()
  return made.length > 0 ? id : null
}

export type Mailing = {
  organisation: { slug: string; name: Content }
  list: string
  state: 'unconfirmed' | 'active' | 'ended'
}

/** What the bearer of a mail's link may learn: which list, of whom, and whether they are on it. */
export async function mailingOf(services: Services, _scope: Scope, token: string): Promise<Mailing | null> {
  const id = subscriptionOf(services, token)
  const found =
    id &&
    (await services.database.db
      .selectFrom('press_subscription as subscription')
      .innerJoin('press_list as list', 'list.id', 'subscription.list_id')
      .innerJoin('organisation', 'organisation.id', 'list.organisation_id')
      .select(['list.name as list', 'organisation.slug', 'organisation.name', 'confirmed_at', 'ended_at'])
      .where('subscription.id', '=', id)
      .executeTakeFirst())
  if (!found) return null
  const state = found.ended_at ? 'ended' : found.confirmed_at ? 'active' : 'unconfirmed'
  return { organisation: { slug: found.slug, name: found.name }, list: found.list, state }
}

export async function confirmMails(services: Services, _scope: Scope, token: string): Promise<boolean> {
  const id = subscriptionOf(services, token)
  if (!id) return false
  const confirmed = await services.database.db
    .updateTable('press_subscription')
    .set({ confirmed_at: services.clock.now() })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .where('confirmed_at', 'is', null)
    .returning('id')
    .execute()
  return confirmed.length > 0
}

/** Out of every list of that press office at once: who wants no more mails means all of them. What was mailed stays mailed. */
export async function endMails(services: Services, _scope: Scope, token: string): Promise<boolean> {
  const id = subscriptionOf(services, token)
  if (!id) return false
  const ended = await services.database.db
    .updateTable('press_subscription')
    .set({ ended_at: services.clock.now() })
    .where('ended_at', 'is', null)
    .where('id', 'in', (query) =>
      query
        .selectFrom('press_subscription as other')
        .innerJoin('press_list as list', 'list.id', 'other.list_id')
        .select('other.id')
        .where((where) =>
          where(
            where.refTuple('other.address_key', 'list.organisation_id'),
            'in',
            where
              .selectFrom('press_subscription as own')
              .innerJoin('press_list as its', 'its.id', 'own.list_id')
              .select(['own.address_key', 'its.organisation_id'])
              .where('own.id', '=', id)
              .$asTuple('address_key', 'organisation_id'),
          ),
        ),
    )
    .returning('id')
    .execute()
  return ended.length > 0
}

const note = (tx: Tx, scope: Scope, organisationId: string, verb: string, facts: Record<string, string>, at: Date) =>
  recordActivity(tx, {
    subject: { kind: 'press-room', id: organisationId },
    verb,
    actor: actorOf(scope, organisationId),
    facts,
    at,
  })
