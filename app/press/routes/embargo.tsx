import { z } from 'zod'
import { localTime } from '../../language/times.ts'
import type { Routes, Web } from '../../web/env.ts'
import { errorPage } from '../../web/errors.tsx'
import { type Entries, type FieldErrors, readForm } from '../../web/forms.ts'
import type { Release } from '../assembling.ts'
import { changeEmbargo } from '../embargoing.ts'
import { anyForm, embargoIn, id, reason } from '../forms.ts'
import { EmbargoPage, WithdrawalPage } from '../pages/acts.tsx'
import { decidesFor, speaksFor } from '../policy.ts'
import { type Refusal, refusalSentence, refusalStatus } from '../refusals.ts'
import { withdrawRelease } from '../withdrawing.ts'
import { addressOf, ownReleaseOf, readerOf, show, withRelease } from './asking.tsx'

/** Postponing, bringing forward, stopping, taking back: each with its reason. */
export const embargoRoutes: Routes = (app) => {
  app.get(
    '/:locale/releases/:slug/embargo',
    withRelease((c, release) =>
      speaksFor(c.var.scope, release).length > 0 ? showEmbargo(c, release) : errorPage(c, 'forbidden'),
    ),
  )

  app.post(
    '/:locale/releases/:slug/embargo',
    withRelease(async (c, release) => {
      if (speaksFor(c.var.scope, release).length === 0) return errorPage(c, 'forbidden')
      const { t, services, scope } = c.var
      const form = await readForm(c, anyForm)
      const { entries } = form
      const embargo = embargoIn(entries)
      const said = reason.safeParse(entries['reason'] ?? '')
      const errors = {
        ...(form.ok ? {} : form.errors),
        ...('flaw' in embargo ? { [embargo.field]: t.press.embargo.flaws[embargo.flaw] } : {}),
        ...(said.success ? {} : { reason: t.errors.fields.required }),
      }
      if ('flaw' in embargo || !said.success || !form.ok)
        return showEmbargo(c, release, { entries, errors, status: 422 })
      const place = release.embargo.zone === embargo.lifts?.zone ? release.embargo.place : null
      const outcome = await changeEmbargo(services, scope, release.id, {
        organisationId: entries['organisationId'] ?? '',
        basedOn: entries['basedOn'] ?? '',
        lifts: embargo.lifts && { ...embargo.lifts, ...(place ? { place } : {}) },
        uponSignature: embargo.uponSignature,
        reason: said.data,
      })
      if ('refused' in outcome) return refuseEmbargo(c, release, outcome, entries)
      return c.redirect(addressOf(c, release, '/desk#embargo'), 303)
    }),
  )

  app.get(
    '/:locale/releases/:slug/withdrawal',
    withRelease((c, release) =>
      decidesFor(c.var.scope, release).length > 0 ? showWithdrawal(c, release) : errorPage(c, 'forbidden'),
    ),
  )

  app.post(
    '/:locale/releases/:slug/withdrawal',
    withRelease(async (c, release) => {
      if (decidesFor(c.var.scope, release).length === 0) return errorPage(c, 'forbidden')
      const form = await readForm(c, z.object({ organisationId: id, reason }))
      const { entries } = form
      if (!form.ok) return showWithdrawal(c, release, { entries, errors: form.errors, status: 422 })
      const outcome = await withdrawRelease(c.var.services, c.var.scope, release.id, form.data)
      if (!('refused' in outcome)) return c.redirect(addressOf(c, release, '/desk'), 303)
      const errors = { form: refusalSentence(c.var.t, outcome) }
      return showWithdrawal(c, release, { entries, errors, status: refusalStatus(outcome) })
    }),
  )
}

type Shown = { entries?: Entries; errors?: FieldErrors; status?: 403 | 409 | 422 }

function showEmbargo(c: Web, release: Release, { status, ...sent }: Shown = {}) {
  const { embargo } = release
  const local = embargo.liftsAt && localTime(embargo.liftsAt.toISOString(), embargo.zone)
  const current = {
    when: local ? 'at' : 'on-approval',
    date: local?.date ?? '',
    time: local?.time ?? '',
    zone: embargo.zone,
    uponSignature: embargo.uponSignature ? 'yes' : '',
  }
  const data = { release, current, speaksFor: speaksFor(c.var.scope, release), ...sent }
  const facts = { title: c.var.t.press.embargo.change, ...(status ? { status } : {}) }
  return show(c, facts, <EmbargoPage {...readerOf(c)} {...data} />)
}

async function refuseEmbargo(c: Web, release: Release, refusal: Refusal, entries: Entries) {
  const current = (await ownReleaseOf(c)) ?? release
  const field = refusal.refused === 'no-agreement' ? 'uponSignature' : 'form'
  // The writer has now seen the other change: the next attempt builds on that.
  const shown = { ...entries, basedOn: current.embargo.id }
  const errors = { [field]: refusalSentence(c.var.t, refusal) }
  return showEmbargo(c, current, { entries: shown, errors, status: refusalStatus(refusal) })
}

function showWithdrawal(c: Web, release: Release, { status, ...sent }: Shown = {}) {
  const { withdraw, stop } = c.var.t.press.withdrawal
  const facts = { title: release.lifting ? withdraw : stop, ...(status ? { status } : {}) }
  const data = { release, decidesFor: decidesFor(c.var.scope, release), ...sent }
  return show(c, facts, <WithdrawalPage {...readerOf(c)} {...data} />)
}
