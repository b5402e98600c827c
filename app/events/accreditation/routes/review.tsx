import { addToDate } from '../../../language/dates.ts'
import { localTime } from '../../../language/times.ts'
import type { Routes, Web } from '../../../web/env.ts'
import { errorPage } from '../../../web/errors.tsx'
import { readForm } from '../../../web/forms.ts'
import { isId } from '../../../platform/ids.ts'
import { compareText } from '../../../language/collation.ts'
import { askForMore } from '../askingForMore.ts'
import { type Application, applicationsTo } from '../applications.ts'
import { applicationsCsv } from '../csv.ts'
import { decisionForm, decisionsForm, requestForm, standingUntilForm } from '../forms.ts'
import { ApplicationPage } from '../pages/application.tsx'
import { AskingPage } from '../pages/asking.tsx'
import { type Filter, filters, isOpen, ReviewPage } from '../pages/review.tsx'
import { nameFor } from '../pages/words.ts'
import type { PressEvent } from '../pressEvent.ts'
import { openProof } from '../proofs/keeping.ts'
import { type Review, reviewApplication, reviewApplications } from '../reviewing.ts'
import { giveStanding, longestStanding } from '../standing/giving.ts'
import { standingFor } from '../standing/standing.ts'
import { deskAddress, readerOf, sentenceOf, show, statusOf, withApplication, withDesk } from './asking.tsx'
import { showProof } from './proof.ts'

const here = '/:locale/events/:slug/accreditations'

/** The press office's desk: the queue, one application, its proof, and what is decided. */
export const reviewRoutes: Routes = (app) => {
  app.get(
    here,
    withDesk((c, event) => showQueue(c, event)),
  )

  app.get(
    '/:locale/events/:slug/accreditations.csv',
    withDesk(async (c, event) => {
      const applications = await applicationsTo(c.var.services.database.db, c.var.scope, event)
      return c.body(applicationsCsv(applications, c.var.t), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${event.slug}-press.csv"`,
        'cache-control': 'private, no-store',
      })
    }),
  )

  app.get(
    `${here}/asking`,
    withDesk(async (c, event) => {
      const { services, locale, scope, t } = c.var
      const asking = (await applicationsTo(services.database.db, scope, event))
        .filter(({ decision, wishesToAsk }) => decision === 'confirmed' && wishesToAsk)
        .toSorted((a, b) => compareText(locale)(a.outlet, b.outlet) || a.arrival - b.arrival)
      const now = services.clock.now()
      return show(
        c,
        { title: t.accreditation.asking.title },
        <AskingPage {...readerOf(c)} event={event} asking={asking} now={now} />,
      )
    }),
  )

  app.post(
    `${here}/decisions`,
    withDesk(async (c, event) => {
      const form = await readForm(c, decisionsForm)
      if (!form.ok) {
        const t = c.var.t.accreditation.refusals
        const errors = {
          ...(form.errors['reason'] ? { reason: t['reason-needed'] } : {}),
          ...(form.errors['chosen'] ? { form: t['none-chosen'] } : {}),
        }
        return showQueue(c, event, { ...form.errors, ...errors })
      }
      const { chosen, decision, reason, note } = form.data
      const review: Review = decision === 'approve' ? { decision, note } : { decision, reason: reason ?? 'other', note }
      const { services, scope } = c.var
      const outcomes = await reviewApplications(services, scope, event, chosen, review)
      const notDone = outcomes.filter(({ outcome }) => 'refused' in outcome).length
      return c.redirect(deskAddress(c, event, `?done=${outcomes.length - notDone}&left=${notDone}`), 303)
    }),
  )

  app.get(
    `${here}/:registration`,
    withApplication((c, desk) => showApplication(c, desk)),
  )

  app.get(
    `${here}/:registration/proofs/:proof`,
    withApplication(async (c, { event, application }) => {
      const id = c.req.param('proof') ?? ''
      const { services } = c.var
      const isOwn = isId(id) && application.proofs.some((proof) => proof.id === id)
      const proof = isOwn ? await openProof(services.database.db, services, event.id, id) : null
      return proof ? showProof(c, proof) : errorPage(c, 'notFound')
    }),
  )

  app.post(
    `${here}/:registration/decision`,
    withApplication(async (c, desk) => {
      const { event, application, applications } = desk
      const form = await readForm(c, decisionForm)
      if (!form.ok) return showApplication(c, desk, form.errors)
      const { decision, reason, note } = form.data
      const review: Review =
        decision === 'decline'
          ? { decision, reason: reason ?? 'other', note }
          : decision === 'approve'
            ? { decision, note }
            : { decision }
      const outcome = await reviewApplication(c.var.services, c.var.scope, event, application.registrationId, review)
      if ('refused' in outcome) return showApplication(c, desk, { form: sentenceOf(c, outcome) }, statusOf(outcome))
      // On to the next that waits; what was decided is said there, and can be gone back to.
      const next = decision === 'undo' ? application : (nextOpen(applications, application) ?? application)
      return c.redirect(deskAddress(c, event, `/${next.registrationId}?decided=${application.registrationId}`), 303)
    }),
  )

  app.post(
    `${here}/:registration/requests`,
    withApplication(async (c, desk) => {
      const { event, application } = desk
      const form = await readForm(c, requestForm)
      if (!form.ok) return showApplication(c, desk, form.errors)
      const input = { registrationId: application.registrationId, wanted: form.data.wanted, note: form.data.note }
      const outcome = await askForMore(c.var.services, c.var.scope, event, input)
      if ('refused' in outcome) return showApplication(c, desk, { form: sentenceOf(c, outcome) }, statusOf(outcome))
      return c.redirect(deskAddress(c, event, `/${application.registrationId}`), 303)
    }),
  )

  app.post(
    `${here}/:registration/standing`,
    withApplication(async (c, desk) => {
      const { event, application } = desk
      const form = await readForm(c, standingUntilForm)
      if (!form.ok) return showApplication(c, desk, form.errors)
      const input = { registrationId: application.registrationId, until: form.data.until }
      const outcome = await giveStanding(c.var.services, c.var.scope, event, input)
      if ('refused' in outcome) return showApplication(c, desk, { until: sentenceOf(c, outcome) }, statusOf(outcome))
      return c.redirect(`/${c.var.locale}/standing-accreditations`, 303)
    }),
  )
}

