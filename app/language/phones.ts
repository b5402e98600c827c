export type Phone = { number: string; extension?: string }

/**
 * Everything that people put between digits: hyphens, dashes, the minus sign, and the long-vowel mark of a Japanese
 * keyboard.
 */
const DASHES = /[\u002D\u2010-\u2015\u2212\u30FC\uFE63\uFF0D\uFF70]/g

/**
 * A telephone number as written, in half-width characters: `０７８－３０６－２２３１` → `078-306-2231`, `(078) 306-2231` likewise,
 * `+33 (0)4 72…` → `+33 4 72…`. The grouping stays, since it says where the area code ends. Refuses what has letters
 * in it, or fewer than 5 or more than 15 digits (E.164).
 */
export function normalisePhone(text: string): Phone | { refused: 'not-a-phone-number' } {
  if (text.length > 100) return { refused: 'not-a-phone-number' }
  const plain = text.normalize('NFKC').replace(DASHES, '-').trim()
  const [, body, extension] =
    /^(.*?)(?:\s*[(,]?\s*(?:内線|ext\.?|x|int\.|poste|Durchwahl)\s*[:.]?\s*(\d{1,6})\)?)?$/i.exec(plain) ?? []
  const number = (body ?? '')
    .replace(/^(?:tel|phone|電話)\s*[:.]?\s*/i, '')
    .replace(/^(\+\d.*?)\(0\)/, '$1')
    .replace(/\((\d+)\)\s*-?/g, (_, code: string) => `${code}-`)
    .replace(/\s*-[\s-]*/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
  const digits = number.replace(/\D/g, '').length
  if (!/^\+?\d[\d .\-/]*\d$/.test(number) || digits < 5 || digits > 15) return { refused: 'not-a-phone-number' }
  return extension ? { number, extension } : { number }
}

/**
 * Calling codes, and whether the leading 0 is a trunk prefix that falls away from abroad. In Italy it is part of the
 * number.
 */
const COUNTRIES: Record<string, { code: string; dropsZero: boolean }> = {
  JP: { code: '81', dropsZero: true },
  FR: { code: '33', dropsZero: true },
  BE: { code: '32', dropsZero: true },
  DE: { code: '49', dropsZero: true },
  IT: { code: '39', dropsZero: false },
  US: { code: '1', dropsZero: false },
}

/**
 * ITU-T E.164 for `tel:` links: (`078-306-2231`, `JP`) → `+81783062231`. Null where the country's rule is not known.
 */
export function internationalPhone(number: string, country: string): string | null {
  const digits = number.replace(/\D/g, '')
  if (number.startsWith('+')) return `+${digits}`
  const rule = COUNTRIES[country]
  if (!rule) return null
  return `+${rule.code}${rule.dropsZero ? digits.replace(/^0/, '') : digits}`
}
