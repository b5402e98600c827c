import type { EventKind } from '../../app/events/tables.ts'
import { type CategoryPlan, insertCategory } from '../../app/events/registration/categories.ts'
import { insertProgramme, type ProgrammePlan } from '../../app/events/programme/writing.ts'
import type { Locale } from '../../app/language/locales.ts'
import type { Db, Tx } from '../../app/platform/db/tables.ts'
import { transaction } from '../../app/platform/db/transaction.ts'
import { json } from '../../app/platform/db/values.ts'
import { newId } from '../../app/platform/ids.ts'
import { unique } from './people.ts'

export type MadeEvent = { id: string; slug: string; categories: Record<string, string> }

const at = new Date('2022-03-01T00:00:00Z')

/**
 * An event in the database: by default a published online ceremony in Kobe on 22 March 2022, 17:00 to 17:40, which is when the test
 * clock stands. `lead` organises it, `hosts` invite with it; `categories` by kind.
 */
export async function makeEvent(
  db: Db,
  given: {
    lead: { id: string }
    hosts?: { id: string }[]
    kind?: EventKind
    slug?: string
    title?: string
    begins?: Date
    ends?: Date
    zone?: string
    languages?: Locale[]
    agreementId?: string
    isPublished?: boolean
    programme?: ProgrammePlan[]
    categories?: CategoryPlan[]
  },
): Promise<MadeEvent> {
  const id = newId()
  const slug = given.slug ?? `event-${unique()}`
  const categories: Record<string, string> = {}
  await transaction(db, async (tx) => {
    await insertEvent(tx, id, slug, given)
    for (const [index, host] of (given.hosts ?? []).entries())
      await tx
        .insertInto('event_host')
        .values({ event_id: id, organisation_id: host.id, position: index + 1 })
        .execute()
    await insertProgramme(tx, id, given.programme ?? [])
    for (const [index, category] of (given.categories ?? []).entries())
      categories[category.kind] = await insertCategory(tx, id, index + 1, category)
    if (given.isPublished !== false)
      await tx.insertInto('event_publication').values({ event_id: id, published_by: null, published_at: at }).execute()
  })
  return { id, slug, categories }
}

async function insertEvent(tx: Tx, id: string, slug: string, given: Parameters<typeof makeEvent>[1]): Promise<void> {
  await tx
    .insertInto('event')
    .values({
      id,
      slug,
      kind: given.kind ?? 'signing-ceremony',
      title: json({ original: 'en', text: { en: given.title ?? 'Signing ceremony' } }),
      subtitle: null,
      description: null,
      zone: given.zone ?? 'Asia/Tokyo',
      begins_at: given.begins ?? new Date('2022-03-22T08:00:00Z'),
      ends_at: given.ends ?? new Date('2022-03-22T08:40:00Z'),
      venue: json({ kind: 'online', provider: 'zoom-webinar' }),
      languages: json(given.languages ?? ['ja', 'en']),
      interpretation: json([]),
      lead_organisation_id: given.lead.id,
      agreement_id: given.agreementId ?? null,
      demonstration: false,
      created_by: null,
      created_at: at,
    })
    .execute()
}

/** A category for guests, open since the beginning of March until the event's first minute, with no limits. */
export const aCategory = (given: Partial<CategoryPlan> = {}): CategoryPlan => ({
  kind: 'guest',
  title: { original: 'en', text: { en: 'Guests' } },
  opensAt: null,
  closesAt: new Date('2022-03-22T08:30:00Z'),
  zone: 'Asia/Tokyo',
  ...given,
})
