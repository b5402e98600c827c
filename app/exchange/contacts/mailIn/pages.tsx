import { dateText } from '../../../language/dates.ts'
import type { Locale } from '../../../language/locales.ts'
import type { Catalogue } from '../../../platform/i18n/catalogue.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Lines } from '../../../ui/card.tsx'
import { ErrorSummary, Form, FormActions } from '../../../ui/form.tsx'
import { Empty, Notice } from '../../../ui/notice.tsx'
import type { FieldErrors } from '../../../web/forms.ts'
import type { LogPlace } from '../queries.ts'
import type { Draft } from './drafts.ts'

type Props = {
  t: Catalogue
  locale: Locale
  place: LogPlace
  title: string
  /** Where mails are taken in; null where this installation takes none. */
  domain: string | null
  localPart: string | null
  waiting: Draft[]
  aside: Draft[]
  errors: FieldErrors
}

/** The office's address, the mails that wait there, and what was put aside. */
export function MailInView(props: Props) {
  const { t, locale, place, title, domain, waiting, aside, errors } = props
  const words = t.mailIn
  const here = `/${locale}/contacts/${place.slug}/mail`
  return (
    <div class="stack-wide">
      <ErrorSummary title={t.errors.summary} errors={errors} />
      <header class="stack">
        <h1>{title}</h1>
        <p class="lede">{words.lede}</p>
        <p>
          <a href={`/${locale}/contacts/${place.slug}`}>{words.toLog}</a>
        </p>
      </header>
      {domain ? <Address {...props} here={here} /> : <Notice kind="note" title={words.notConfigured} />}
      {waiting.length === 0 ? (
        <Empty title={words.none.title}>
          <p>{words.none.body}</p>
        </Empty>
      ) : (
        <Lines>
          {waiting.map((draft) => (
            <Waiting {...props} draft={draft} here={here} />
          ))}
        </Lines>
      )}
      {aside.length > 0 ? (
        <section class="stack" aria-labelledby="aside">
          <h2 id="aside">{words.aside}</h2>
          <Lines>
            {aside.map(({ id, subject, sentOn, counterpart }) => (
              <Form action={`${here}/${id}`} hidden={{ answer: 'restore' }}>
                <p>{[subject || words.noSubject, counterpart, dateText(locale, sentOn)].join(' · ')}</p>
                <Button kind="quiet">{words.restore}</Button>
              </Form>
            ))}
          </Lines>
        </section>
      ) : null}
    </div>
  )
}

function Address({ t, domain, localPart, here }: Props & { here: string }) {
  const words = t.mailIn
  return (
    <section class="stack" aria-labelledby="address">
      <h2 id="address">{words.address}</h2>
      {localPart ? (
        <p>
          <code>{`${localPart}@${domain}`}</code>
        </p>
      ) : null}
      <p class="soft">{localPart ? words.secret : words.noAddress}</p>
      <Form action={`${here}/address`}>
        <Button kind="secondary">{localPart ? words.renew : words.make}</Button>
      </Form>
    </section>
  )
}

function Waiting({ t, locale, place, draft, here }: Props & { draft: Draft; here: string }) {
  const words = t.mailIn
  const { id, subject, sentOn, sender, isColleague, people, body, files } = draft
  const heading = `draft-${id}`
  return (
    <article class="stack" aria-labelledby={heading}>
      <h2 id={heading}>{subject || words.noSubject}</h2>
      <p class="soft small">
        {[dateText(locale, sentOn), isColleague ? words.colleague({ sender }) : words.outside({ sender })].join(' · ')}
      </p>
      {people ? <p class="small">{words.people({ people })}</p> : null}
      <details>
        <summary>{words.text}</summary>
        <p class="preserve-lines">{body}</p>
      </details>
      {files.length > 0 ? <p class="soft small">{words.files({ files: files.join(', ') })}</p> : null}
      <Form action={`${here}/${id}`} hidden={{ answer: 'discard' }}>
        <FormActions>
          <ButtonLink href={`/${locale}/contacts/${place.slug}?draft=${id}`}>{words.log}</ButtonLink>
          <ButtonLink href={`/${locale}/referrals/new?draft=${id}&office=${place.slug}`}>{words.ask}</ButtonLink>
          <Button kind="quiet">{words.discard}</Button>
        </FormActions>
      </Form>
    </article>
  )
}
