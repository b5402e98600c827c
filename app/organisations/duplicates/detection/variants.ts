/** Old and other shapes of a character, each with the one it is compared by. Names are shown as they are written. */
const shapes =
  '髙高 﨑崎 邊辺 邉辺 齋斉 齊斉 斎斉 濵浜 濱浜 德徳 澤沢 廣広 國国 學学 醫医 櫻桜 眞真 惠恵 藏蔵 龍竜 壽寿 鐵鉄 體体 會会 榮栄 圓円 寶宝 靜静 關関 藥薬 鑛鉱 廳庁 實実 萬万 與与 淺浅 瀨瀬 瀧滝 嶋島 嶌島 槇槙 彌弥 禮礼 黑黒 增増 產産 內内 氣気 應応 驗験 險険 檢検 縣県 數数 齒歯 號号'

const variants = new Map(shapes.split(' ').map((pair): [string, string] => [pair[0]!, pair[1]!]))

/** Characters as they are compared: 髙 is 高, 﨑 is 崎. */
export const unifyVariants = (text: string): string =>
  text.replaceAll(/[\u4e00-\u9fff\ufa00-\ufaff]/gu, (letter) => variants.get(letter) ?? letter)
