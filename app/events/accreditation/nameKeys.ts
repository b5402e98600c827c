import type { NameForm, PersonName } from '../../language/names.ts'
import { romanise } from './romanising.ts'

/**
 * Keys that are the same for two spellings of one name: case, width, diacritics, kana of either kind, old and new forms of a character,
 * which part comes first, kana against Latin letters. They only ever lead to a question to the press office, so they may err towards
 * “the same”. Never shown and never stored in place of the name.
 */
export function nameKeys(name: PersonName): string[] {
  const keys = new Set<string>()
  for (const form of [name.native, name.latin, name.kana]) if (form) for (const key of keysOf(form)) keys.add(key)
  return [...keys].toSorted()
}

/** One outlet under two names: 株式会社, ㈱, GmbH and the like do not make another. */
export function outletKey(outlet: string): string {
  const plain = fold(outlet).replace(/\b(?:the|il|la|le|les|der|die|das)\b(?=\s\S)/gu, ' ')
  const bare = plain.replace(LEGAL_FORMS, ' ').replace(LATIN_LEGAL_FORMS, ' ')
  const solid = solidly(bare).replace(/(?<=新聞|通信|放送|出版)社$/u, '')
  // A name that is nothing but its legal form, or signs, stays what it is.
  return solid || solidly(plain) || outlet.normalize('NFKC').trim().toLowerCase() || outlet.trim()
}

/** The last nine digits: +81 90 1234 5678 and 090-1234-5678 end the same. */
export const mobileKey = (mobile: string): string => mobile.normalize('NFKC').replace(/\D/g, '').slice(-9)

function keysOf(form: NameForm): string[] {
  const parts = [form.family, form.given ?? ''].map((part) => solidly(fold(part))).filter(Boolean)
  if (parts.length === 0) return []
  const exact = keyOf(parts)
  const sounds = parts.map((part) => romanise(part))
  // Han has no sound without its reading.
  if (sounds.some((sound) => sound === null)) return [exact]
  return [...new Set([exact, `~${keyOf(sounds as string[])}`])]
}

/** Both orders give one key. */
const keyOf = (parts: string[]): string => parts.toSorted().join(' ')

/** Lower case, half width, hiragana, no diacritics on Latin letters, today's form of old characters. */
function fold(text: string): string {
  const wide = text.normalize('NFKC').replace(/[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu, '')
  const letters = wide.replace(/\p{Script=Latin}\p{M}*/gu, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''))
  const small = letters.toLowerCase().replace(/[ßæœøłđðþ]/gu, (letter) => LIGATURES[letter] ?? letter)
  return small
    .replace(/[ァ-ヶ]/gu, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/\p{Script=Han}/gu, (han) => NEW_FORMS.get(han) ?? han)
}

/** Without what stands between letters; 々 and ー belong to the word. */
const solidly = (text: string): string => text.replace(/[^\p{L}\p{N}\p{M}ー々]/gu, '')

const LIGATURES: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th' }

/** After folding, which turns ㈱ into (株). */
const LEGAL_FORMS =
  /株式会社|有限会社|合同会社|合資会社|合名会社|(?:一般|公益|特定非営利活動)?(?:社団|財団)法人|公益法人|\((?:株|有|同|社|財)\)/gu
const LATIN_LEGAL_FORMS =
  /(?<![\p{L}\p{N}])(?:g\.?mbh(?:\s*&\s*co\.?\s*kg)?|a\.?g|s\.?p\.?a|s\.?r\.?l|s\.?a\.?s|s\.?a|s\.?r\.?l|ltd|limited|inc|corp|llc|plc|e\.?v|k\.?k|co|kg|nv|bv)\.?(?![\p{L}\p{N}])/gu

/** Old and variant forms that live on in family names, each with today's: a reporter's card may show either. */
const NEW_FORMS = new Map(
  '髙高 﨑崎 嵜崎 邊辺 邉辺 澤沢 齋斉 齊斉 廣広 國国 濱浜 濵浜 櫻桜 眞真 德徳 惠恵 榮栄 瀧滝 龍竜 萬万 嶋島 嶌島 冨富 栁柳 條条 黑黒 靜静 淺浅 圓円 壽寿 曾曽 藏蔵 鐵鉄 與与 來来 豐豊 澁渋 實実 彌弥 爲為 亞亜 吉𠮷 橫横 步歩 祐祐 神神 福福 晴晴 都都 館館 諸諸 祥祥 逸逸 隆隆 賴頼 顯顕 應応 學学 會会 關関 處処 團団 傳伝 戶戸 內内 卷巻 緖緒 敎教 淸清 瀨瀬 單単 佛仏 辯弁 斎斉 聰聡 槇槙 凜凛 遙遥 堯尭 禮礼 巖巌 峯峰 埜野 籠篭 籐藤 檜桧 螢蛍 穗穂 樂楽 檢検 當当 經経 雜雑 總総 縱縦 發発 變変 讓譲 寶宝 覺覚 觀観 鄕郷 醫医 鑛鉱 鷗鴎'
    .split(' ')
    .map((pair): [string, string] => {
      const [from = '', to = ''] = Array.from(pair)
      return [from, to]
    })
    .filter(([from, to]) => from !== to),
)
