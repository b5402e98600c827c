import type { Locale } from '../../language/locales.ts'
import { nameText } from '../../language/names.ts'
import { pick } from '../../language/translated.ts'
import type { Catalogue } from '../../platform/i18n/catalogue.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { EventView } from '../event.ts'
import type { AccessRefusal, Opened } from './revealing.ts'
import { bothTimes, bothTimesOf } from './times.ts'

type Reader = { t: Catalogue; locale: Locale }

const titleOf = (event: EventView, locale: Locale) => pick(event.title.text, locale, event.title.original)

/** Behind a personal address: what it is for, when, and one button. Nothing on it lets anybody in by being read. */
export function AccessPage({
  t,
  locale,
  token,
  opened,
  isOpen,
}: Reader & { token: string; opened: Opened; isOpen: boolean }) {
  const words = t.access.page
  const { event, seat, releasesAt } = opened
  const title = titleOf(event, locale)
  return (
    <article class="stack-wide">
      <header class="stack">
        <p class="soft">{words.title}</p>
        <h1 lang={title?.locale}>{title?.text}</h1>
        <p class="lede">{bothTimes(event, locale, seat.timeZone)}</p>
        <p>{words.greeting({ name: nameText(seat.name, locale) })}</p>
      </header>
      {isOpen || !releasesAt ? (
        <Form action={`/${locale}/j/${token}`}>
          <p class="soft">{words.note}</p>
          <FormActions>
            <Button>{words.button}</Button>
          </FormActions>
        </Form>
      ) : (
        <p>{words.opens({ when: bothTimesOf(event, releasesAt, locale, seat.timeZone) })}</p>
      )}
      <p>
        <a href={`/${locale}/events/${event.slug}`}>{words.eventPage}</a>
      </p>
    </article>
  )
}

/** After the button: the way in, and what else there is for this person. Shown once for each press; never kept by caches. */
export function RevealedPage(
  props: Reader & { event: EventView; link: string; isFallback: boolean; isPress: boolean },
) {
  const { t, locale, event, link, isFallback, isPress } = props
  const words = t.access.revealed
  const title = titleOf(event, locale)
  const isCeremony = event.kind === 'signing-ceremony'
  return (
    <article class="stack-wide">
      <header class="stack">
        <p class="soft" lang={title?.locale}>
          {title?.text}
        </p>
        <h1>{words.title}</h1>
      </header>
      {isFallback ? <Notice kind="care" title={words.fallback} /> : null}
      <p>
        <ButtonLink href={link}>{words.enter}</ButtonLink>
      </p>
      {isCeremony ? (
        <ul>
          {isPress ? (
            <li>
              <a href={`/${locale}/ceremonies/${event.slug}/press`}>{words.press}</a>
            </li>
          ) : null}
          <li>
            <a href={`/${locale}/ceremonies/${event.slug}`}>{words.ceremony}</a>
          </li>
        </ul>
      ) : null}
    </article>
  )
}

export function AccessRefusedPage({ t, refused }: Pick<Reader, 't'> & AccessRefusal) {
  const words = t.access.refused[refused]
  return (
    <div class="stack-wide">
      <h1>{words.title}</h1>
      <p>{words.body}</p>
    </div>
  )
}
