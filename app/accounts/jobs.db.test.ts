import { expect, test } from 'vitest'
import { makePerson } from '../../test/factories/people.ts'
import { testApplication } from '../../test/harness/application.ts'
import { newTestDatabase } from '../../test/harness/testDatabase.ts'
import { tidyAccounts } from './jobs.ts'
import { issueChallenge } from './passkeys/challenges.ts'
import { signInLinkFor } from './signInLinks.ts'

const DAY = 24 * 60 * 60_000

test('what has been over for long is deleted, what may still be asked about is kept', async () => {
  const database = await newTestDatabase()
  const { services, db, signIn } = await testApplication({ features: [], database })
  const person = await makePerson(db)
  const start = services.clock.now()
  await signInLinkFor(services, person.id)
  await signIn(person)
  await issueChallenge(db, 'challenge', { personId: null, purpose: 'sign-in' }, start)
  const later = (days: number) => new Date(start.getTime() + days * DAY)
  expect(await tidyAccounts(db, later(1))).toBe(0)
  expect(await tidyAccounts(db, later(2))).toBe(1)
  expect(await tidyAccounts(db, later(92))).toBe(1)
  expect(await tidyAccounts(db, later(119))).toBe(0)
  expect(await tidyAccounts(db, later(121))).toBe(1)
  await services.jobs.stop()
  await database.close()
})
