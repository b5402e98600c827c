import type { Locale } from '../../language/locales.ts'
import { pick } from '../../language/translated.ts'
import type { Db } from '../../platform/db/tables.ts'
import type { Routes, Web } from '../../web/env.ts'
import { page } from '../../web/page.tsx'
import type { EventView } from '../event.ts'
import { PublicEvent } from '../pages/publicPage.tsx'
import { eventData } from '../pages/structuredData.ts'
import { listed, textOf, whenOf } from '../pages/words.ts'
import { mayOrganise } from '../policy.ts'
import { countsOf, opennessOf } from '../registration/openness.ts'
import { readerOf, withEvent } from './asking.tsx'

export const readingRoutes: Routes = (app) => {
  app.get('/:locale/events/:slug', withEvent(showEvent))
}

async function showEvent(c: Web, event: EventView): Promise<Response> {
  const { services, locale, scope, t } = c.var
  const { db } = services.database
  const counts = await countsOf(db, event.id)
  const openings = event.categories.map((category) => ({
    category,
    openness: opennessOf(event, category, counts.get(category.id)?.confirmed ?? 0, services.clock.now()),
  }))
  const reader = readerOf(c)
  const data = {
    event,
    openings,
    agreement: await publicAgreement(db, event.agreementId, locale),
    hasCeremony: await hasCeremony(db, event.id),
    mayOrganise: mayOrganise(scope, event),
  }
  const title = textOf(event.title, locale)
  const description = t.events.page.description({
    title,
    when: whenOf(event, { locale, zone: null }).text,
    hosts: listed(
      event.hosts.map((host) => textOf(host.name, locale)),
      locale,
    ),
  })
  const isPublic = event.published !== null
  const structuredData = isPublic ? [eventData(event, services.config.origin, locale)] : []
  return page(c, { title, description, isPublic, structuredData }, <PublicEvent {...reader} {...data} />)
}

const hasCeremony = async (db: Db, eventId: string): Promise<boolean> =>
  (await db.selectFrom('ceremony').select('event_id').where('event_id', '=', eventId).executeTakeFirst()) !== undefined

/** The agreement is named only where its parties have made it public themselves. */
async function publicAgreement(db: Db, id: string | null, locale: Locale) {
  if (!id) return null
  const row = await db
    .selectFrom('agreement')
    .innerJoin('publication', 'publication.agreement_id', 'agreement.id')
    .select(['reference', 'title'])
    .where('agreement.id', '=', id)
    .executeTakeFirst()
  const title = row && pick(row.title, locale)
  return row && title ? { reference: row.reference, title: title.text, lang: title.locale } : null
}
