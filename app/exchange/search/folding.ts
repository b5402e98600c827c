import { isStopWord } from './stopWords.ts'

export type Script = 'latin' | 'kanji' | 'katakana' | 'hiragana'

/**
 * What texts are compared by: a Latin word without its ending, or one Japanese character. `start` and `end` say where it stands in the
 * NFKC form of the text.
 */
export type Unit = { key: string; word: string; script: Script | 'break'; isUpper: boolean; start: number; end: number }

// Long marks and middle dots belong to no script, but only ever stand in Japanese.
const PIECES =
  /(?<japanese>[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー・]+)|(?<word>[[\p{L}\p{N}\p{M}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]]+)(?<elided>['’ʼ`´]?)|(?<stop>[.,;:!?。、\(\)「」『』\|\/\n\[\]\{\}<>"“”„«»])/gv

const ELIDED = new Set(
  'l d c j m n s t qu un dell all nell sull dall quell jusqu lorsqu puisqu quelqu anch dov cos'.split(' '),
)

const LETTERS: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ı: 'i' }

/** A Latin word as it is compared: small letters, without accents. */
export const fold = (word: string): string =>
  word
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036F]/g, '')
    .replaceAll(/[ßæœøłđı]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFC')

const LEAST = 4

/**
 * Takes the endings of five languages off a folded word, without asking which language it is: plural and gender, then final vowels; `k` and
 * `q` become `c`, so that robotics, Robotik, robotique and robotica are one. Its results are compared, never shown.
 */
export function stem(word: string): string {
  if (word.length <= LEAST || /[^a-z]/.test(word)) return word
  let rest = word
  if (rest.length > 5) rest = rest.replace(/aux$/, 'al')
  rest = rest.replace(/(?<![su])[sx]$/, '')
  if (rest.length > LEAST + 1) rest = rest.replace(/(?:en|em|er|es)$/, '')
  while (rest.length > LEAST && /[aeiouy]$/.test(rest)) rest = rest.slice(0, -1)
  return rest.replace(/([bcdfgklmnprstz])\1$/, '$1').replace(/[kq]$/, 'c')
}

/** A text as units, in order; stop words are left out, ends of phrases are kept as breaks. */
export function unitsOf(text: string): { text: string; units: Unit[] } {
  const plain = text.normalize('NFKC')
  const units: Unit[] = []
  for (const piece of plain.matchAll(PIECES)) {
    const { japanese, word, elided, stop } = piece.groups ?? {}
    const start = piece.index
    if (japanese) units.push(...japaneseUnits(japanese, start))
    if (stop) units.push({ key: '', word: '', script: 'break', isUpper: false, start, end: start + 1 })
    if (word) {
      const unit = latinUnit(word, start)
      const isElided = elided && ELIDED.has(unit.word)
      const isPossessive = unit.word === 's' && /['’ʼ]/.test(plain[start - 1] ?? '')
      if (!isElided && !isPossessive && unit.word && (unit.isUpper || !isStopWord(unit.word))) units.push(unit)
    }
  }
  return { text: plain, units }
}

function latinUnit(word: string, start: number): Unit {
  const folded = fold(word)
  const isUpper = /^(?=.*\p{Lu})[\p{Lu}\p{N}]{2,5}$/u.test(word)
  return { key: stem(folded), word: folded, script: 'latin', isUpper, start, end: start + word.length }
}

const PAIRS: Record<string, string> = {
  ヴァ: 'バ',
  ヴィ: 'ビ',
  ヴェ: 'ベ',
  ヴォ: 'ボ',
  ティ: 'チ',
  ディ: 'デ',
}
const SINGLES: Record<string, string> = { ヴ: 'ブ', ァ: 'ア', ィ: 'イ', ゥ: 'ウ', ェ: 'エ', ォ: 'オ' }

/** Character by character: hiragana as katakana, katakana in its plainest spelling, without long marks. */
function japaneseUnits(run: string, offset: number): Unit[] {
  const letters = Array.from(run)
  const units: Unit[] = []
  let at = offset
  for (let index = 0; index < letters.length; index++) {
    const letter = letters[index]!
    const start = at
    at += letter.length
    if (letter === 'ー' || letter === '・') continue
    const kana = asKatakana(letter)
    const pair = PAIRS[kana + asKatakana(letters[index + 1] ?? '')]
    if (pair) at += letters[++index]!.length
    const key = pair ?? SINGLES[kana] ?? kana
    units.push({ key, word: key, script: scriptOf(letter), isUpper: false, start, end: at })
  }
  return units
}

const asKatakana = (letter: string): string =>
  /^[\u3041-\u3096]$/.test(letter) ? String.fromCharCode(letter.charCodeAt(0) + 0x60) : letter

const scriptOf = (letter: string): Script =>
  /\p{Script=Hiragana}/u.test(letter) ? 'hiragana' : /\p{Script=Katakana}/u.test(letter) ? 'katakana' : 'kanji'
