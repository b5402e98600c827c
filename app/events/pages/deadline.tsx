import { clockAt, clockText } from '../../language/timeWords.ts'
import type { EventView } from '../event.ts'
import type { Category } from '../registration/categories.ts'
import type { Openness } from '../registration/openness.ts'
import { declaredBy, momentOf, placeOf, type Reader, secondOf } from './words.ts'

/** When registration opens and closes, by both clocks, and on which side of the very second it closes. */
export function Deadline(props: Reader & { event: EventView; category: Category; openness: Openness }) {
  const { t, locale, event, category, openness } = props
  const words = t.events.deadline
  const where = declaredBy(category, event)
  const moment = momentOf(category.closesAt, where, props).text
  // By the declaring clock, and saying so: beside two clocks a bare time could be either's.
  const second = clockAt(locale, clockText(locale, secondOf(category.closesAt, category.zone)), placeOf(where, locale))
  if (openness === 'closed' || openness === 'late')
    return (
      <p class="soft">
        {words.closed({ moment })}
        {openness === 'late' ? ` ${words.late}` : ''}
      </p>
    )
  const closes = category.closesInclusive ? words.closesInclusive : words.closesExclusive
  return (
    <>
      {openness === 'early' && category.opensAt ? (
        <p>{words.opens({ moment: momentOf(category.opensAt, where, props).text })}</p>
      ) : null}
      <p>{closes({ moment, second })}</p>
    </>
  )
}
