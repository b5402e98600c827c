import { admitPerson } from '../../accounts/admitting.ts'
import { catalogues } from '../../platform/i18n/catalogue.ts'
import { transaction } from '../../platform/db/transaction.ts'
import { composeMail } from '../../platform/mail/layout.ts'
import { queueMail } from '../../platform/mail/queue.ts'
import { textFor } from '../../organisations/profileText.ts'
import type { Services } from '../../web/env.ts'
import { ask } from '../search/asking.ts'
import { addressOf, readAsked } from './forms.ts'
import { FOLLOWED } from './saving.ts'

const SIX_DAYS = 6 * 24 * 60 * 60 * 1000
const NAMED = 20

/** Asks every saved search again that was not asked this week, with its owner's eyes of today, and mails who is new. */
export async function mailNewHits(services: Services): Promise<void> {
  const now = services.clock.now()
  const due = await services.database.db
    .selectFrom('saved_search')
    .select('id')
    .where('stopped_at', 'is', null)
    .where('told_at', '<=', new Date(now.getTime() - SIX_DAYS))
    .orderBy('told_at')
    .execute()
  for (const { id } of due) await tell(services, id, now)
}

async function tell(services: Services, id: string, now: Date): Promise<void> {
  const { db } = services.database
  const search = await db.selectFrom('saved_search').selectAll().where('id', '=', id).executeTakeFirst()
  const owner = search && (await admitPerson(db, search.person_id, { via: 'system', tokenScopes: null }))
  if (!search || !owner?.person) return
  const asked = readAsked({ q: search.question.q, ...search.question.entries })
  const { hits } = await ask(db, owner, now, { text: asked.q, filters: asked.filters, after: 0, limit: FOLLOWED })
  const found = hits.map(({ organisationId }) => organisationId)
  const { name, address } = owner.person
  await transaction(db, async (tx) => {
    const told = await tx
      .updateTable('saved_search')
      .set({ told_at: now })
      .where('id', '=', id)
      .where('told_at', '=', search.told_at)
      .where('stopped_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    // Somebody else tells it, or it was stopped meanwhile.
    if (!told || found.length === 0) return
    const fresh = await tx
      .insertInto('saved_search_hit')
      .values(found.map((organisationId) => ({ search_id: id, organisation_id: organisationId })))
      .onConflict((conflict) => conflict.doNothing())
      .returning('organisation_id')
      .execute()
    if (fresh.length === 0 || !address) return
    const { locale } = search
    const members = await tx
      .selectFrom('organisation')
      .select(['name', 'slug'])
      .where(
        'id',
        'in',
        fresh.map((row) => row.organisation_id),
      )
      .orderBy('slug')
      .limit(NAMED)
      .execute()
    const t = catalogues[locale].directory
    const base = `${services.config.origin}/${locale}`
    const stop = `${base}/directory/stop/${search.stop_token}`
    await queueMail(tx, services.jobs.enqueue, {
      to: { name, address },
      locale,
      kind: 'saved-search',
      at: now,
      subject: t.mail.subject({ count: fresh.length, words: asked.q || t.mail.yourSearch }),
      headers: { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
      ...composeMail({
        locale,
        greeting: t.mail.greeting({ name }),
        paragraphs: [
          t.mail.body,
          ...members.map((one) => `${textFor(one.name, locale)?.text ?? one.slug}: ${base}/members/${one.slug}`),
          t.mail.stop({ link: stop }),
        ],
        action: { label: t.mail.action, href: `${base}/directory${addressOf(asked)}` },
        footer: t.mail.footer,
      }),
    })
  })
}
