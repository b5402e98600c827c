import { connectionOf, overLimit } from '../../../accounts/limits.ts'
import { nameFrom } from '../../../accounts/nameEntry.ts'
import { normalisePhone } from '../../../language/phones.ts'
import { newToken } from '../../../platform/ids.ts'
import type { Routes, Web } from '../../../web/env.ts'
import { errorPage } from '../../../web/errors.tsx'
import { type Entries, type FieldErrors, type Form, readForm } from '../../../web/forms.ts'
import { addressKey } from '../../registration/keys.ts'
import { timeliness } from '../../registration/deadlines.ts'
import type { Decision } from '../../tables.ts'
import { applyAsJournalist, applyByStanding, type ApplyingRefusal } from '../applying.ts'
import { type ApplicationEntry, applicationForm, standingForm, standingLinkForm } from '../forms.ts'
import { ApplyPage, NotOpenPage, type NotOpen, SaidPage, SentPage } from '../pages/apply.tsx'
import type { PressEvent } from '../pressEvent.ts'
import { readProof } from '../proofs/sniffing.ts'
import { rulesOf } from '../rules.ts'
import { sendStandingLink, standingByLink } from '../standing/linking.ts'
import type { Standing } from '../standing/standing.ts'
import { termsOf } from '../terms.ts'
import { type Answer, readerOf, sentenceOf, show, withEvent } from './asking.tsx'

const here = '/:locale/events/:slug/registration/press'

/** The form with which journalists apply, in full and by a standing accreditation. */
export const applyingRoutes: Routes = (app) => {
  app.get(
    here,
    withOpenForm((c, event) => showForm(c, event, {})),
  )

  app.post(
    here,
    withOpenForm(async (c, event) => {
      const minutes = await overLimit(c.var.services, 'check-from-connection', connectionOf(c))
      if (minutes) return errorPage(c, 'tooMany', { minutes })
      const read = await readApplication(c, event)
      if ('errors' in read) return showForm(c, event, read)
      const { services, scope } = c.var
      const outcome = await applyAsJournalist(services, scope, event, read.input)
      if ('refused' in outcome) return showForm(c, event, { entries: read.entries, errors: errorsOf(c, outcome, true) })
      // Whether the address was known already is said in the mail to it, and nowhere else.
      return c.redirect(sentAddress(c, event, outcome.isNew ? outcome.decision : 'pending'), 303)
    }),
  )

  app.get(
    `${here}/sent`,
    withEvent((c, event) => {
      const said = c.req.query('state')
      const decision = (['confirmed', 'waiting', 'late'] as const).find((state) => state === said) ?? 'pending'
      const title = c.var.t.accreditation.apply.sentTitle
      return show(c, { title }, <SentPage {...readerOf(c)} event={event} decision={decision} />)
    }),
  )

  app.post(
    `${here}/standing`,
    withOpenForm(async (c, event) => {
      const form = await readForm(c, standingLinkForm)
      if (!form.ok) return showForm(c, event, { errors: { 'standing-address': form.errors['address'] ?? '' } })
      const { services, t } = c.var
      const minutes =
        (await overLimit(services, 'link-from-connection', connectionOf(c))) ??
        (await overLimit(services, 'link-to-address', `press:${event.id}:${addressKey(form.data.address)}`))
      if (minutes) return errorPage(c, 'tooMany', { minutes })
      await sendStandingLink(services, event, addressKey(form.data.address))
      const words = t.accreditation.apply
      return show(
        c,
        { title: words.standingAskedTitle },
        <SaidPage
          {...readerOf(c)}
          event={event}
          title={words.standingAskedTitle}
          body={words.standingAsked}
          next={{ href: formAddress(c, event), label: words.toForm }}
        />,
      )
    }),
  )

  app.get(
    `${here}/standing/:token`,
    withStandingLink((c, event, standing) => showForm(c, event, { standing })),
  )

  app.post(
    `${here}/standing/:token`,
    withStandingLink(async (c, event, standing) => {
      const form = await readForm(c, standingForm)
      const terms = await termsOf(c.var.services.database.db, event.id)
      const rules = await rulesOf(c.var.services.database.db, event.id)
      const errors = {
        ...(form.ok ? {} : worded(c, form.errors)),
        ...detailErrors(c, { ...form.entries, role: standing.role }, terms, rules !== null),
      }
      if (!form.ok || Object.keys(errors).length > 0)
        return showForm(c, event, { entries: form.entries, errors, standing })
      const token = c.req.param('token') ?? ''
      const outcome = await applyByStanding(
        c.var.services,
        c.var.scope,
        event,
        token,
        detailsOf(form.data, form.entries),
      )
      if ('refused' in outcome)
        return showForm(c, event, { entries: form.entries, errors: errorsOf(c, outcome, false), standing })
      return c.redirect(sentAddress(c, event, outcome.isNew ? outcome.decision : 'pending'), 303)
    }),
  )
}

