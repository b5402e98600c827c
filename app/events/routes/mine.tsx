import { connectionOf, overLimit } from '../../accounts/limits.ts'
import { entriesOf, nameFrom } from '../../accounts/nameEntry.ts'
import { errorPage } from '../../web/errors.tsx'
import type { Routes, Web } from '../../web/env.ts'
import { type Entries, type FieldErrors, readForm } from '../../web/forms.ts'
import { assembleEvent, type Category, type EventView } from '../event.ts'
import { MyRegistration, WithdrawalPage } from '../pages/mine.tsx'
import { refusalSentence, refusalStatus } from '../refusals.ts'
import { changeRegistration } from '../registration/changing.ts'
import { answerName, changeForm, readAnswers } from '../registration/form.ts'
import { registrationByToken } from '../registration/reading.ts'
import type { Registration } from '../registration/registration.ts'
import { withdrawRegistration } from '../registration/withdrawing.ts'
import { type Answer, readerOf, show } from './asking.tsx'

/** A registrant's own address. Reading it never changes anything: mail scanners follow every link. */
export const mineRoutes: Routes = (app) => {
  app.get(
    '/:locale/registrations/:token',
    withOwn((c, own) => showMine(c, own)),
  )

  app.post(
    '/:locale/registrations/:token',
    withOwn(async (c, own) => {
      const { services, scope, t } = c.var
      const minutes = await overLimit(services, 'registration-from-connection', connectionOf(c))
      if (minutes) return errorPage(c, 'tooMany', { minutes })
      const form = await readForm(c, changeForm)
      const read = readAnswers(form.entries, own.category.fields)
      const named = form.ok ? nameFrom(form.data, t) : null
      const errors = {
        ...(form.ok ? {} : form.errors),
        ...(named && 'errors' in named ? named.errors : {}),
        ...Object.fromEntries(Object.entries(read.errors).map(([field, key]) => [field, t.errors.fields[key]])),
      }
      if (!form.ok || !named || 'errors' in named || Object.keys(errors).length > 0)
        return showMine(c, own, { entries: form.entries, errors, status: 422 })
      const isFixed = own.category.kind === 'press' || own.category.kind === 'member'
      const outcome = await changeRegistration(services, scope, own.token, {
        name: named.name,
        affiliation: isFixed ? own.registration.affiliation : (form.data.affiliation ?? null),
        timeZone: form.data.timeZone,
        answers: { ...keptAnswers(own), ...read.answers },
      })
      if ('refused' in outcome)
        return showMine(c, own, {
          entries: form.entries,
          errors: { form: refusalSentence(t, outcome.refused) },
          status: refusalStatus(outcome.refused),
        })
      return c.redirect(`/${c.var.locale}/registrations/${own.token}?saved=yes`, 303)
    }),
  )

  app.get(
    '/:locale/registrations/:token/withdrawal',
    withOwn((c, own) => showWithdrawal(c, own)),
  )

  app.post(
    '/:locale/registrations/:token/withdrawal',
    withOwn(async (c, own) => {
      const { services, scope, t, locale } = c.var
      const outcome = await withdrawRegistration(services, scope, own.token)
      if ('refused' in outcome) {
        const errors = { form: refusalSentence(t, outcome.refused) }
        return showWithdrawal(c, own, { errors, status: refusalStatus(outcome.refused) })
      }
      return c.redirect(`/${locale}/registrations/${own.token}`, 303)
    }),
  )
}

type Own = { registration: Registration; event: EventView; category: Category; token: string }

/** An address that leads nowhere says so, and does not say whether it ever led anywhere. */
const withOwn = (handle: (c: Web, own: Own) => Answer) => async (c: Web) => {
  // The token is in the address: no page that is linked from here may learn it.
  c.header('Referrer-Policy', 'no-referrer')
  const { db } = c.var.services.database
  const token = c.req.param('token') ?? ''
  const registration = await registrationByToken(db, c.var.scope, token)
  const event = registration && (await assembleEvent(db, { id: registration.eventId }))
  const category = event?.categories.find(({ id }) => id === registration?.categoryId)
  if (!registration || !event || !category) return errorPage(c, 'gone')
  return handle(c, { registration, event, category, token })
}

/** Answers to questions that have gone from the form since stay what they were. */
const keptAnswers = ({ registration, category }: Own): Record<string, string> =>
  Object.fromEntries(
    Object.entries(registration.answers).filter(([key]) => !category.fields.some((field) => field.key === key)),
  )

const entriesFor = ({ registration }: Own): Entries => ({
  ...entriesOf(registration.name, registration.name.order),
  affiliation: registration.affiliation ?? '',
  timeZone: registration.timeZone,
  ...Object.fromEntries(Object.entries(registration.answers).map(([key, answer]) => [answerName({ key }), answer])),
})

type Shown = { entries?: Entries; errors?: FieldErrors; status?: 403 | 409 | 422 }

function showMine(c: Web, own: Own, { entries, errors = {}, status }: Shown = {}): Answer {
  const { t, services } = c.var
  const { title, saved } = t.events.mine
  const reader = { ...readerOf(c), zone: own.registration.timeZone }
  const facts = {
    title,
    ...(status ? { status } : {}),
    ...(c.req.query('saved') === 'yes' && !status ? { notice: saved } : {}),
  }
  const isOver = services.clock.now() >= own.event.ends
  const data = { ...own, entries: entries ?? entriesFor(own), errors, isOver }
  return show(c, facts, <MyRegistration {...reader} {...data} />)
}

function showWithdrawal(c: Web, own: Own, { errors, status }: Shown = {}): Answer {
  const facts = { title: c.var.t.events.mine.withdrawTitle, ...(status ? { status } : {}) }
  const view = <WithdrawalPage {...readerOf(c)} event={own.event} token={own.token} {...(errors ? { errors } : {})} />
  return show(c, facts, view)
}
