import { describe, expect, test } from 'vitest'
import { makeOrganisation } from '../../test/factories/organisations.ts'
import { makePerson, makeRole, unique } from '../../test/factories/people.ts'
import { testApplication } from '../../test/harness/application.ts'

/** An organisation with a manager who is signed in. */
async function setting() {
  const at = await testApplication()
  const organisation = await makeOrganisation(at.db, { name: `Cluster ${unique()}` })
  const manager = await makePerson(at.db)
  await makeRole(at.db, manager, 'manager', organisation.id)
  const cookie = await at.signIn(manager)
  const path = `/en/organisations/${organisation.slug}`
  const version = async () =>
    /name="version" value="([^"]+)"/.exec(await (await at.get(`${path}/edit`, { cookie })).text())?.[1] ?? ''
  const save = async (entries: Record<string, string>) =>
    at.post(`${path}/edit`, { version: await version(), 'name.en': organisation.name, ...entries }, { cookie })
  return { at, organisation, cookie, path, version, save, manager }
}

describe('writing a profile', () => {
  test('an original and its translation appear, each told as what it is', async () => {
    const { at, path, save } = await setting()
    const saved = await save({
      original: 'de',
      'text.de': 'Ein Cluster im Norden.',
      'text.en': 'A cluster in the north.',
    })
    expect([saved.status, saved.headers.get('location')]).toEqual([303, `${path}?done=saved`])
    const page = await (await at.get(path)).text()
    expect(page).toContain('A cluster in the north.')
    expect(page).toContain('Translated from German: by the organisation')
    expect(await (await at.get(path.replace('/en/', '/de/'))).text()).not.toContain('Übersetzt')
    expect(await (await at.get(path.replace('/en/', '/fr/'))).text()).toContain('il n’y a pas encore de traduction')
  })

  test('a translation falls behind a changed original until it is confirmed', async () => {
    const { at, path, save } = await setting()
    const english = { 'text.en': 'A cluster in the north.' }
    await save({ original: 'de', 'text.de': 'Ein Cluster im Norden.', ...english })
    await save({ original: 'de', 'text.de': 'Ein Cluster im hohen Norden.', ...english })
    expect(await (await at.get(path)).text()).toContain('the original has changed since')
    await save({ original: 'de', 'text.de': 'Ein Cluster im hohen Norden.', ...english, 'confirmed.en': 'yes' })
    expect(await (await at.get(path)).text()).not.toContain('the original has changed since')
  })

  test('what was refused comes back with every entry', async () => {
    const { save } = await setting()
    const refused = await save({ original: 'ja', 'text.en': 'Kept “as” <it> is' })
    expect(refused.status).toBe(422)
    const page = await refused.text()
    expect(page).toContain('Write the text in the language you chose as the original')
    expect(page).toContain('Kept “as” &lt;it&gt; is')
    expect((await save({ original: 'en', 'name.en': '' })).status).toBe(422)
    expect((await save({ original: 'en', 'text.en': 'x'.repeat(5000) })).status).toBe(422)
  })

  test('two who write at once do not overwrite each other', async () => {
    const { at, path, version, save, cookie, organisation } = await setting()
    const seen = await version()
    await save({ original: 'en', 'text.en': 'First' })
    const entries = { version: seen, original: 'en', 'name.en': organisation.name, 'text.en': 'Second' }
    const late = await at.post(`${path}/edit`, entries, { cookie })
    expect(late.status).toBe(422)
    expect(await late.text()).toContain('Somebody else saved')
    expect(await (await at.get(path)).text()).toContain('First')
  })

  test('the act is on record, with the person outside the chain', async () => {
    const { at, organisation, save } = await setting()
    await save({ original: 'en', 'text.en': 'A cluster.' })
    const rows = await at.db.selectFrom('activity').selectAll().where('subject_id', '=', organisation.id).execute()
    expect(rows.map(({ verb }) => verb)).toEqual(['organisation.described'])
    expect(rows[0]?.commitments).toHaveProperty('actor')
  })

  test('the manager of another organisation may not', async () => {
    const { at, path } = await setting()
    const other = await setting()
    expect((await at.get(`${path}/edit`, { cookie: await at.signIn(other.manager) })).status).toBe(403)
    expect((await at.get(`${path}/edit`)).status).toBe(303)
  })
})

describe('registering', () => {
  const entry = () => ({
    name: '北海道バイオ',
    language: 'ja',
    slug: `hokkaido-${unique()}`,
    kind: 'foundation',
    country: 'jp',
    timeZone: 'Asia/Tokyo',
    seat: '札幌市',
    website: '',
  })

  test('the operator enters an organisation, and nobody else does', async () => {
    const { at, cookie } = await setting()
    const operator = await makePerson(at.db)
    await makeRole(at.db, operator, 'operator', null)
    const form = entry()
    expect((await at.post('/ja/organisations', form, { cookie })).status).toBe(403)
    const made = await at.post('/ja/organisations', form, { cookie: await at.signIn(operator) })
    expect(made.headers.get('location')).toBe(`/ja/organisations/${form.slug}`)
    const page = await (await at.get(`/en/organisations/${form.slug}`)).text()
    expect(page).toContain('<span lang="ja">北海道バイオ</span>')
    expect(page).toContain('Japan')
  })

  test('mistakes are told one by one, and a taken address too', async () => {
    const { at, organisation } = await setting()
    const operator = await makePerson(at.db)
    await makeRole(at.db, operator, 'operator', null)
    const cookie = await at.signIn(operator)
    const wrong = { ...entry(), slug: 'Not A Slug', country: 'XX1', website: 'javascript:alert(1)', name: '' }
    const refused = await at.post('/en/organisations', wrong, { cookie })
    expect(refused.status).toBe(422)
    const page = await refused.text()
    for (const sentence of [
      'such as life-science-nord',
      'two letters of the country',
      'begins with https://',
      'Fill in this field',
    ])
      expect(page).toContain(sentence)
    const taken = await at.post('/en/organisations', { ...entry(), slug: organisation.slug }, { cookie })
    expect(await taken.text()).toContain('Another organisation has this address')
  })
})
