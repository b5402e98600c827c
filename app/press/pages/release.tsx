import { Facts } from '../../ui/facts.tsx'
import { Moment } from '../../ui/moment.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { Release, Revision } from '../assembling.ts'
import { type IssuerNotes, paragraphsOf, type ReleaseContent } from '../content.ts'
import { ReleaseBody } from '../form/body.tsx'
import type { Asset } from '../kit/assets.ts'
import { formFor } from '../paper.ts'
import { KitFiles } from './kitFiles.tsx'
import type { Clipping } from '../coverage/reporting.ts'
import { Corrections } from './corrections.tsx'
import { Clippings } from './coverage.tsx'
import { Trail } from './parts.tsx'
import { contentFor, embargoFor, issuerName, languageIn, listed, momentOf, type Reader } from './words.ts'

export type ReleaseData = {
  release: Release
  /** The text that this reader gets: what strangers read, or for its makers what they work on. */
  revision: Revision
  /** Whether the reader sees it before everybody else, and by what right. */
  before: 'as-issuer' | 'as-journalist' | null
  /** Where files of it hang, if not below its public address: a journalist's own. */
  below?: string
  assets: Asset[]
  clippings: Clipping[]
}

/** The release as it is read: head, text, whom to ask, and what was corrected. */
export function ReleasePage(props: Reader & ReleaseData) {
  const { t, locale, release, revision, before } = props
  const { content } = revision
  const title = contentFor(content.title, locale)
  const subtitle = content.subtitle && contentFor(content.subtitle, locale)
  return (
    <article class="stack-wide press-release">
      <div class="stack">
        <Trail {...props} here={t.press.release.here} />
        {before ? <Before {...props} /> : null}
        <p class="soft">{t.press.release.kicker}</p>
        <h1 lang={title.locale}>{title.text}</h1>
        {subtitle ? (
          <p class="lede" lang={subtitle.locale}>
            {subtitle.text}
          </p>
        ) : null}
        <p>
          {listed(
            release.issuers.map((issuer) => issuerName(issuer, locale)),
            locale,
          )}
          {release.lifting ? (
            <>
              {' · '}
              <Moment time={momentOf(release.lifting.at, release, props)} isInline />
            </>
          ) : null}
        </p>
      </div>
      <Remarks {...props} />
      <ReleaseText {...props} content={content} />
      <OfficialForm {...props} content={content} />
      <Papers {...props} />
      <Notes {...props} content={content} />
      <KitFiles {...props} below={props.below ?? `/${locale}/releases/${release.slug}`} />
      <Corrections {...props} />
      <Clippings {...props} />
    </article>
  )
}

/** Said plainly and first: who reads this now may not pass it on. */
function Before(props: Reader & ReleaseData) {
  const { t, locale, release, before } = props
  const words = t.press.release.before
  const time = embargoFor(release.embargo, props)
  return (
    <Notice kind="care" title={words.title}>
      <p>
        {time ? words.until({ time: time.text }) : words.untilApproved}
        {release.embargo.uponSignature ? ` ${words.andSigned}` : ''}
      </p>
      {time?.dayDiffers ? <p>{words.otherDay}</p> : null}
      {before === 'as-issuer' ? (
        <p>
          {words.issuer} <a href={`/${locale}/releases/${release.slug}/desk`}>{words.desk}</a>
        </p>
      ) : (
        <p>{words.journalist}</p>
      )}
    </Notice>
  )
}

function Remarks({ t, locale, release, revision }: Reader & ReleaseData) {
  const { languages, title } = revision.content
  const words = t.press.release
  return (
    <>
      {release.demonstration ? (
        <Notice kind="care" title={words.demonstration}>
          <p>{words.demonstrationBody}</p>
        </Notice>
      ) : null}
      {languages.includes(locale) ? null : (
        <p class="soft">{words.otherLanguage({ language: languageIn(contentFor(title, locale).locale, locale) })}</p>
      )}
    </>
  )
}

export function ReleaseText({ locale, content }: Reader & { content: ReleaseContent }) {
  const body = content.body && contentFor(content.body, locale)
  return body ? (
    <div class="letter prose press-text" lang={body.locale}>
      {paragraphsOf(body.text).map((paragraph) => (
        <p>{paragraph}</p>
      ))}
    </div>
  ) : null
}

