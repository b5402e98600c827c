import { splitLegalForm } from './legalForms.ts'

/** Accents off, but not the voice marks of kana: が is no か. ß, ø and their like as they are written without them. */
const bare = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}(?<![\u3099\u309a])/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replaceAll('œ', 'oe')
    .replaceAll('ł', 'l')

/** Hiragana as katakana: readings come in either. */
const katakana = (text: string): string =>
  text.replaceAll(/[\u3041-\u3096]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60))

/** Names as they are compared: without legal form, case, width, accents and signs. The same again gives the same. */
export function normaliseName(name: string): string {
  let core = name
  // "X GmbH & Co. KG", "Z Ltd. (Inc.)": one form may hide another.
  for (let round = 0; round < 3; round++) {
    const split = splitLegalForm(core)
    if (!split.form) break
    core = split.core
  }
  const plain = lettersOf(core)
  return plain || lettersOf(name)
}

const lettersOf = (text: string): string =>
  katakana(bare(text))
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
