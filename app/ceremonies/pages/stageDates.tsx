import { fullDateText } from '../../language/dates.ts'
import { eraDate } from '../../language/japaneseDates.ts'
import type { Locale } from '../../language/locales.ts'
import { placeName } from '../../language/places.ts'
import { localTime } from '../../language/times.ts'
import { clockText } from '../../language/timeWords.ts'
import type { Board } from '../board.ts'
import { inAgreedOrder, placeOf, type Setting } from './reader.ts'
import type { Tongue } from './tongues.tsx'

type Dated = { board: Board; setting: Setting; tongues: Tongue[] }

/** The day at the place of the ceremony in both styles: by era in Japanese, and the Western date. Once signed, the day it was signed. */
export function ceremonyDates({ board, setting, tongues }: Dated): { text: string; locale: Locale }[] {
  const { date } = localTime(board.completedAt ?? setting.begins, setting.zone)
  const dates = tongues.map(({ locale }) => ({
    locale,
    text: locale === 'ja' ? eraDate(date) : fullDateText(locale, date),
  }))
  const isOnlyJapanese = tongues.every(({ locale }) => locale === 'ja')
  return isOnlyJapanese ? [...dates, { locale: 'ja', text: fullDateText('ja', date) }] : dates
}

/** What the clocks show when it begins, once for each zone from which somebody signs; the ceremony's own comes first. */
export function PlaceClocks({ board, setting, tongues }: Dated) {
  const zones = [...new Set([setting.zone, ...inAgreedOrder(board).map(({ timeZone }) => timeZone)])]
  const clocks = new Map<string, string[]>()
  for (const zone of zones) {
    const { time, date } = localTime(setting.begins, zone)
    clocks.set(`${date} ${time}`, [...(clocks.get(`${date} ${time}`) ?? []), zone])
  }
  const place = (zone: string, locale: Locale) =>
    zone === setting.zone ? placeOf(setting, locale) : placeName(locale, zone)
  return (
    <ul class="stage-clocks" role="list">
      {[...clocks].map(([moment, there]) => (
        <li>
          <span class="stage-clock">{clockText('en', moment.slice(11))}</span>
          {tongues.map(({ locale }) => (
            <span class="tongue" lang={locale}>
              {there.map((zone) => place(zone, locale)).join(locale === 'ja' ? '・' : ' · ')}
            </span>
          ))}
        </li>
      ))}
    </ul>
  )
}
