import { json } from '../../app/platform/db/values.ts'
import type { Db } from '../../app/platform/db/tables.ts'
import { newId } from '../../app/platform/ids.ts'
import type { MadeOrganisation } from './organisations.ts'
import { unique } from './people.ts'

/** A cluster run by an organisation. */
export async function makeCluster(db: Db, home: MadeOrganisation): Promise<{ id: string; slug: string }> {
  const made = { id: newId(), slug: `cluster-${unique()}` }
  const name = { original: 'en' as const, text: { en: `Cluster ${made.slug}` } }
  await db
    .insertInto('cluster')
    .values({
      ...made,
      name: json(name),
      managing_organisation_id: home.id,
      regions: json({ original: 'en' as const, text: { en: 'A region' } }),
      description: null,
      created_at: new Date('2022-01-01T00:00:00Z'),
    })
    .execute()
  return made
}

/** An organisation in a cluster, with an empty profile. */
export async function makeMember(db: Db, organisation: MadeOrganisation, cluster: { id: string }): Promise<void> {
  await db
    .insertInto('cluster_membership')
    .values({ id: newId(), organisation_id: organisation.id, cluster_id: cluster.id, since: null, until: null })
    .execute()
  await db
    .insertInto('member_profile')
    .values({
      organisation_id: organisation.id,
      language: 'en',
      created_by: null,
      created_at: new Date('2022-01-01T00:00:00Z'),
      withdrawn_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
