import type { Child } from 'hono/jsx'
import type { Locale } from '../../language/locales.ts'
import { pick } from '../../language/translated.ts'
import type { Catalogue } from '../../platform/i18n/catalogue.ts'
import { Table } from '../../ui/table.tsx'
import type { ReleaseRecord, ReleaseSlip } from '../record.ts'
import type { ComposedRelease } from './composed.ts'
import { additionsOf, slipsOf } from './slips.ts'

/** For the issuer, in the workspace: what the source has wrong, what the release says instead, and what its form added. Never part of a release. */
export function SlipsPanel(props: {
  t: Catalogue
  locale: Locale
  record: ReleaseRecord
  composed?: ComposedRelease | undefined
}) {
  const { t, record, composed } = props
  const words = t.releases.slips
  const slips = slipsOf(record)
  const additions = composed ? additionsOf(composed) : []
  return (
    <section class="stack" aria-labelledby="release-slips">
      <h2 id="release-slips">{words.title}</h2>
      {slips.length === 0 ? <p>{words.none}</p> : <p>{words.intro}</p>}
      {slips.length === 0 ? null : (
        <Table
          caption={words.caption}
          hidesCaption
          columns={[{ label: words.columns.source }, { label: words.columns.written }, { label: words.columns.note }]}
          rows={slips.map((slip) => slipRow(slip, record.title.original, props))}
        />
      )}
      {additions.length === 0 ? null : (
        <>
          <h3>{words.additions}</h3>
          <ul>
            {additions.map(({ addition, text, lang }) => (
              <li>
                <span lang={lang}>{text}</span> — {words.addition[addition]}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function slipRow(
  { source, written, note, open }: ReleaseSlip,
  original: Locale,
  { t, locale }: { t: Catalogue; locale: Locale },
): Child[] {
  const why = pick(note.text, locale, note.original)
  return [
    <span lang={original}>{source}</span>,
    <>
      {open ? `${t.releases.slips.open} ` : ''}
      <span lang={original}>{written}</span>
    </>,
    <span lang={why?.locale}>{why?.text ?? ''}</span>,
  ]
}
