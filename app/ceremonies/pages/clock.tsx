import type { Locale } from '../../language/locales.ts'
import { placeName } from '../../language/places.ts'
import { localTime, machineTime } from '../../language/times.ts'
import { clockAt, clockText } from '../../language/timeWords.ts'
import type { Translated } from '../../language/translated.ts'
import type { Live } from '../pieces.ts'

/** Where `{time}` is replaced by `HH:MM`: by the server here, by the island when the board moves on. */
const SLOT = '{time}'

type ClockProps = {
  locale: Locale
  /** IANA name; null: the reader's own, which only their browser knows, so the island writes it. */
  zone: string | null
  /** `{time}` in words; the bare clock unless told. */
  pattern?: string
  class?: string
}

/** The wall clock of a fixed moment, or of one on the board that may not have come yet. */
export function Clock(props: ClockProps & ({ at: string } | { live: Live; of: string })) {
  const { locale, zone } = props
  const pattern = props.pattern ?? clockText(locale, SLOT)
  const at = 'at' in props ? props.at : (props.live.times[props.of] ?? null)
  const local = at && zone ? localTime(at, zone) : null
  return (
    <time
      class={props.class}
      datetime={local ? machineTime(local) : (at ?? undefined)}
      data-time={'of' in props ? props.of : undefined}
      data-at={at ?? undefined}
      data-zone={zone ?? ''}
      data-pattern={pattern}
      hidden={!local}
    >
      {local ? pattern.replace(SLOT, local.time) : ''}
    </time>
  )
}

/** `{time} in Kobe`, as the language says it. */
export const patternAt = (locale: Locale, zone: string, place: Translated | undefined): string =>
  clockAt(locale, clockText(locale, SLOT), placeName(locale, zone, place))
