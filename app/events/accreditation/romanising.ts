/**
 * How a word sounds, near enough to hold kana against Latin letters: 大野 (おおの) against Ohno, Ōno and Ono; フローレンス is a sound of its
 * own that no spelling gives back. Expects lower case and hiragana. Null for what has no sound by itself (Han).
 */
export function romanise(word: string): string | null {
  let sound = ''
  for (let at = 0; at < word.length;) {
    const pair = SYLLABLES.get(word.slice(at, at + 2))
    const single = SYLLABLES.get(word.charAt(at))
    const letter = word.charAt(at)
    if (pair !== undefined) sound += pair
    else if (single !== undefined) sound += single
    else if (/[a-z0-9]/.test(letter)) sound += letter
    else return null
    at += pair === undefined ? 1 : 2
  }
  return soundOf(sound)
}

/** The spellings of one sound brought together: Hepburn, Kunrei, and the ways in which long vowels are written or not. */
const soundOf = (latin: string): string =>
  latin
    // The small っ doubles what follows.
    .replace(/\*([a-z])/g, '$1$1')
    .replaceAll('*', '')
    .replaceAll('-', '')
    .replaceAll('tch', 'cch')
    .replace(/sy(?=[aou])/g, 'sh')
    .replace(/ty(?=[aou])/g, 'ch')
    .replace(/[zj]y(?=[aou])/g, 'j')
    .replace(/(?<!s|c)si/g, 'shi')
    .replace(/(?<!t)ti/g, 'chi')
    .replace(/tu/g, 'tsu')
    .replace(/(?<!s|c|t|p)hu/g, 'fu')
    .replace(/zi/g, 'ji')
    .replace(/du|dzu/g, 'zu')
    .replace(/m(?=[bp])/g, 'n')
    .replace(/oh(?![aiueo])/g, 'o')
    .replace(/o[ou]+/g, 'o')
    .replace(/uu+/g, 'u')
    .replace(/aa+/g, 'a')
    .replace(/ii+/g, 'i')
    .replace(/ei|ee+/g, 'e')

const SYLLABLES = new Map<string, string>()
const row = (kana: string, latin: string) => {
  const sounds = latin.split(' ')
  kana.split(' ').forEach((syllable, index) => SYLLABLES.set(syllable, sounds[index] ?? ''))
}
row('あ い う え お か き く け こ', 'a i u e o ka ki ku ke ko')
row('さ し す せ そ た ち つ て と', 'sa shi su se so ta chi tsu te to')
row('な に ぬ ね の は ひ ふ へ ほ', 'na ni nu ne no ha hi fu he ho')
row('ま み む め も や ゆ よ', 'ma mi mu me mo ya yu yo')
row('ら り る れ ろ わ ゐ ゑ を ん', 'ra ri ru re ro wa i e o n')
row('が ぎ ぐ げ ご ざ じ ず ぜ ぞ', 'ga gi gu ge go za ji zu ze zo')
row('だ ぢ づ で ど ば び ぶ べ ぼ', 'da ji zu de do ba bi bu be bo')
row('ぱ ぴ ぷ ぺ ぽ ゔ っ ー', 'pa pi pu pe po vu * -')
row('きゃ きゅ きょ しゃ しゅ しょ ちゃ ちゅ ちょ', 'kya kyu kyo sha shu sho cha chu cho')
row('にゃ にゅ にょ ひゃ ひゅ ひょ みゃ みゅ みょ', 'nya nyu nyo hya hyu hyo mya myu myo')
row('りゃ りゅ りょ ぎゃ ぎゅ ぎょ じゃ じゅ じょ', 'rya ryu ryo gya gyu gyo ja ju jo')
row('びゃ びゅ びょ ぴゃ ぴゅ ぴょ', 'bya byu byo pya pyu pyo')
row('ふぁ ふぃ ふぇ ふぉ てぃ でぃ うぃ うぇ うぉ', 'fa fi fe fo ti di wi we wo')
row('しぇ じぇ ちぇ ゔぁ ゔぃ ゔぇ ゔぉ つぁ つぉ', 'she je che va vi ve vo tsa tso')
row('ぁ ぃ ぅ ぇ ぉ ゃ ゅ ょ', 'a i u e o ya yu yo')
