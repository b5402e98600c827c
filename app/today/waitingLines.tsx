import type { Locale } from '../language/locales.ts'
import { timeForReader } from '../language/timesForReader.ts'
import type { Catalogue } from '../platform/i18n/catalogue.ts'
import { Status } from '../ui/status.tsx'
import type { DueItem } from '../web/due.ts'

type Reader = { t: Catalogue; locale: Locale; zone: string }

/** One thing that waits: what, until when, and whether that has passed. */
export function DueLine({ item, now, t, locale, zone }: Reader & { item: DueItem; now: Date }) {
  const isLate = item.due !== null && item.due.at < now
  return (
    <div class="row">
      <a href={`/${locale}${item.path}`}>{item.text(t, locale)}</a>
      {item.due ? <Deadline due={item.due} isLate={isLate} {...{ t, locale, zone }} /> : null}
    </div>
  )
}

function Deadline({ due, isLate, t, locale, zone }: Reader & { due: NonNullable<DueItem['due']>; isLate: boolean }) {
  const time = timeForReader({ instant: due.at.toISOString(), zone: due.zone }, { locale, zone })
  return (
    <span class="soft small own-line">
      {isLate ? <Status tone="late">{t.today.overdue}</Status> : null}{' '}
      <time datetime={time.here.machine}>{t.today.until({ time: time.text })}</time>
    </span>
  )
}
