import { dateText } from '../../language/dates.ts'
import { numberText } from '../../language/numerals.ts'
import type { Content } from '../../language/translated.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Empty } from '../../ui/notice.tsx'
import type { Release } from '../assembling.ts'
import type { IssuerNotes } from '../content.ts'
import type { MailingList } from '../distribution/lists.ts'
import type { Asset } from '../kit/assets.ts'
import type { KitFigure } from '../kit/figures.ts'
import { KitFiles } from './kitFiles.tsx'
import { ReleaseCards } from './list.tsx'
import { Trail } from './parts.tsx'
import { OneIssuer } from './release.tsx'
import { contentFor, type Reader } from './words.ts'

export type Organisation = { id: string; slug: string; name: Content }

export type RoomData = {
  organisation: Organisation
  notes: IssuerNotes
  kit: Asset[]
  figures: KitFigure[]
  releases: Release[]
  openLists: MailingList[]
  runs: boolean
}

/** An organisation's press room: whom to ask, what to use, what it announced. */
export function RoomPage(props: Reader & RoomData) {
  const { t, locale, organisation, notes, runs } = props
  const words = t.press.room
  const name = contentFor(organisation.name, locale)
  const below = `/${locale}/press/${organisation.slug}`
  const hasNotes = notes.contacts.length > 0 || notes.boilerplate !== null || notes.marks !== null
  return (
    <article class="stack-wide">
      <div class="stack">
        <Trail {...props} here={name.text} />
        <p class="soft">{words.kicker}</p>
        <h1 lang={name.locale}>{name.text}</h1>
        <div class="form-actions">
          <a href={`/${locale}/organisations/${organisation.slug}`}>{words.profile}</a>
          <a href={`${below}/releases.atom`}>{t.press.list.atom}</a>
          <a href={`${below}/releases.rss`}>{t.press.list.rss}</a>
        </div>
        {runs ? (
          <div class="form-actions">
            <ButtonLink href={`${below}/profile`}>{words.editNotes}</ButtonLink>
            <ButtonLink href={`${below}/files`}>{words.files}</ButtonLink>
            <ButtonLink href={`${below}/lists`}>{words.lists}</ButtonLink>
          </div>
        ) : null}
      </div>
      <section class="stack" aria-labelledby="contact">
        <h2 id="contact">{words.contact}</h2>
        {hasNotes ? <OneIssuer {...props} notes={notes} /> : <p class="soft">{words.noContact}</p>}
      </section>
      <section class="stack" aria-labelledby="releases">
        <h2 id="releases">{words.releases}</h2>
        {props.releases.length > 0 ? (
          <ReleaseCards {...props} releases={props.releases} />
        ) : (
          <Empty title={words.noReleases} />
        )}
      </section>
      <KitFiles {...props} assets={props.kit} below={below} />
      <Figures {...props} />
      {props.openLists.length > 0 ? (
        <p>
          <a href={`${below}/subscription`}>{words.subscribe}</a>
        </p>
      ) : null}
    </article>
  )
}

function Figures({ t, locale, figures }: Reader & RoomData) {
  if (figures.length === 0) return null
  const words = t.organisations.cluster
  return (
    <section class="stack" aria-labelledby="figures">
      <h2 id="figures">{words.figures}</h2>
      <p class="soft">{words.figuresNote}</p>
      <Facts
        items={figures.map((figure) => {
          const counted = contentFor(figure.counted, locale)
          return {
            term: counted.text,
            value: (
              <>
                <strong>{words[figure.qualifier]({ value: numberText(locale, figure.value) })}</strong>
                <br />
                <span class="soft small">
                  {words.scopes[figure.scope]} · {words.asOf}: {dateText(locale, figure.asOf)} · {words.source}:{' '}
                  {figure.source}
                </span>
              </>
            ),
          }
        })}
      />
    </section>
  )
}
