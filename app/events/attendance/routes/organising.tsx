import { z } from 'zod'
import { isId } from '../../../platform/ids.ts'
import type { Routes, Web } from '../../../web/env.ts'
import { errorPage } from '../../../web/errors.tsx'
import { type Entries, type FieldErrors, readForm } from '../../../web/forms.ts'
import type { EventView } from '../../event.ts'
import { remindersOfEvent, setReminders } from '../../invitations/settingReminders.ts'
import { addressOf, type Answer, readerOf, show, withOrganised } from '../../routes/asking.tsx'
import { attendanceList } from '../attendanceList.ts'
import { composeFollowUpMail } from '../composingMail.ts'
import { confirmFollowUp, followUpsOf, takeFollowUpBack } from '../followingUp.ts'
import { AttendancePage } from '../pages/attendance.tsx'
import { FollowUpPage, PreviewPage } from '../pages/followUp.tsx'
import { RemindersPage } from '../pages/reminders.tsx'
import { recipientsOf } from '../recipients.ts'
import { recordAttendance } from '../recording.ts'
import { type RefusalCode, refusalErrors, refusalStatus } from '../refusals.ts'

/** Several boxes of one name arrive as lines. */
const many = z
  .string()
  .optional()
  .transform((text) => (text ? text.split('\n') : []))
const ids = many.transform((list) => list.filter(isId))

const attendanceForm = z.object({ present: ids, shown: ids })
const remindersForm = z.object({ minutes: many.transform((list) => list.map(Number)) })
const followUpForm = z.object({
  step: z.enum(['preview', 'confirm'], 'invalid'),
  again: z.string().optional(),
  audience: z.enum(['came', 'absent'], 'choose'),
  subject: z.string().trim().min(1, 'required').max(200, 'tooLong'),
  body: z.string().trim().min(1, 'required').max(20_000, 'tooLong'),
})

type FollowUpForm = z.output<typeof followUpForm>

/** What organisers do around an event: who came, mails afterwards, reminders before. */
export const organisingRoutes: Routes = (app) => {
  app.get(
    '/:locale/events/:slug/attendance',
    withOrganised((c, event) => showAttendance(c, event)),
  )
  app.post(
    '/:locale/events/:slug/attendance',
    withOrganised(async (c, event) => {
      const form = await readForm(c, attendanceForm)
      const { present, shown } = form.ok ? form.data : { present: [], shown: [] }
      // Only what was changed on the page counts: of the others nothing is said.
      const outcome = await recordAttendance(c.var.services, c.var.scope, event.id, {
        present: present.filter((id) => !shown.includes(id)),
        absent: shown.filter((id) => !present.includes(id)),
      })
      if ('refused' in outcome) return showAttendance(c, event, outcome.refused)
      return c.redirect(addressOf(c, event, '/attendance?done=saved'), 303)
    }),
  )

  app.get(
    '/:locale/events/:slug/reminders',
    withOrganised((c, event) => showReminders(c, event)),
  )
  app.post(
    '/:locale/events/:slug/reminders',
    withOrganised(async (c, event) => {
      const form = await readForm(c, remindersForm)
      const outcome = await setReminders(c.var.services, c.var.scope, event.id, form.ok ? form.data.minutes : [NaN])
      if ('refused' in outcome) return showReminders(c, event, outcome.refused)
      return c.redirect(addressOf(c, event, '/reminders?done=saved'), 303)
    }),
  )

  app.get(
    '/:locale/events/:slug/follow-up',
    withOrganised((c, event) => showFollowUp(c, event)),
  )
  app.post(
    '/:locale/events/:slug/follow-up',
    withOrganised(async (c, event) => {
      const form = await readForm(c, followUpForm)
      if (!form.ok) return showFollowUp(c, event, { ...form, status: 422 })
      if (form.data.again) return showFollowUp(c, event, { entries: form.entries })
      if (form.data.step === 'preview') return showPreview(c, event, form.data, form.entries)
      const { audience, subject, body } = form.data
      const text = { audience, language: c.var.locale, subject, body }
      const outcome = await confirmFollowUp(c.var.services, c.var.scope, event.id, text)
      if ('refused' in outcome) return refuseFollowUp(c, event, outcome.refused, form.entries)
      return c.redirect(addressOf(c, event, '/follow-up?done=done'), 303)
    }),
  )
  app.post(
    '/:locale/events/:slug/follow-up/:id/withdrawal',
    withOrganised(async (c, event) => {
      const id = c.req.param('id') ?? ''
      if (!isId(id)) return errorPage(c, 'notFound')
      const outcome = await takeFollowUpBack(c.var.services, c.var.scope, event.id, id)
      if ('refused' in outcome) return refuseFollowUp(c, event, outcome.refused)
      return c.redirect(addressOf(c, event, '/follow-up?done=takenBack'), 303)
    }),
  )
}

