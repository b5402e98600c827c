import { expect, test } from 'vitest'
import { boardOf } from '../../ceremonies/assembling.ts'
import { openMusubi } from '../../../test/journeys/musubi.ts'
import { root } from '../../main.ts'
import { replay } from './replaying.ts'

test('the afternoon runs from the opening to the lifted release', async () => {
  const musubi = await openMusubi()
  try {
    const { services } = musubi
    const { slug, ended } = await replay(services, root, { speed: 2000 })
    await ended
    const event = await services.database.db
      .selectFrom('event')
      .select('id')
      .where('slug', '=', slug)
      .executeTakeFirstOrThrow()
    // Eleven were in time, each with an address of their own; the twelfth was a second late.
    const addresses = await services.database.db
      .selectFrom('access_address')
      .innerJoin('access_grant', 'access_grant.id', 'access_address.grant_id')
      .select('access_address.id')
      .where('event_id', '=', event.id)
      .execute()
    expect(addresses).toHaveLength(11)
    const board = await boardOf(services.database.db, event.id)
    // The signatures were made a moment ago; by the afternoon's clock they fell on that day.
    for (const { at } of board?.signatories ?? []) expect(at).toMatch(/^2022-03-2[23]T/)
    expect(board).toMatchObject({
      standing: 'ended',
      signedCount: 5,
      requiredCount: 5,
      questions: { gate: 'open', override: null, answered: 3, declined: 1 },
      demonstration: true,
    })
  } finally {
    await musubi.close()
  }
})
