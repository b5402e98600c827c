import { Breadcrumb } from '../../../ui/breadcrumb.tsx'
import { ErrorSummary } from '../../../ui/form.tsx'
import { Status, type Tone } from '../../../ui/status.tsx'
import type { Catalogue } from '../../../platform/i18n/catalogue.ts'
import type { Decision } from '../../tables.ts'
import type { PressEvent } from '../pressEvent.ts'
import { type Reader, shown } from './words.ts'

/** The way here: events, the event, and below it the applications where this page is one of theirs. */
export function Trail(props: Reader & { event: PressEvent; here: string; below?: 'applications' | 'form' }) {
  const { t, locale, event, here, below } = props
  const title = shown(event.title, locale)
  const address = `/${locale}/events/${event.slug}`
  const inBetween = {
    applications: { href: `${address}/accreditations`, label: t.accreditation.review.title },
    form: { href: `${address}/registration/press`, label: t.accreditation.apply.title },
  }
  const trail = [
    { href: `/${locale}/events`, label: t.common.nav.events },
    { href: address, label: title.text, lang: title.locale },
    ...(below ? [inBetween[below]] : []),
  ]
  return <Breadcrumb label={t.common.nav.events} trail={trail} here={here} />
}

export const Errors = ({ t, errors }: { t: Catalogue; errors: Record<string, string> | undefined }) => (
  <ErrorSummary title={t.errors.summary} errors={errors ?? {}} />
)

const tones: Record<Decision, Tone> = {
  pending: 'open',
  confirmed: 'done',
  waiting: 'waiting',
  late: 'late',
  declined: 'ended',
  withdrawn: 'ended',
}

export const DecisionStatus = ({ t, decision }: { t: Catalogue; decision: Decision }) => (
  <Status tone={tones[decision]}>{t.accreditation.review.states[decision]}</Status>
)

/** Plain text in paragraphs; a line end inside one is kept. */
export const Paragraphs = ({ text }: { text: string }) => (
  <>
    {text.split(/\n{2,}/).map((paragraph) => (
      <p>{paragraph.split('\n').flatMap((line, index) => (index === 0 ? [line] : [<br />, line]))}</p>
    ))}
  </>
)
