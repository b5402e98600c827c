import { describe, expect, test } from 'vitest'
import { catalogues } from '../app/platform/i18n/catalogue.ts'
import { locales } from '../app/language/locales.ts'

type Entry = string | ((...parameters: never[]) => unknown) | { [key: string]: Entry } | readonly Entry[]

/** Every text of a catalogue with its path, e.g. `agreements.mails.code.subject`. */
function entriesOf(entry: Entry, path = ''): [path: string, entry: Entry][] {
  if (typeof entry === 'string' || typeof entry === 'function') return [[path, entry]]
  return Object.entries(entry).flatMap(([key, value]) => entriesOf(value, path ? `${path}.${key}` : key))
}

/**
 * The placeholders a text makes use of. A stand-in answers every question: it reads as a number where a plural is chosen and as a
 * text where it is written.
 */
function placeholdersIn(entry: Entry, count: number): { used: Set<string>; text: string } {
  const used = new Set<string>()
  if (typeof entry !== 'function') return { used, text: typeof entry === 'string' ? entry : '' }
  const standIn = (name: string): unknown =>
    new Proxy(() => name, {
      get: (_, key) => {
        if (key === Symbol.toPrimitive) return (hint: string) => (hint === 'number' ? count : `⟨${name}⟩`)
        if (key === 'toString' || key === 'toLocaleString') return () => `⟨${name}⟩`
        if (key === 'valueOf') return () => count
        if (key === Symbol.iterator) return [standIn(`${name}[]`)][Symbol.iterator].bind([standIn(`${name}[]`)])
        return Reflect.get(String.prototype, key) ?? standIn(`${name}.${String(key)}`)
      },
    })
  const parameters = new Proxy({}, { get: (_, key) => (used.add(String(key)), standIn(String(key))) })
  let text = ''
  try {
    text = String((entry as (parameters: unknown) => unknown)(parameters))
  } catch {
    // Some texts need real data (a date, a list); what they asked for until then still counts.
    text = [...used].join(' ')
  }
  return { used, text }
}

const english = new Map(entriesOf(catalogues.en))

describe.each(locales)('the catalogue %s', (locale) => {
  const own = new Map(entriesOf(catalogues[locale]))

  test('has every text and no other', () => {
    expect([...own.keys()].toSorted()).toEqual([...english.keys()].toSorted())
  })

  test('leaves nothing empty and nothing undefined', () => {
    for (const [path, entry] of own) {
      const { text } = placeholdersIn(entry, 3)
      expect(text.trim(), path).not.toBe('')
      expect(text, path).not.toMatch(/\b(undefined|NaN|\[object|TODO)\b/)
    }
  })

  test('uses the same placeholders as English', () => {
    for (const [path, entry] of own) {
      for (const count of [1, 3]) {
        const expected = placeholdersIn(english.get(path) ?? '', count).used
        expect([...placeholdersIn(entry, count).used].toSorted(), path).toEqual([...expected].toSorted())
      }
    }
  })
})

test('Japanese carries no text left in English', () => {
  const allowed =
    /^[\s\p{N}\p{P}\p{S}]*$|Musubi|API|PDF|MOU|SHA|EUPL|PostgreSQL|openssl|pdfsig|qpdf|HTTP|OpenAPI|JSON|https?:|@|⟨/u
  const left = entriesOf(catalogues.ja)
    .map(([path, entry]) => [path, placeholdersIn(entry, 3).text] as const)
    .filter(([, text]) => !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) && !allowed.test(text))
  expect(left).toEqual([])
})
