import type { Locale } from './locales.ts'
import { pick, type Translated } from './translated.ts'

type CityNames = readonly [ja: string, en: string, fr: string, de: string, it: string]

const same = (ja: string, name: string): CityNames => [ja, name, name, name, name]

/**
 * The cities that zones are named after, for the zones in which alliances of this kind live. A zone missing here shows
 * its city as the IANA writes it: readable in Latin script, and right.
 */
const CITIES: Record<string, CityNames> = {
  'Asia/Tokyo': ['東京', 'Tokyo', 'Tokyo', 'Tokio', 'Tokyo'],
  'Asia/Seoul': ['ソウル', 'Seoul', 'Séoul', 'Seoul', 'Seul'],
  'Asia/Shanghai': ['上海', 'Shanghai', 'Shanghai', 'Shanghai', 'Shanghai'],
  'Asia/Taipei': ['台北', 'Taipei', 'Taipei', 'Taipeh', 'Taipei'],
  'Asia/Singapore': ['シンガポール', 'Singapore', 'Singapour', 'Singapur', 'Singapore'],
  'Asia/Jerusalem': ['エルサレム', 'Jerusalem', 'Jérusalem', 'Jerusalem', 'Gerusalemme'],
  'Asia/Kolkata': ['コルカタ', 'Kolkata', 'Calcutta', 'Kolkata', 'Calcutta'],
  'Europe/Rome': ['ローマ', 'Rome', 'Rome', 'Rom', 'Roma'],
  'Europe/Brussels': ['ブリュッセル', 'Brussels', 'Bruxelles', 'Brüssel', 'Bruxelles'],
  'Europe/Berlin': ['ベルリン', 'Berlin', 'Berlin', 'Berlin', 'Berlino'],
  'Europe/Paris': ['パリ', 'Paris', 'Paris', 'Paris', 'Parigi'],
  'Europe/London': ['ロンドン', 'London', 'Londres', 'London', 'Londra'],
  'Europe/Madrid': ['マドリード', 'Madrid', 'Madrid', 'Madrid', 'Madrid'],
  'Europe/Amsterdam': same('アムステルダム', 'Amsterdam'),
  'Europe/Luxembourg': ['ルクセンブルク', 'Luxembourg', 'Luxembourg', 'Luxemburg', 'Lussemburgo'],
  'Europe/Zurich': ['チューリッヒ', 'Zurich', 'Zurich', 'Zürich', 'Zurigo'],
  'Europe/Vienna': ['ウィーン', 'Vienna', 'Vienne', 'Wien', 'Vienna'],
  'Europe/Lisbon': ['リスボン', 'Lisbon', 'Lisbonne', 'Lissabon', 'Lisbona'],
  'Europe/Dublin': ['ダブリン', 'Dublin', 'Dublin', 'Dublin', 'Dublino'],
  'Europe/Copenhagen': ['コペンハーゲン', 'Copenhagen', 'Copenhague', 'Kopenhagen', 'Copenaghen'],
  'Europe/Stockholm': ['ストックホルム', 'Stockholm', 'Stockholm', 'Stockholm', 'Stoccolma'],
  'Europe/Helsinki': same('ヘルシンキ', 'Helsinki'),
  'Europe/Warsaw': ['ワルシャワ', 'Warsaw', 'Varsovie', 'Warschau', 'Varsavia'],
  'Europe/Prague': ['プラハ', 'Prague', 'Prague', 'Prag', 'Praga'],
  'Europe/Athens': ['アテネ', 'Athens', 'Athènes', 'Athen', 'Atene'],
  'America/New_York': same('ニューヨーク', 'New York'),
  'America/Chicago': same('シカゴ', 'Chicago'),
  'America/Los_Angeles': same('ロサンゼルス', 'Los Angeles'),
  'America/Toronto': same('トロント', 'Toronto'),
  'America/Sao_Paulo': ['サンパウロ', 'São Paulo', 'São Paulo', 'São Paulo', 'San Paolo'],
  'Australia/Sydney': same('シドニー', 'Sydney'),
}

const COLUMN: Record<Locale, 0 | 1 | 2 | 3 | 4> = { ja: 0, en: 1, fr: 2, de: 3, it: 4 }

/** Zones offered in a form, before "all others". UTC comes last. */
export const usualZones: readonly string[] = [...Object.keys(CITIES), 'UTC']

/** UTC is nobody's home: it is named, but nothing happens *in* it. */
export const isUtc = (zone: string): boolean => /^(?:Etc\/)?(?:UTC|GMT|UCT|Zulu|Universal|Greenwich)$/i.test(zone)

/** The place's own name if one is given (Kobe, Lyon), else the city the zone is named after. */
export function placeName(locale: Locale, zone: string, place?: Translated): string {
  const given = place && pick(place, locale)
  if (given) return given.text
  if (isUtc(zone)) return 'UTC'
  const known = CITIES[zone]
  return known ? known[COLUMN[locale]] : zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')
}