const formAddress = (c: Web, event: PressEvent) => `/${c.var.locale}/events/${event.slug}/registration/press`
const sentAddress = (c: Web, event: PressEvent, decision: Decision) => `${formAddress(c, event)}/sent?state=${decision}`

/** Where nobody can apply now, the page says why and until when. */
const withOpenForm = (handle: (c: Web, event: PressEvent) => Answer) =>
  withEvent((c, event) => {
    const because = notOpen(event, c.var.services.clock.now())
    if (!because) return handle(c, event)
    const facts = {
      title: c.var.t.accreditation.apply.title,
      status: because === 'none' ? (404 as const) : (410 as const),
    }
    // Before it opens the page is a plain one: come back later.
    const status = typeof because === 'object' && 'early' in because ? {} : { status: facts.status }
    return show(c, { title: facts.title, ...status }, <NotOpenPage {...readerOf(c)} event={event} because={because} />)
  })

function notOpen(event: PressEvent, now: Date): NotOpen | null {
  const { category } = event
  if (!category) return 'none'
  if (event.cancelled) return 'cancelled'
  const time = timeliness(category, now)
  if (time === 'early') return { early: category.opensAt as Date }
  if (event.ends <= now || (time === 'late' && !category.lateQueue)) return { closed: category.closesAt }
  return null
}

const withStandingLink = (handle: (c: Web, event: PressEvent, standing: Standing) => Answer) =>
  withOpenForm(async (c, event) => {
    const { services, t } = c.var
    const token = c.req.param('token') ?? ''
    const standing = await standingByLink(services.database.db, event, token, services.clock.now())
    if (standing) return handle(c, event, standing)
    const words = t.accreditation.apply
    return show(
      c,
      { title: words.standingGoneTitle, status: 410 },
      <SaidPage
        {...readerOf(c)}
        event={event}
        title={words.standingGoneTitle}
        body={words.standingGone}
        next={{ href: formAddress(c, event), label: words.toForm }}
      />,
    )
  })

type Read =
  | { entries: Entries; errors: FieldErrors }
  | { entries: Entries; input: Parameters<typeof applyAsJournalist>[3] }

async function readApplication(c: Web, event: PressEvent): Promise<Read> {
  const { db } = c.var.services.database
  const form: Form<ApplicationEntry> = await readForm(c, applicationForm)
  const terms = await termsOf(db, event.id)
  const rules = await rulesOf(db, event.id)
  const body: Record<string, unknown> = await c.req.parseBody({ all: true }).catch(() => ({}))
  const proof = await readProof(body['proof'])
  const errors: FieldErrors = form.ok ? {} : worded(c, form.errors)
  Object.assign(errors, detailErrors(c, form.entries, terms, rules !== null))
  const t = c.var.t.accreditation
  if ('refused' in proof && (proof.refused !== 'proof-missing' || terms.proofNeeded))
    errors['proof'] = t.proofErrors[proof.refused]
  const named = form.ok ? nameFrom(form.data, c.var.t) : null
  if (named && 'errors' in named) Object.assign(errors, named.errors)
  // Kanji can be read in several ways: without a reading or Latin letters nobody can call the person up.
  if (needsReading(form.entries)) errors['kanaFamily'] ??= t.errors.reading
  if (!form.ok || !named || 'errors' in named || Object.keys(errors).length > 0) {
    if (!errors['proof'] && !('refused' in proof)) errors['proof'] = t.errors.proofAgain
    return { entries: form.entries, errors }
  }
  const { outlet, role, address } = form.data
  return {
    entries: form.entries,
    input: {
      ...detailsOf(form.data, form.entries),
      name: named.name,
      address,
      outlet,
      role,
      proof: 'refused' in proof ? null : proof,
    },
  }
}

const needsReading = (entries: Entries): boolean =>
  /\p{Script=Han}/u.test(`${entries['family'] ?? ''}${entries['given'] ?? ''}`) &&
  !entries['kanaFamily']?.trim() &&
  !entries['latinFamily']?.trim()

