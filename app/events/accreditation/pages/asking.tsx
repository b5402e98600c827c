import { Person } from '../../../ui/person.tsx'
import { Table } from '../../../ui/table.tsx'
import type { Application } from '../applications.ts'
import { momentOf } from '../../pages/words.ts'
import type { PressEvent } from '../pressEvent.ts'
import { Trail } from './parts.tsx'
import { languagesIn, nameFor, type Reader, readingOf, shown } from './words.ts'

/** The sheet that lies before the moderator: made to be printed. */
export function AskingPage(props: Reader & { event: PressEvent; asking: Application[]; now: Date }) {
  const { t, locale, zone, event, asking, now } = props
  const words = t.accreditation.asking
  const { columns } = words
  const title = shown(event.title, locale)
  const asOf = momentOf(now, event, { locale, zone: zone ?? event.zone }).text
  return (
    <article class="stack-wide press-sheet">
      <div class="stack">
        <Trail {...props} here={words.title} below="applications" />
        <h1>{words.title}</h1>
        <p class="lede" lang={title.locale}>
          {title.text}
        </p>
        <p>{words.lede}</p>
        <p class="soft">
          {words.asOf({ when: asOf })} · {words.internal}
        </p>
      </div>
      {asking.length === 0 ? (
        <p>{words.empty}</p>
      ) : (
        <Table
          caption={words.title}
          hidesCaption
          columns={[
            { label: columns.number },
            { label: columns.outlet },
            { label: columns.name },
            { label: columns.language },
            { label: columns.question },
          ]}
          rows={asking.map((application, index) => [
            String(index + 1),
            application.outlet,
            <Person
              name={nameFor(application.name, locale)}
              reading={locale === 'ja' ? readingOf(application.name) : null}
            />,
            languagesIn(application.languages, locale),
            application.question ?? '',
          ])}
        />
      )}
    </article>
  )
}
