import type { OrganisationKind } from '../../app/organisations/tables.ts'
import { json } from '../../app/platform/db/values.ts'
import type { Db } from '../../app/platform/db/tables.ts'
import { newId } from '../../app/platform/ids.ts'
import { unique } from './people.ts'

export type MadeOrganisation = { id: string; slug: string; name: string }

const at = new Date('2022-01-01T00:00:00Z')

/** An organisation in the database, by default a cluster organisation in Hamburg. */
export async function makeOrganisation(
  db: Db,
  given: { name?: string; kind?: OrganisationKind; country?: string; timeZone?: string } = {},
): Promise<MadeOrganisation> {
  const tag = unique()
  const organisation = { id: newId(), slug: `organisation-${tag}`, name: given.name ?? `Cluster ${tag}` }
  await db
    .insertInto('organisation')
    .values({
      id: organisation.id,
      slug: organisation.slug,
      kind: given.kind ?? 'cluster-organisation',
      name: json({ original: 'en', text: { en: organisation.name } }),
      legal_form: null,
      country: given.country ?? 'DE',
      seat: null,
      time_zone: given.timeZone ?? 'Europe/Berlin',
      latitude: null,
      longitude: null,
      website: null,
      description: null,
      created_at: at,
    })
    .execute()
  return organisation
}
