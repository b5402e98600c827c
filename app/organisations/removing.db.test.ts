import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { makeCluster, makeMember } from '../../test/factories/members.ts'
import { type MadeOrganisation, makeOrganisation } from '../../test/factories/organisations.ts'
import { makePerson, makeRole, unique } from '../../test/factories/people.ts'
import { testApplication, type TestApplication } from '../../test/harness/application.ts'
import { indexDue } from '../exchange/search/indexing.ts'
import { transaction } from '../platform/db/transaction.ts'
import { json } from '../platform/db/values.ts'
import { removeOrganisations, unusedAmong } from './removing.ts'

let at: TestApplication
let cluster: { id: string }

beforeAll(async () => {
  at = await testApplication()
  cluster = await makeCluster(at.db, await makeOrganisation(at.db))
})

async function member(description: string): Promise<MadeOrganisation> {
  const made = await makeOrganisation(at.db, { kind: 'company' })
  await makeMember(at.db, made, cluster)
  const words = { original: 'en' as const, text: { en: description } }
  await at.db
    .insertInto('profile_part')
    .values({
      organisation_id: made.id,
      field_group: 'about',
      content: json({ description: words, size: null, founded: null }),
      visibility: 'public',
      revision: 1,
      changed_by: null,
      changed_through: null,
      changed_at: new Date('2022-01-01T00:00:00Z'),
    })
    .execute()
  return made
}

const there = async (ids: string[]) =>
  (await at.db.selectFrom('organisation').select('id').where('id', 'in', ids).execute()).map(({ id }) => id).sort()

test('of many organisations those can go that nobody acts for, whichever they are, and trying takes none away', async () => {
  const person = await makePerson(at.db)
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 9 }), async (held) => {
      const made = await Promise.all(held.map(() => member('Pumps')))
      const ids = made.map(({ id }) => id)
      for (const [index, { id }] of made.entries()) if (held[index]) await makeRole(at.db, person, 'member', id)
      const free = ids.filter((_, index) => !held[index])
      expect(await transaction(at.db, (tx) => unusedAmong(tx, ids))).toEqual(free)
      expect(await there(ids)).toEqual([...ids].sort())
      await transaction(at.db, (tx) => removeOrganisations(tx, free))
      expect(await there(ids)).toEqual(ids.filter((_, index) => held[index]).sort())
    }),
    { numRuns: 12 },
  )
})

test('the index counts again in how many profiles a word stands', async () => {
  const word = `zzq${unique()}`
  const df = async () =>
    (await at.db.selectFrom('term').select('df').where('term', '=', word).executeTakeFirst())?.df ?? 0
  const made = [await member(`${word} pumps`), await member(`${word} valves`), await member(`${word} tubes`)]
  await indexDue(at.services)
  expect(await df()).toBe(3)
  await transaction(at.db, (tx) => removeOrganisations(tx, [made[0]!.id, made[2]!.id]))
  expect(await df()).toBe(1)
})
