import { addressOf, type Reader } from '../pages/words.ts'

type LinksProps = Pick<Reader, 't' | 'locale'> & { event: { slug: string } }

/** For the event's public page: the event as a file that every calendar takes, and what there is to see of it. */
export const VisitorsLinks = ({ t, locale, event }: LinksProps) => (
  <p class="row no-print">
    <a href={addressOf(locale, event, '/calendar.ics')}>{t.invitations.calendar.add}</a>
    <a href={addressOf(locale, event, '/material')}>{t.invitations.parts.material}</a>
  </p>
)

/** For the workspace: what organisers do before and after. */
export function OrganisersLinks({ t, locale, event }: LinksProps) {
  const words = t.invitations.parts
  return (
    <nav class="row no-print" aria-label={words.label}>
      <a href={addressOf(locale, event, '/reminders')}>{words.reminders}</a>
      <a href={addressOf(locale, event, '/attendance')}>{words.attendance}</a>
      <a href={addressOf(locale, event, '/follow-up')}>{words.followUp}</a>
      <a href={addressOf(locale, event, '/material')}>{words.material}</a>
    </nav>
  )
}