async function showAttendance(c: Web, event: EventView, refused?: RefusalCode): Promise<Response> {
  const { services, t } = c.var
  const people = await attendanceList(services.database.db, event.id)
  const hasBegun = services.clock.now() >= event.begins
  return show(
    c,
    {
      title: t.invitations.parts.attendance,
      ...(refused ? { status: refusalStatus(refused) } : {}),
      ...(c.req.query('done') && !refused ? { notice: t.invitations.attendance.saved } : {}),
    },
    <AttendancePage
      {...readerOf(c)}
      {...{ event, people, hasBegun }}
      {...(refused ? { errors: refusalErrors(t, refused) } : {})}
    />,
  )
}

async function showReminders(c: Web, event: EventView, refused?: RefusalCode): Promise<Response> {
  const { services, t } = c.var
  const minutes = await remindersOfEvent(services.database.db, event.id)
  return show(
    c,
    {
      title: t.invitations.parts.reminders,
      ...(refused ? { status: refusalStatus(refused) } : {}),
      ...(c.req.query('done') && !refused ? { notice: t.invitations.reminders.saved } : {}),
    },
    <RemindersPage
      {...readerOf(c)}
      {...{ event, minutes }}
      {...(refused ? { errors: refusalErrors(t, refused) } : {})}
    />,
  )
}

type Shown = { entries?: Entries; errors?: FieldErrors; status?: 403 | 409 | 422 }

async function showFollowUp(
  c: Web,
  event: EventView,
  { entries = {}, errors = {}, status }: Shown = {},
): Promise<Response> {
  const { services, t } = c.var
  const followUps = await followUpsOf(services.database.db, event.id)
  const isOver = services.clock.now() >= event.ends
  const done = c.req.query('done')
  const words = t.invitations.followUp
  return show(
    c,
    {
      title: t.invitations.parts.followUp,
      ...(status ? { status } : {}),
      ...(!status && (done === 'done' || done === 'takenBack') ? { notice: words[done] } : {}),
    },
    <FollowUpPage {...readerOf(c)} {...{ event, followUps, isOver, entries, errors }} />,
  )
}

const refuseFollowUp = (c: Web, event: EventView, refused: RefusalCode, entries: Entries = {}): Answer =>
  showFollowUp(c, event, { entries, errors: refusalErrors(c.var.t, refused), status: refusalStatus(refused) })

/** As the first recipient gets it, by name: nothing is stored yet. */
async function showPreview(c: Web, event: EventView, form: FollowUpForm, entries: Entries): Promise<Response> {
  const { services, t, locale } = c.var
  const { audience, subject, body } = form
  const people = await recipientsOf(services, services.database.db, event.id, audience)
  const [first] = people
  if (!first) return refuseFollowUp(c, event, 'nobody', entries)
  const content = (text: string) => ({ original: locale, text: { [locale]: text } })
  const text = { audience, subject: content(subject), body: content(body) }
  // The first recipient's personal address is theirs alone: the organisers see the event's page in its place.
  const facts = { event, origin: services.config.origin, at: services.clock.now(), ...text }
  const mail = composeFollowUpMail(facts, { ...first, personalAddress: null })
  return show(
    c,
    { title: t.invitations.followUp.previewTitle },
    <PreviewPage {...readerOf(c)} {...{ event, entries, audience, mail }} count={people.length} />,
  )
}
