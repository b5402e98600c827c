import { readings } from './readings.ts'

/** Hepburn, by katakana; pairs of one sound come first. */
const pairs: Record<string, string> = {
  キャ: 'kya',
  キュ: 'kyu',
  キョ: 'kyo',
  シャ: 'sha',
  シュ: 'shu',
  ショ: 'sho',
  チャ: 'cha',
  チュ: 'chu',
  チョ: 'cho',
  ニャ: 'nya',
  ニュ: 'nyu',
  ニョ: 'nyo',
  ヒャ: 'hya',
  ヒュ: 'hyu',
  ヒョ: 'hyo',
  ミャ: 'mya',
  ミュ: 'myu',
  ミョ: 'myo',
  リャ: 'rya',
  リュ: 'ryu',
  リョ: 'ryo',
  ギャ: 'gya',
  ギュ: 'gyu',
  ギョ: 'gyo',
  ジャ: 'ja',
  ジュ: 'ju',
  ジョ: 'jo',
  ビャ: 'bya',
  ビュ: 'byu',
  ビョ: 'byo',
  ピャ: 'pya',
  ピュ: 'pyu',
  ピョ: 'pyo',
  ファ: 'fa',
  フィ: 'fi',
  フェ: 'fe',
  フォ: 'fo',
  フュ: 'fyu',
  ティ: 'ti',
  ディ: 'di',
  デュ: 'dyu',
  テュ: 'tyu',
  トゥ: 'tu',
  ドゥ: 'du',
  ウィ: 'wi',
  ウェ: 'we',
  ウォ: 'wo',
  ヴァ: 'va',
  ヴィ: 'vi',
  ヴェ: 've',
  ヴォ: 'vo',
  シェ: 'she',
  ジェ: 'je',
  チェ: 'che',
  ツァ: 'tsa',
  ツェ: 'tse',
  ツォ: 'tso',
  イェ: 'ye',
  クァ: 'kwa',
  クォ: 'kwo',
  グァ: 'gwa',
}
const singles: Record<string, string> = {
  ア: 'a',
  イ: 'i',
  ウ: 'u',
  エ: 'e',
  オ: 'o',
  カ: 'ka',
  キ: 'ki',
  ク: 'ku',
  ケ: 'ke',
  コ: 'ko',
  サ: 'sa',
  シ: 'shi',
  ス: 'su',
  セ: 'se',
  ソ: 'so',
  タ: 'ta',
  チ: 'chi',
  ツ: 'tsu',
  テ: 'te',
  ト: 'to',
  ナ: 'na',
  ニ: 'ni',
  ヌ: 'nu',
  ネ: 'ne',
  ノ: 'no',
  ハ: 'ha',
  ヒ: 'hi',
  フ: 'fu',
  ヘ: 'he',
  ホ: 'ho',
  マ: 'ma',
  ミ: 'mi',
  ム: 'mu',
  メ: 'me',
  モ: 'mo',
  ヤ: 'ya',
  ユ: 'yu',
  ヨ: 'yo',
  ラ: 'ra',
  リ: 'ri',
  ル: 'ru',
  レ: 're',
  ロ: 'ro',
  ワ: 'wa',
  ヰ: 'i',
  ヱ: 'e',
  ヲ: 'o',
  ン: 'n',
  ガ: 'ga',
  ギ: 'gi',
  グ: 'gu',
  ゲ: 'ge',
  ゴ: 'go',
  ザ: 'za',
  ジ: 'ji',
  ズ: 'zu',
  ゼ: 'ze',
  ゾ: 'zo',
  ダ: 'da',
  ヂ: 'ji',
  ヅ: 'zu',
  デ: 'de',
  ド: 'do',
  バ: 'ba',
  ビ: 'bi',
  ブ: 'bu',
  ベ: 'be',
  ボ: 'bo',
  パ: 'pa',
  ピ: 'pi',
  プ: 'pu',
  ペ: 'pe',
  ポ: 'po',
  ヴ: 'vu',
  ァ: 'a',
  ィ: 'i',
  ゥ: 'u',
  ェ: 'e',
  ォ: 'o',
  ャ: 'ya',
  ュ: 'yu',
  ョ: 'yo',
  ー: '',
  ヶ: 'ke',
  ヵ: 'ka',
}

/** Katakana and words whose reading is known in Latin letters; null where a character's reading is not known. */
export function romanise(text: string): string | null {
  let left = text.replaceAll(/[・\s]+/gu, '')
  for (const [word, reading] of readings) left = left.replaceAll(word, reading)
  let roman = ''
  for (let at = 0; at < left.length; at++) {
    const letter = left[at]!
    const pair = pairs[left.slice(at, at + 2)]
    if (pair) at++
    const sound = pair ?? singles[letter] ?? letter
    // A small tsu doubles the consonant that follows.
    if (letter === 'ッ') continue
    if (left[at - (pair ? 2 : 1)] === 'ッ' && /^[a-z]/.test(sound)) roman += sound.startsWith('ch') ? 't' : sound[0]
    roman += sound
  }
  return /^[a-z0-9]*$/.test(roman) ? foldVowels(roman) : null
}

/** Long vowels as short ones, as names on signs and letterheads mostly write them. */
export const foldVowels = (latin: string): string =>
  latin
    .replaceAll(/o[uo]+|oh(?=[^aeiouy]|$)/g, 'o')
    .replaceAll(/uu+/g, 'u')
    .replaceAll(/aa+/g, 'a')
    .replaceAll(/ii+/g, 'i')
    .replaceAll(/ee+/g, 'e')
    .replaceAll(/m(?=[bpm])/g, 'n')

/** Consonants as Japanese hears them, so that a borrowed word meets its original: メディカル and "medical" are both "ndk". */
export const soundsOf = (latin: string): string =>
  latin
    .replaceAll('ph', 'f')
    .replaceAll('tion', 'shn')
    .replaceAll('chi', 'ti')
    .replaceAll('tsu', 'tu')
    .replaceAll('ch', 'k')
    .replaceAll('sh', 's')
    .replaceAll('th', 't')
    .replaceAll(/c(?=[eiy])/g, 's')
    .replaceAll(/g(?=[eiy])/g, 'j')
    .replaceAll('x', 'ks')
    .replaceAll(/[cq]/g, 'k')
    // Not heard in "center" (センター), heard as "ru" in "catheter" (カテーテル): left out of both.
    .replaceAll(/([aeiou])[rl]u?(?![aeiouy])/g, '$1')
    .replaceAll('l', 'r')
    .replaceAll('v', 'b')
    .replaceAll('z', 'j')
    .replaceAll('m', 'n')
    .replaceAll(/[aeiouywh\s]/g, '')
    .replaceAll(/(.)\1+/g, '$1')
