import { actorOf } from '../../../accounts/activity.ts'
import { holds, type Scope } from '../../../accounts/scope.ts'
import { dateText } from '../../../language/dates.ts'
import type { Locale } from '../../../language/locales.ts'
import { recordActivity } from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/tables.ts'
import { transaction } from '../../../platform/db/transaction.ts'
import { catalogues } from '../../../platform/i18n/catalogue.ts'
import { hashToken, newId, newToken } from '../../../platform/ids.ts'
import { composeMail } from '../../../platform/mail/layout.ts'
import { queueMail } from '../../../platform/mail/queue.ts'
import type { Services } from '../../../web/env.ts'
import { type ProfileText, textFor } from '../../profileText.ts'
import { homesOf } from '../policy.ts'

const DAY = 24 * 60 * 60 * 1000

/** So long a link opens its profile: over a holiday, and not for ever (milliseconds). */
export const LINK_LIFE = 45 * DAY

export type AskingRefusal = { refused: 'not-yours' | 'no-profile' | 'asked-already' }

/** Asks a member, at an address its coordinator names, to look after its profile. Whoever has the mail needs no account. */
export async function askMember(
  services: Services,
  scope: Scope,
  { organisationId, address }: { organisationId: string; address: string },
): Promise<{ id: string; expiresAt: string } | AskingRefusal> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const homes = await homesOf(tx, organisationId, now.toISOString().slice(0, 10))
    const home = homes.find((each) => holds(scope, each, 'manager', 'coordinator'))
    if (!home) return { refused: 'not-yours' as const }
    const profile = await tx
      .selectFrom('member_profile')
      .select('organisation_id')
      .where('organisation_id', '=', organisationId)
      .where('withdrawn_at', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    if (!profile) return { refused: 'no-profile' as const }
    const recent = await tx
      .selectFrom('profile_request')
      .select('id')
      .where('organisation_id', '=', organisationId)
      .where('address', '=', address)
      .where('revoked_at', 'is', null)
      .where('asked_at', '>', new Date(now.getTime() - DAY))
      .executeTakeFirst()
    if (recent) return { refused: 'asked-already' as const }
    const asked = { organisationId, address, askedFor: home, askedBy: scope.person?.personId ?? null }
    const id = await sendRequest(services, tx, asked, now)
    await recordActivity(tx, {
      subject: { kind: 'organisation', id: organisationId },
      verb: 'profile.check-asked',
      actor: actorOf(scope, home),
      facts: { request: id },
      personal: { address: { value: address, of: null } },
      at: now,
    })
    return { id, expiresAt: new Date(now.getTime() + LINK_LIFE).toISOString() }
  })
}

type Asked = { organisationId: string; address: string; askedFor: string; askedBy: string | null }

/** Writes the mail with its link; an older link to the same address is over. */
export async function sendRequest(services: Services, tx: Tx, asked: Asked, now: Date): Promise<string> {
  const { organisationId, address, askedFor, askedBy } = asked
  await tx
    .updateTable('profile_request')
    .set({ revoked_at: now })
    .where('organisation_id', '=', organisationId)
    .where('address', '=', address)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .execute()
  const [id, token, expiresAt] = [newId(), newToken(), new Date(now.getTime() + LINK_LIFE)]
  await tx
    .insertInto('profile_request')
    .values({
      id,
      organisation_id: organisationId,
      address,
      token_hash: hashToken(token),
      asked_by: askedBy,
      asked_for: askedFor,
      asked_at: now,
      expires_at: expiresAt,
      revoked_at: null,
    })
    .execute()
  const { language, name, homeName } = await namesOf(tx, organisationId, askedFor)
  const t = catalogues[language].profileChecks.mail
  const facts = { member: textIn(name, language), home: textIn(homeName, language) }
  await queueMail(tx, services.jobs.enqueue, {
    to: { address },
    locale: language,
    kind: 'profile-check',
    subject: t.subject(facts),
    about: { kind: 'organisation', id: organisationId },
    ...composeMail({
      locale: language,
      greeting: t.greeting,
      paragraphs: [askedBy ? t.asked(facts) : t.yearly(facts), t.what],
      action: { label: t.action, href: `${services.config.origin}/${language}/profile-checks/${token}` },
      footer: t.footer({ ...facts, date: dateText(language, expiresAt.toISOString().slice(0, 10)) }),
    }),
  })
  return id
}

const namesOf = (tx: Tx, organisationId: string, home: string) =>
  tx
    .selectFrom('member_profile')
    .innerJoin('organisation', 'organisation.id', 'member_profile.organisation_id')
    .innerJoin('organisation as home', (join) => join.on('home.id', '=', home))
    .select(['member_profile.language', 'organisation.name', 'home.name as homeName'])
    .where('organisation.id', '=', organisationId)
    .executeTakeFirstOrThrow()

const textIn = (name: ProfileText, locale: Locale): string => textFor(name, locale)?.text ?? ''
