/** Cities that bear several names, the first of them the one they are compared by. Written for the partners' countries. */
const known = [
  'munich|münchen|muenchen|monaco di baviera|ミュンヘン',
  'cologne|köln|koeln|colonia|ケルン',
  'nuremberg|nürnberg|nuernberg|norimberga|ニュルンベルク',
  'hanover|hannover|ハノーファー',
  'hamburg|hambourg|amburgo|ハンブルク|ハンブルグ',
  'berlin|berlino|ベルリン',
  'frankfurt|frankfurt am main|frankfurt a m|francfort|francoforte|フランクフルト',
  'dusseldorf|düsseldorf|duesseldorf|デュッセルドルフ',
  'stuttgart|stoccarda|シュトゥットガルト',
  'luebeck|lübeck|リューベック',
  'tubingen|tübingen|tuebingen',
  'aachen|aix la chapelle|aquisgrana',
  'milan|milano|mailand|ミラノ',
  'turin|torino|トリノ',
  'rome|roma|rom|ローマ',
  'florence|firenze|florenz|フィレンツェ',
  'venice|venezia|venedig|venise',
  'genoa|genova|genua|gênes|ジェノバ',
  'naples|napoli|neapel|ナポリ',
  'bologna|bologne',
  'bolzano|bozen',
  'padua|padova|padoue',
  'brussels|bruxelles|brussel|brüssel|bruessel|ブリュッセル',
  'antwerp|antwerpen|anvers|アントワープ',
  'ghent|gent|gand|ヘント|ゲント',
  'liege|liège|luik|lüttich|リエージュ',
  'leuven|louvain|löwen',
  'bruges|brugge|brügge',
  'mechelen|malines',
  'mons|bergen',
  'namur|namen',
  'kortrijk|courtrai',
  'lyon|lione|リヨン',
  'paris|parigi|パリ',
  'marseille|marsiglia',
  'strasbourg|straßburg|strassburg|strasburgo',
  'nice|nizza',
  'tokyo|東京|東京都|tōkyō|tokio',
  'kobe|神戸|神戸市|kōbe',
  'osaka|大阪|大阪市|ōsaka|大阪府',
  'kyoto|京都|京都市|kyōto|京都府',
  'nagoya|名古屋|名古屋市',
  'yokohama|横浜|横浜市',
  'sapporo|札幌|札幌市',
  'fukuoka|福岡|福岡市',
  'sendai|仙台|仙台市',
  'hiroshima|広島|広島市',
  'himeji|姫路|姫路市',
  'vienna|wien|vienne',
  'geneva|genève|genf|ginevra|geneve',
  'zurich|zürich|zuerich|zurigo',
  'basel|bâle|basilea',
  'london|londres|londra',
  'copenhagen|københavn|kopenhagen',
]

const bare = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}(?<![\u3099\u309a])/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const canonical = new Map(
  known.flatMap((line) => {
    const names = line.split('|').map(bare)
    return names.map((name): [string, string] => [name, names[0]!])
  }),
)

/** Prefectures before the city, wards and streets behind it: 兵庫県神戸市中央区港島南町 is 神戸市. */
const japanese = /^(?:〒?\s*\d{3}-?\d{4}\s*)?(?:東京都(.{1,4}?区)?|(?:.{2,3}[都道府県])?(.{1,6}?[市町村]))/u

/** A city as it is compared: one name for its several, without post codes, districts and CEDEX. */
export function normaliseCity(city: string): string {
  const text = city.normalize('NFKC').trim()
  const within = japanese.exec(text)
  if (within && /[\u3040-\u9fff]/.test(text)) {
    const found = bare(within[2] ?? '東京')
    return canonical.get(found) ?? canonical.get(found.replace(/[市町村]$/, '')) ?? found.replace(/市$/, '')
  }
  const plain = bare(text)
    .replace(/\bcedex\b.*$/, '')
    .replace(/^(?:[a-z]{1,2} )?\d{4,5} /, '')
    .replace(/ \d+(?: ?(?:er|e|eme))?(?: arrondissement)?$/, '')
    .replace(/-?\b(?:shi|ku|city)$/, '')
    .replace(/ [a-z]{2}$/, '')
    .trim()
  const settled = plain || bare(text)
  return canonical.get(settled) ?? settled
}
