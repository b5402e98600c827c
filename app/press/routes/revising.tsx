import type { Content } from '../../language/translated.ts'
import type { Routes, Web } from '../../web/env.ts'
import { errorPage } from '../../web/errors.tsx'
import { type Entries, type FieldErrors, readForm } from '../../web/forms.ts'
import type { Release } from '../assembling.ts'
import { anyForm, notesIn, originalIn, textsIn, wordingIn } from '../forms.ts'
import { NotesPage, TextPage } from '../pages/acts.tsx'
import { issuerName } from '../pages/words.ts'
import { mayEdit, speaksFor } from '../policy.ts'
import { type Refusal, refusalSentence, refusalStatus } from '../refusals.ts'
import { reviseRelease, sayForIssuer } from '../revising.ts'
import { addressOf, ownReleaseOf, readerOf, show, withRelease } from './asking.tsx'
import { setForm } from '../settingForm.ts'
import { refuseOnDesk } from './desk.tsx'
import { sentencesFor } from './drafting.tsx'
import { notesEntries } from './notesEntries.ts'

/** The lead's pen, and what each issuer says for itself. */
export const revisingRoutes: Routes = (app) => {
  app.get(
    '/:locale/releases/:slug/text',
    withRelease((c, release) => (mayEdit(c.var.scope, release) ? showText(c, release) : errorPage(c, 'forbidden'))),
  )

  app.post(
    '/:locale/releases/:slug/text',
    withRelease(async (c, release) => {
      if (!mayEdit(c.var.scope, release)) return errorPage(c, 'forbidden')
      const form = await readForm(c, anyForm)
      const { entries } = form
      const { languages, record } = release.newest.content
      const errors = {
        ...(form.ok ? {} : form.errors),
        ...sentencesFor(c, entries, languages, null, record !== null),
      }
      if (Object.keys(errors).length > 0) return showText(c, release, { entries, errors, status: 422 })
      const reason = reasonIn(entries, release)
      const outcome = await reviseRelease(c.var.services, c.var.scope, release.id, {
        basedOn: Number(entries['basedOn'] ?? 0),
        title: wordingIn(entries, 'title', languages),
        subtitle: wordingIn(entries, 'subtitle', languages),
        body: wordingIn(entries, 'body', languages),
        offersEmbargoed: entries['offersEmbargoed'] === 'yes',
        ...(reason ? { reason } : {}),
      })
      if ('refused' in outcome) return refuseText(c, release, outcome, entries)
      return c.redirect(addressOf(c, release, '/desk#texts'), 303)
    }),
  )

  app.post(
    '/:locale/releases/:slug/form',
    withRelease(async (c, release) => {
      if (!mayEdit(c.var.scope, release)) return errorPage(c, 'forbidden')
      const { entries } = await readForm(c, anyForm)
      const outcome = await setForm(c.var.services, c.var.scope, release.id, {
        from: entries['from'] === 'none' ? 'none' : 'event',
        basedOn: Number(entries['basedOn'] ?? 0),
      })
      if ('refused' in outcome) return refuseOnDesk(c, outcome)
      return c.redirect(addressOf(c, release, '/desk#texts'), 303)
    }),
  )

  app.get(
    '/:locale/releases/:slug/notes/:organisation',
    withRelease((c, release) => showNotes(c, release)),
  )

  app.post(
    '/:locale/releases/:slug/notes/:organisation',
    withRelease(async (c, release) => {
      const issuer = issuerOf(c, release)
      if (!issuer) return errorPage(c, 'notFound')
      if (!speaksFor(c.var.scope, release).includes(issuer.organisationId)) return errorPage(c, 'forbidden')
      const form = await readForm(c, anyForm)
      const { entries } = form
      if (!form.ok) return showNotes(c, release, { entries, errors: form.errors, status: 422 })
      const reason = reasonIn(entries, release)
      const outcome = await sayForIssuer(c.var.services, c.var.scope, release.id, {
        organisationId: issuer.organisationId,
        basedOn: Number(entries['basedOn'] ?? 0),
        notes: notesIn(entries),
        ...(reason ? { reason } : {}),
      })
      if (!('refused' in outcome)) return c.redirect(addressOf(c, release, '/desk'), 303)
      const errors = { form: refusalSentence(c.var.t, outcome) }
      return showNotes(c, release, { entries, errors, status: refusalStatus(outcome) })
    }),
  )
}

const issuerOf = (c: Web, release: Release) => release.issuers.find(({ slug }) => slug === c.req.param('organisation'))

/** What is corrected and why: in one language at least. */
function reasonIn(entries: Entries, release: Release): Content | null {
  const { languages, title } = release.newest.content
  const text = textsIn(entries, 'reason', languages)
  const original = text[title.original] ? title.original : languages.find((locale) => text[locale])
  return original ? { original, text } : null
}

type Shown = { entries?: Entries; errors?: FieldErrors; status?: 403 | 409 | 422 }

function showText(c: Web, release: Release, { status, ...sent }: Shown = {}) {
  const { edit, correct } = c.var.t.press.text
  const facts = { title: release.lifting ? correct : edit, ...(status ? { status } : {}) }
  return show(c, facts, <TextPage {...readerOf(c)} release={release} {...sent} />)
}

async function refuseText(c: Web, release: Release, refusal: Refusal, entries: Entries) {
  const current = (await ownReleaseOf(c)) ?? release
  const { languages } = current.newest.content
  const field = refusal.refused === 'reason-missing' ? `reason.${originalIn(entries, languages)}` : 'form'
  const errors = { [field]: refusalSentence(c.var.t, refusal) }
  return showText(c, current, { entries, errors, status: refusalStatus(refusal) })
}

function showNotes(c: Web, release: Release, { status, entries, errors }: Shown = {}) {
  const issuer = issuerOf(c, release)
  if (!issuer) return errorPage(c, 'notFound')
  if (!speaksFor(c.var.scope, release).includes(issuer.organisationId)) return errorPage(c, 'forbidden')
  const notes = release.newest.content.issuers.find((one) => one.organisationId === issuer.organisationId)?.notes
  const name = issuerName(issuer, c.var.locale)
  const data = {
    release,
    entries: entries ?? notesEntries(notes, c.var.locale),
    issuer: name,
    slug: issuer.slug,
    ...(errors ? { errors } : {}),
  }
  const facts = { title: c.var.t.press.notes.of({ issuer: name }), ...(status ? { status } : {}) }
  return show(c, facts, <NotesPage {...readerOf(c)} {...data} />)
}
