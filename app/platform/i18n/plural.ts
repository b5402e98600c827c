import type { Locale } from '../../language/locales.ts'

/**
 * The plural forms each language has for whole counts (Unicode CLDR). A catalogue that leaves one out does not compile.
 * French and Italian also know "many" (un million *de* …); no count of ours is that large.
 */
type Forms<L extends Locale> = L extends 'ja' ? { other: string } : { one: string; other: string }

const rules = new Map<Locale, Intl.PluralRules>()
const numbers = new Map<Locale, Intl.NumberFormat>()

const cached = <T>(cache: Map<Locale, T>, locale: Locale, make: () => T): T => {
  const found = cache.get(locale) ?? make()
  cache.set(locale, found)
  return found
}

/** Counts in words: `#` in the chosen form is replaced by the number as the language writes it. */
export function plural<L extends Locale>(locale: L, count: number, forms: Forms<L>): string {
  const category = cached(rules, locale, () => new Intl.PluralRules(locale)).select(count)
  const form = (forms as { one?: string; other: string })[category === 'one' ? 'one' : 'other'] ?? forms.other
  return form.replaceAll('#', cached(numbers, locale, () => new Intl.NumberFormat(locale)).format(count))
}
