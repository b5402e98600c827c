import { connectionOf, overLimit } from '../../accounts/limits.ts'
import { entriesOf, nameFrom } from '../../accounts/nameEntry.ts'
import { organisationsOf } from '../../accounts/scope.ts'
import { pick } from '../../language/translated.ts'
import { newToken } from '../../platform/ids.ts'
import { errorPage } from '../../web/errors.tsx'
import type { Routes, Web } from '../../web/env.ts'
import { type Entries, type FieldErrors, readForm } from '../../web/forms.ts'
import type { Category, EventView } from '../event.ts'
import { ReceivedPage, RegistrationPage } from '../pages/registrationForm.tsx'
import type { OwnOrganisation } from '../pages/registrationFields.tsx'
import { textOf } from '../pages/words.ts'
import { refusalSentence, refusalStatus } from '../refusals.ts'
import { comesAsMember } from '../registration/membership.ts'
import { consentPurposes } from '../registration/consent.ts'
import { readAnswers, registrationForm } from '../registration/form.ts'
import { countsOf, opennessOf } from '../registration/openness.ts'
import { register, type RegistrationRefusal } from '../registration/registering.ts'
import { addressOf, type Answer, readerOf, show, withEvent } from './asking.tsx'

/** Journalists have a form of their own: see `accreditation/`. */
const here = '/:locale/events/:slug/registration/:category{guest|member|speaker}'

export const registeringRoutes: Routes = (app) => {
  app.get(
    here,
    withCategory((c, event, category) => {
      const reader = readerOf(c)
      const { person } = c.var.scope
      const entries = {
        ...entriesOf(null, c.var.locale === 'ja' ? 'family-first' : 'given-first'),
        submission: newToken(),
        address: person?.address ?? '',
        timeZone: reader.zone ?? '',
      }
      return showForm(c, event, category, { entries })
    }),
  )

  app.post(
    here,
    withCategory(async (c, event, category) => {
      const { services, scope, locale, t } = c.var
      const minutes = await overLimit(services, 'registration-from-connection', connectionOf(c))
      if (minutes) return errorPage(c, 'tooMany', { minutes })
      const form = await readForm(c, registrationForm)
      const read = readAnswers(form.entries, category.fields)
      const named = form.ok ? nameFrom(form.data, t) : null
      const errors = {
        ...(form.ok ? {} : form.errors),
        ...(named && 'errors' in named ? named.errors : {}),
        ...Object.fromEntries(Object.entries(read.errors).map(([field, key]) => [field, t.errors.fields[key]])),
      }
      if (!form.ok || !named || 'errors' in named || Object.keys(errors).length > 0)
        return showForm(c, event, category, { entries: form.entries, errors, status: 422 })
      const { data } = form
      const member = category.kind === 'member' ? await ownOrganisation(c, event, data.organisationId) : null
      const outcome = await register(services, scope, {
        eventId: event.id,
        kind: category.kind,
        name: named.name,
        address: data.address,
        affiliation: member ? member.name : (data.affiliation ?? null),
        organisationId: member?.id ?? null,
        locale,
        timeZone: data.timeZone,
        answers: read.answers,
        consents: consentPurposes.filter((purpose) => data[purpose] === 'yes'),
        submission: data.submission ?? null,
      })
      if ('refused' in outcome) return refuse(c, event, category, outcome, form.entries)
      const own = outcome.token
        ? `/${locale}/registrations/${outcome.token}`
        : addressOf(c, event, `/registration/${category.kind}/received`)
      return c.redirect(own, 303)
    }),
  )

  app.get(
    `${here}/received`,
    withEvent((c, event) =>
      show(c, { title: c.var.t.events.form.receivedTitle }, <ReceivedPage {...readerOf(c)} event={event} />),
    ),
  )
}

const withCategory = (handle: (c: Web, event: EventView, category: Category) => Answer) =>
  withEvent((c, event) => {
    const category = event.categories.find(({ kind }) => kind === c.req.param('category'))
    return category ? handle(c, event, category) : errorPage(c, 'notFound')
  })

type Shown = { entries: Entries; errors?: FieldErrors; status?: 403 | 409 | 422 }

async function showForm(c: Web, event: EventView, category: Category, { entries, errors = {}, status }: Shown) {
  const { services, t, locale } = c.var
  const counts = (await countsOf(services.database.db, event.id)).get(category.id)
  const openness = opennessOf(event, category, counts?.confirmed ?? 0, services.clock.now())
  const organisations = category.kind === 'member' ? await ownOrganisations(c, event) : null
  const name = textOf(category.title, locale) || t.events.categories[category.kind]
  const facts = { title: t.events.form.title({ category: name }), ...(status ? { status } : {}) }
  const data = { event, category, openness, organisations, entries, errors }
  return show(c, facts, <RegistrationPage {...readerOf(c)} {...data} />)
}

const fields: Partial<Record<RegistrationRefusal['refused'], string>> = {
  'consent-needed': 'participation',
  'members-only': 'organisationId',
  'affiliation-full': 'affiliation',
}

const refuse = (c: Web, event: EventView, category: Category, { refused }: RegistrationRefusal, entries: Entries) =>
  showForm(c, event, category, {
    entries,
    errors: { [fields[refused] ?? 'form']: refusalSentence(c.var.t, refused) },
    status: refusalStatus(refused),
  })

/** Those of the asker's organisations that may come to this event as members. */
async function ownOrganisations(c: Web, event: EventView): Promise<OwnOrganisation[]> {
  const { scope, services } = c.var
  const now = services.clock.now()
  const ids: string[] = []
  for (const organisationId of organisationsOf(scope))
    if (await comesAsMember(services.database.db, scope, { eventId: event.id, organisationId }, now))
      ids.push(organisationId)
  if (ids.length === 0) return []
  const rows = await c.var.services.database.db
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('id', 'in', ids)
    .orderBy('slug')
    .execute()
  return rows.map(({ id, name }) => ({ id, name: pick(name.text, c.var.locale, name.original)?.text ?? '' }))
}

const ownOrganisation = async (c: Web, event: EventView, id: string | undefined): Promise<OwnOrganisation | null> =>
  (await ownOrganisations(c, event)).find((one) => one.id === id) ?? null