/** The next in the queue that is still to be decided, else the first. */
function nextOpen(applications: Application[], after: Application): Application | undefined {
  const others = applications.filter((one) => isOpen(one) && one.registrationId !== after.registrationId)
  return others.find(({ arrival }) => arrival > after.arrival) ?? others[0]
}

const count = (text: string | undefined): number | null => (text && /^\d{1,4}$/.test(text) ? Number(text) : null)

async function showQueue(c: Web, event: PressEvent, errors?: Record<string, string>) {
  const { services, scope, t, locale } = c.var
  const applications = await applicationsTo(services.database.db, scope, event)
  const asked = c.req.query('show')
  const filter: Filter = filters.find((one) => one === asked) ?? 'waiting'
  const [done, notDone] = [count(c.req.query('done')), count(c.req.query('left'))]
  return show(
    c,
    { title: t.accreditation.review.title, ...(errors ? { status: 422 } : {}) },
    <ReviewPage
      {...readerOf(c)}
      event={event}
      applications={applications}
      filter={filter}
      formAddress={`${services.config.origin}/${locale}/events/${event.slug}/registration/press`}
      outcome={done === null ? null : { done, notDone: notDone ?? 0 }}
      {...(errors ? { errors } : {})}
    />,
  )
}

type Desk = { event: PressEvent; application: Application; applications: Application[] }

async function showApplication(
  c: Web,
  desk: Desk,
  errors?: Record<string, string>,
  status: 403 | 404 | 409 | 422 = 422,
) {
  const { services, locale, t } = c.var
  const { event, application, applications } = desk
  const now = services.clock.now()
  const today = localTime(now.toISOString(), event.zone).date
  const decided = applications.find(({ registrationId }) => registrationId === c.req.query('decided'))
  const held = await standingFor(services.database.db, event, application.addressKey, now)
  allowOwnFrames(c)
  return show(
    c,
    {
      title: t.accreditation.review.one({ name: nameFor(application.name, locale) }),
      islands: ['press-review'],
      ...(errors ? { status } : {}),
    },
    <ApplicationPage
      {...readerOf(c)}
      {...desk}
      held={held}
      untilRange={{ suggested: addToDate(today, { years: 1 }), latest: addToDate(today, longestStanding) }}
      justDecided={decided ? { name: nameFor(decided.name, locale), decision: decided.decision } : null}
      {...(errors ? { errors } : {})}
    />,
  )
}

/** A PDF stands beside the application in a frame of this page's own origin. */
function allowOwnFrames(c: Web) {
  c.header(
    'Content-Security-Policy',
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  )
}
