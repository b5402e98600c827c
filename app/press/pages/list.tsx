import { ButtonLink } from '../../ui/button.tsx'
import { Card, Cards } from '../../ui/card.tsx'
import { Moment } from '../../ui/moment.tsx'
import { Empty } from '../../ui/notice.tsx'
import type { Release } from '../assembling.ts'
import { StandingStatus } from './parts.tsx'
import { contentFor, embargoFor, issuerName, listed, momentOf, type Reader } from './words.ts'

export type ListData = { releases: Release[]; inWork: Release[]; mayDraft: boolean }

/** Everybody's releases; for press offices also what they are working on. */
export function ReleaseList(props: Reader & ListData) {
  const { t, locale, releases, inWork, mayDraft } = props
  const words = t.press.list
  return (
    <div class="stack-wide">
      <div class="stack">
        <h1>{words.title}</h1>
        <p class="lede">{words.intro}</p>
        <div class="form-actions">
          {mayDraft ? (
            <ButtonLink kind="primary" href={`/${locale}/releases/new`}>
              {words.draft}
            </ButtonLink>
          ) : null}
          <a href={`/${locale}/releases.atom`}>{words.atom}</a>
          <a href={`/${locale}/releases.rss`}>{words.rss}</a>
        </div>
      </div>
      {inWork.length > 0 ? (
        <section class="stack" aria-labelledby="in-work">
          <h2 id="in-work">{words.inWork}</h2>
          <p class="soft">{words.inWorkHint}</p>
          <Cards>
            {inWork.map((release) => (
              <WorkCard {...props} release={release} />
            ))}
          </Cards>
        </section>
      ) : null}
      <section class="stack" aria-labelledby="published">
        <h2 id="published">{words.published}</h2>
        {releases.length === 0 ? (
          <Empty title={words.empty.title}>
            <p>{words.empty.body}</p>
          </Empty>
        ) : (
          <ReleaseCards {...props} releases={releases} />
        )}
      </section>
    </div>
  )
}

export const ReleaseCards = (props: Reader & { releases: Release[] }) => (
  <Cards>
    {props.releases.map((release) => (
      <PublicCard {...props} release={release} />
    ))}
  </Cards>
)

const issuersOf = (release: Release, { locale }: Reader) =>
  listed(
    release.issuers.map((issuer) => issuerName(issuer, locale)),
    locale,
  )

function PublicCard(props: Reader & { release: Release }) {
  const { t, locale, release } = props
  const title = release.shown && contentFor(release.shown.content.title, locale)
  const when = release.lifting ? <Moment time={momentOf(release.lifting.at, release, props)} isInline /> : null
  return (
    <Card
      title={title?.text ?? t.press.withdrawn.title}
      {...(title ? { lang: title.locale } : {})}
      href={`/${locale}/releases/${release.slug}`}
      kicker={issuersOf(release, props)}
      foot={when}
    />
  )
}

function WorkCard(props: Reader & { release: Release }) {
  const { t, locale, release } = props
  const title = contentFor(release.newest.content.title, locale)
  const time = embargoFor(release.embargo, props)
  return (
    <Card
      title={title.text}
      lang={title.locale}
      href={`/${locale}/releases/${release.slug}/desk`}
      kicker={issuersOf(release, props)}
      foot={<StandingStatus t={t} standing={release.standing} />}
    >
      <p>{time ? time.text : t.press.embargo.onApproval}</p>
    </Card>
  )
}