/** Errors that only this form knows, with their sentences. */
function worded(c: Web, errors: FieldErrors): FieldErrors {
  const t = c.var.t.accreditation.errors
  return {
    ...errors,
    ...(errors['mobile'] ? { mobile: t.mobile } : {}),
    ...(errors['zone'] ? { zone: t.zone } : {}),
  }
}

function detailErrors(c: Web, entries: Entries, terms: { largestCrew: number }, hasRules: boolean): FieldErrors {
  const t = c.var.t.accreditation.errors
  const crew = Number(entries['crew'] ?? '1')
  return {
    ...(crew >= 1 && crew <= terms.largestCrew ? {} : { crew: t.crew({ largest: terms.largestCrew }) }),
    ...(crew > 1 && crew <= terms.largestCrew && entries['role'] && entries['role'] !== 'tv-crew'
      ? { crew: t.crewAlone }
      : {}),
    ...(hasRules && entries['rules'] !== 'yes' ? { rules: t.rules } : {}),
    ...(entries['agreed'] === 'yes' ? {} : { agreed: c.var.t.errors.fields.required }),
  }
}

type Details = Omit<
  ApplicationEntry,
  | 'family'
  | 'given'
  | 'order'
  | 'latinFamily'
  | 'latinGiven'
  | 'kanaFamily'
  | 'kanaGiven'
  | 'outlet'
  | 'role'
  | 'address'
>

function detailsOf(data: Details, entries: Entries) {
  const phone = normalisePhone(data.mobile)
  return {
    locale: data.correspondence,
    timeZone: data.zone,
    crew: data.crew,
    mobile: 'refused' in phone ? data.mobile : phone.number,
    pressClub: data.pressClub || null,
    wishesToAsk: data.asks === 'yes',
    question: data.question || null,
    languages: data.languages,
    rules: data.rulesVersion && data.rulesLocale ? { version: data.rulesVersion, locale: data.rulesLocale } : null,
    answers: answersIn(entries),
    agreed: entries['agreed'] === 'yes',
    submission: entries['submission']?.slice(0, 64) ?? null,
  }
}

/** What the event asks besides; the category knows its questions by their keys. */
const answersIn = (entries: Entries): Record<string, string> =>
  Object.fromEntries(
    Object.entries(entries)
      .filter(([name, value]) => name.startsWith('answer.') && value.trim())
      .map(([name, value]) => [name.slice('answer.'.length), value.trim().slice(0, 2000)]),
  )

/** A refusal at its field where it has one. The file is gone with the request, and the page says so. */
function errorsOf(c: Web, refusal: ApplyingRefusal, hasFile: boolean): FieldErrors {
  const t = c.var.t.accreditation
  const fields: Record<string, string> = {
    'rules-not-accepted': 'rules',
    'crew-taken': 'role',
    'too-large-crew': 'crew',
    'proof-needed': 'proof',
    'consent-needed': 'agreed',
  }
  return {
    [fields[refusal.refused] ?? 'form']: sentenceOf(c, refusal),
    ...(hasFile ? { proof: t.errors.proofAgain } : {}),
  }
}

type Shown = { entries?: Entries; errors?: FieldErrors; standing?: Standing }

async function showForm(c: Web, event: PressEvent, { entries = {}, errors = {}, standing }: Shown) {
  const { category } = event
  if (!category) return errorPage(c, 'notFound')
  const { db } = c.var.services.database
  const [rules, terms] = [await rulesOf(db, event.id), await termsOf(db, event.id)]
  const words = c.var.t.accreditation.apply
  const reader = readerOf(c)
  const isWrong = Object.keys(errors).length > 0
  return show(
    c,
    { title: standing ? words.standingTitle : words.title, ...(isWrong ? { status: 422 } : {}) },
    <ApplyPage
      {...reader}
      event={event}
      category={category}
      isLate={timeliness(category, c.var.services.clock.now()) === 'late'}
      rules={rules}
      terms={terms}
      // A page that was sent back carries the version it now shows, and the box is to be ticked for that one.
      entries={{
        submission: newToken(),
        ...entries,
        ...(String(rules?.version) === entries['rulesVersion'] ? {} : { rules: '' }),
      }}
      errors={errors}
      standing={standing ? { held: standing, token: c.req.param('token') ?? '' } : null}
    />,
  )
}