/** The form set from the record, in the reader's language or the nearest there is. */
export function OfficialForm({ locale, content }: Reader & { content: ReleaseContent }) {
  const composed = formFor(content, locale)
  return composed ? (
    <div class="press-official">
      <ReleaseBody composed={composed} level={2} />
    </div>
  ) : null
}

/** The same as a file, in each of its languages. */
function Papers({ t, locale, release, revision, below }: Reader & ReleaseData) {
  return (
    <section class="stack" aria-labelledby="papers">
      <h2 id="papers">{t.press.release.papers}</h2>
      <ul class="press-papers" role="list">
        {revision.content.languages.map((language) => (
          <li>
            <a
              href={`${below ?? `/${locale}/releases/${release.slug}`}/release.pdf?language=${language}`}
              hreflang={language}
            >
              {t.press.release.paper({ language: languageIn(language, locale) })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What each issuer says for itself: whom to ask, who it is, which names are protected. */
export function Notes(props: Reader & { release: Release; content: ReleaseContent; level?: 2 | 3 }) {
  const { t, locale, release, content, level = 2 } = props
  const [Heading, Below] = level === 2 ? (['h2', 'h3'] as const) : (['h3', 'h4'] as const)
  const said = content.issuers.filter(({ notes }) => notes.contacts.length > 0 || notes.boilerplate || notes.marks)
  if (said.length === 0) return null
  return (
    <section class="stack" aria-label={t.press.release.issuers}>
      <Heading>{t.press.release.issuers}</Heading>
      {said.map(({ organisationId, notes }) => {
        const issuer = release.issuers.find((one) => one.organisationId === organisationId)
        return issuer ? (
          <section class="stack" aria-label={issuerName(issuer, locale)}>
            <Below>
              <a href={`/${locale}/press/${issuer.slug}`}>{issuerName(issuer, locale)}</a>
            </Below>
            <OneIssuer {...props} notes={notes} />
          </section>
        ) : null
      })}
    </section>
  )
}

export function OneIssuer({ t, locale, notes }: Reader & { notes: IssuerNotes }) {
  const words = t.press.notes
  const boilerplate = notes.boilerplate && contentFor(notes.boilerplate, locale)
  const marks = notes.marks && contentFor(notes.marks, locale)
  return (
    <>
      {boilerplate ? (
        <div class="prose" lang={boilerplate.locale}>
          {paragraphsOf(boilerplate.text).map((paragraph) => (
            <p>{paragraph}</p>
          ))}
        </div>
      ) : null}
      {notes.contacts.map((contact) => {
        const unit = contact.unit && contentFor(contact.unit, locale)
        return (
          <Facts
            items={[
              { term: words.contact, value: contact.name },
              { term: words.unit, value: unit ? <span lang={unit.locale}>{unit.text}</span> : null },
              { term: words.telephone, value: contact.telephone },
              {
                term: words.address,
                value: contact.address ? <a href={`mailto:${contact.address}`}>{contact.address}</a> : null,
              },
            ]}
          />
        )
      })}
      {marks ? (
        <p class="soft small press-marks" lang={marks.locale}>
          {marks.text}
        </p>
      ) : null}
    </>
  )
}

/** What is left of a withdrawn release: that there was one, whose it was, and why it is gone. */
export function WithdrawnPage(props: Reader & { release: Release }) {
  const { t, locale, release } = props
  const words = t.press.withdrawn
  const { withdrawal } = release
  return (
    <article class="stack-wide">
      <div class="stack">
        <Trail {...props} here={t.press.release.here} />
        <h1>{words.title}</h1>
        <p>
          {words.body({
            issuers: listed(
              release.issuers.map((issuer) => issuerName(issuer, locale)),
              locale,
            ),
          })}
        </p>
      </div>
      {withdrawal ? (
        <Facts
          items={[
            { term: words.reason, value: withdrawal.reason },
            { term: words.at, value: <Moment time={momentOf(withdrawal.at, release, props)} isInline /> },
          ]}
        />
      ) : null}
    </article>
  )
}
