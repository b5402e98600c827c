import { expect, test } from 'vitest'
import { countryName } from '../../../language/countries.ts'
import { locales } from '../../../language/locales.ts'
import { countryOf } from './countries.ts'

test('A country is known by its name in each language, and never by a code that was given up', () => {
  for (const code of ['DE', 'JP', 'IT', 'FR', 'BE', 'MM', 'CZ', 'GB', 'TT'])
    for (const locale of locales) expect(countryOf(countryName(code, locale)!), `${code} ${locale}`).toBe(code)
  expect(countryOf('DD')).toBeNull()
})

test('What lists write instead is known too', () => {
  expect(['UK', 'Holland', '独', 'JPN', ' Deutschland '].map(countryOf)).toEqual(['GB', 'NL', 'DE', 'JP', 'DE'])
  expect(countryOf('Atlantis')).toBeNull()
})
