import { splitLegalForm } from '../../import/duplicates/legalForms.ts'
import { normaliseName } from '../../import/duplicates/normalising.ts'
import { foldVowels, romanise, soundsOf } from './romanising.ts'
import { unifyVariants } from './variants.ts'

/** One name as it is compared. */
export type NameForm = {
  isFormer: boolean
  legalForm: string | null
  /** Words without legal form, accents and joining words, in their order. */
  words: string[]
  /** The words in one, and the words sorted: the same name however it is spaced or turned round. */
  key: string
  sorted: string
  /** Numbers, countries, branches, holdings: what tells two houses of one name apart. */
  marks: string
  /** In Latin letters: as it is, or romanised; null where that is not possible. */
  latin: string | null
  sounds: string | null
  isJapanese: boolean
}

const joining = new Set(['und', 'and', 'et', 'the', 'of', 'di', 'de', 'der', 'die', 'für', 'fur', 'for', 'e', 'y'])

const telling = new Set(
  'i ii iii iv vi vii viii ix nord sud sued est ovest ouest west east north south süd ost deutschland germany german italia italy italiana france francaise belgium belgique belgie belgien japan nippon europe europa european european emea international benelux schweiz suisse switzerland austria osterreich iberia espana spain nederland netherlands uk usa us america china asia polska holding holdings group gruppe gruppo groupe beteiligungs verwaltungs immobilien vertriebs vertrieb sales distribution distribuzione production produktions produktion service services logistics leasing finance ホールディングス グループ ヨーロッパ ジャパン アジア'.split(
    ' ',
  ),
)
const branches = /(支店|営業所|出張所|工場|事業所|支社|本店)$/u

/** "formerly X", "ex X", "già X", "vormals X", 旧X and their like, within brackets or behind a comma, dash or nothing. */
const former =
  /[\s,(（[\-–—]+(?:formerly(?: known as)?|f\/k\/a|fka|former|previously|ex|già|gia|vormals|vorm\.?|früher|ehemals|ehem\.?|anciennement|ex-)[\s:.-]+([^)）\]]{3,})[)）\]]?\s*$/iu
const formerJapanese = /[\s(（[]*旧(?:社名|商号|名称)?[\s::・]*([^)）\]]{2,})[)）\]]?\s*$/u
const bracketed = /^(.{2,}?)\s*[(（]([^)）]{3,})[)）]\s*$/u
const tag = /\s*\[[A-Z]{2}\]\s*$/

/** A name and the names it had before, as far as it tells them itself. */
export function namesWithin(raw: string): { name: string; isFormer: boolean }[] {
  const text = raw.normalize('NFKC').replace(tag, '').trim()
  const found = former.exec(text) ?? formerJapanese.exec(text)
  if (found && found.index > 0) {
    const rest = namesWithin(text.slice(0, found.index))
    return [...rest, { name: found[1]!.trim(), isFormer: true }]
  }
  const [, outside, inside] = bracketed.exec(text) ?? []
  // "株式会社デモ (Demo Inc.)" are two names of one; "Demo (Deutschland) GmbH" is one.
  if (
    outside &&
    inside &&
    isJapanese(outside) !== isJapanese(inside) &&
    !splitLegalForm(`x ${inside}`).core.match(/^x$/)
  )
    return [
      { name: outside, isFormer: false },
      { name: inside, isFormer: false },
    ]
  return text ? [{ name: text, isFormer: false }] : []
}

const isJapanese = (text: string): boolean => /[\u3040-\u30ff\u4e00-\u9fff]/u.test(text)

/** ue, oe, ae for ü, ö, ä: both are written. */
const plain = (word: string): string => (/^[a-z]+$/.test(word) ? word.replaceAll(/([aou])e/g, '$1') : word)

export function formOf({ name, isFormer }: { name: string; isFormer: boolean }): NameForm | null {
  const written = unifyVariants(name.normalize('NFKC'))
  const all = normaliseName(written).split(' ').filter(Boolean)
  const words = comparableWords(written)
  if (words.length === 0) return null
  const key = words.join('')
  const latin = isJapanese(key) ? romanise(key) : /^[a-z0-9]+$/.test(key) ? foldVowels(key) : null
  return {
    isFormer,
    legalForm: splitLegalForm(written).form,
    words,
    key,
    sorted: words.toSorted().join(' '),
    marks: marksOf(all),
    latin,
    sounds: latin ? soundsOf(latin) : null,
    isJapanese: isJapanese(key),
  }
}

/** Once more as long as something comes off: behind a joining word another legal form may show. */
function comparableWords(name: string): string[] {
  const words = normaliseName(name)
    .split(' ')
    .filter((word) => word && !joining.has(word))
    .map(plain)
  const again = words.join(' ')
  return again === name || again === '' ? words : comparableWords(again)
}

const marksOf = (words: readonly string[]): string =>
  words
    .flatMap((word) => [
      ...(word.match(/\d+/g) ?? []),
      ...(telling.has(word) ? [word] : []),
      ...(branches.exec(word) ?? []).slice(1),
    ])
    .toSorted()
    .join(' ')
