import { expect, test } from 'vitest'
import { aCategory, makeEvent } from '../../test/factories/events.ts'
import { makeOrganisation } from '../../test/factories/organisations.ts'
import { unique } from '../../test/factories/people.ts'
import { hostDesk } from './testing/host.ts'

test('everybody sees a published event by their own clock, with every host’s place, and no way in', async () => {
  const { at, organisation } = await hostDesk()
  const lyon = await makeOrganisation(at.db, { timeZone: 'Europe/Paris', country: 'FR', name: `Lyon ${unique()}` })
  const event = await makeEvent(at.db, {
    lead: organisation,
    hosts: [lyon],
    begins: new Date('2022-03-22T16:30:00Z'),
    ends: new Date('2022-03-22T17:00:00Z'),
    categories: [aCategory({ closesAt: new Date('2022-03-22T15:00:00Z'), closesInclusive: true })],
  })
  const page = await (await at.get(`/en/events/${event.slug}?zone=America/New_York`)).text()
  expect(page).toContain('12:30–13:00 in New York')
  // In Tokyo it is the next day already, and the page says so.
  expect(page).toContain('01:30–02:00 in Tokyo, where it is already Wednesday 23 March')
  expect(page).toContain(lyon.name)
  expect(page).toContain('17:30')
  expect(page).toContain('very second of 00:00:00 in Tokyo is still in time')
  expect(page).toContain('"@type":"Event"')
  expect(page).toContain('"startDate":"2022-03-23T01:30+09:00"')
  expect(await (await at.get('/sitemap.xml')).text()).toContain(`/ja/events/${event.slug}<`)
  for (const locale of ['ja', 'fr', 'de', 'it'])
    expect((await at.get(`/${locale}/events/${event.slug}`)).status).toBe(200)
})

test('an event that is not published is there for those who organise it alone', async () => {
  const { at, organisation, cookie } = await hostDesk()
  // Before all others, so that it stands on the list's first page.
  const begins = new Date('2022-03-02T08:00:00Z')
  const event = await makeEvent(at.db, { lead: organisation, isPublished: false, begins })
  expect((await at.get(`/en/events/${event.slug}`)).status).toBe(404)
  const own = await at.get(`/en/events/${event.slug}`, { cookie })
  expect(own.status).toBe(200)
  expect(await own.text()).toContain('Only those who organise this event see it')
  expect(await (await at.get('/sitemap.xml')).text()).not.toContain(event.slug)
  expect(await (await at.get('/en/events', { cookie })).text()).toContain(event.slug)
  expect(await (await at.get('/en/events')).text()).not.toContain(event.slug)
})
