import type { Locale } from '../../language/locales.ts'
import type { Content } from '../../language/translated.ts'
import type { Catalogue } from '../../platform/i18n/catalogue.ts'
import { Breadcrumb } from '../../ui/breadcrumb.tsx'
import { ErrorSummary } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Status, type Tone } from '../../ui/status.tsx'
import type { EventView } from '../event.ts'
import type { Openness } from '../registration/openness.ts'
import type { Decision } from '../tables.ts'
import { addressOf, languageIn, type Reader, shown } from './words.ts'

/** The way here; below the event itself `here` names the page. */
export function Trail({ t, locale, event, here }: Reader & { event?: EventView | undefined; here: string }) {
  const list = { href: `/${locale}/events`, label: t.events.title }
  const title = event && shown(event.title, locale)
  const own = event && title ? [{ href: addressOf(locale, event), label: title.text, lang: title.locale }] : []
  return <Breadcrumb label={t.events.title} trail={[list, ...own]} here={here} />
}

export const Errors = ({ t, errors }: { t: Catalogue; errors: Record<string, string> | undefined }) => (
  <ErrorSummary title={t.errors.summary} errors={errors ?? {}} />
)

/** A text in the reader's language, or in another one that is named for machines and readers. */
export function Text({ content, locale }: { content: Content | null; locale: Locale }) {
  const found = shown(content, locale)
  return found ? <span lang={found.locale}>{found.text}</span> : null
}

/** Paragraphs of a longer text; says so where it is not in the reader's language. */
export function LongText({ t, locale, content }: Reader & { content: Content }) {
  const found = shown(content, locale)
  if (!found) return null
  return (
    <div class="stack prose">
      {found.locale === locale ? null : (
        <p class="soft">{t.events.page.notTranslated({ language: languageIn(found.locale, locale) })}</p>
      )}
      <div lang={found.locale} class="stack">
        {found.text.split(/\n{2,}/).map((paragraph) => (
          <p>{paragraph}</p>
        ))}
      </div>
    </div>
  )
}

export function EventStatus({ t, event, now }: { t: Catalogue; event: EventView; now: Date }) {
  const { states } = t.events
  if (event.cancelled) return <Status tone="ended">{states.cancelled}</Status>
  if (!event.published) return <Status tone="open">{states.draft}</Status>
  return now >= event.ends ? (
    <Status tone="ended">{states.over}</Status>
  ) : (
    <Status tone="active">{states.published}</Status>
  )
}

/** What must be known before anything else: it is called off, not public yet, or not real. */
export function Remarks({ t, locale, event }: Reader & { event: EventView }) {
  const words = t.events.page
  return (
    <>
      {event.cancelled ? (
        <Notice kind="care" title={words.cancelledTitle}>
          <p>{words.cancelledBody}</p>
          {event.cancelled.reason ? (
            <p>
              <Text content={event.cancelled.reason} locale={locale} />
            </p>
          ) : null}
        </Notice>
      ) : null}
      {event.published ? null : (
        <Notice kind="note" title={words.draftTitle}>
          <p>{words.draftBody}</p>
        </Notice>
      )}
      {event.demonstration ? (
        <Notice kind="note" title={words.demonstration}>
          <p>{words.demonstrationBody}</p>
        </Notice>
      ) : null}
    </>
  )
}

const opennessTones: Record<Openness, Tone> = {
  early: 'open',
  open: 'active',
  full: 'waiting',
  'full-closed': 'ended',
  late: 'late',
  closed: 'ended',
}

export const OpennessStatus = ({ t, openness }: { t: Catalogue; openness: Openness }) => (
  <Status tone={opennessTones[openness]}>{t.events.openness[openness]}</Status>
)

const decisionTones: Record<Decision, Tone> = {
  pending: 'open',
  confirmed: 'done',
  waiting: 'waiting',
  late: 'late',
  declined: 'ended',
  withdrawn: 'ended',
}

export const DecisionStatus = ({ t, decision }: { t: Catalogue; decision: Decision }) => (
  <Status tone={decisionTones[decision]}>{t.events.decisions[decision]}</Status>
)
