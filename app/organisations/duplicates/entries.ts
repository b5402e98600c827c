import type { Db } from '../../platform/db/tables.ts'
import type { PartContents } from '../members/profile.ts'
import type { ProfileText } from '../profileText.ts'
import type { Entry } from './detection/profiling.ts'

/** Every member of a cluster as it is compared. Offices that run a cluster are known by hand and left out. */
export async function entriesToCompare(db: Db): Promise<Entry[]> {
  const organisations = await db
    .selectFrom('organisation')
    .where('id', 'in', (query) => query.selectFrom('cluster_membership').select('organisation_id'))
    .where('id', 'not in', (query) => query.selectFrom('cluster').select('managing_organisation_id'))
    .select(['id', 'name', 'country', 'seat', 'website'])
    .orderBy('id')
    .execute()
  const numbers = groupedBy(
    await db.selectFrom('member_external_id').select(['organisation_id as id', 'external_id as value']).execute(),
  )
  const people = await db
    .selectFrom('profile_part')
    .where('field_group', '=', 'contacts')
    // What a member keeps to itself is not compared either.
    .where('visibility', '!=', 'private')
    .select(['organisation_id as id', 'content'])
    .execute()
  const mails = groupedBy(
    people.flatMap(({ id, content }) =>
      (content as PartContents['contacts']).people.flatMap(({ address }) => (address ? [{ id, value: address }] : [])),
    ),
  )
  return organisations.map(({ id, name, country, seat, website }) => ({
    id,
    names: textsOf(name),
    country,
    cities: textsOf(seat),
    website,
    mailAddresses: mails.get(id) ?? [],
    numbers: numbers.get(id) ?? [],
  }))
}

const textsOf = (text: ProfileText | null): string[] => (text ? Object.values(text.text) : [])

function groupedBy(rows: readonly { id: string; value: string }[]): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const { id, value } of rows) groups.set(id, [...(groups.get(id) ?? []), value])
  return groups
}
