import { activityOf } from '../../platform/audit/chain.ts'
import type { Routes, Web } from '../../web/env.ts'
import type { PageFacts } from '../../web/page.tsx'
import { subjectOf } from '../activity.ts'
import type { Release } from '../assembling.ts'
import { DeskPage, type Powers } from '../pages/desk.tsx'
import { contentFor } from '../pages/words.ts'
import { namesOf } from '../people.ts'
import { decidesFor, mayEdit, speaksFor } from '../policy.ts'
import { type Refusal, refusalSentence, refusalStatus } from '../refusals.ts'
import { ownReleaseOf, readerOf, show, withRelease } from './asking.tsx'
import { errorPage } from '../../web/errors.tsx'

const ENTRIES = 40

export const deskRoutes: Routes = (app) => {
  app.get(
    '/:locale/releases/:slug/desk',
    withRelease((c, release) => showDesk(c, release)),
  )
}

export const powersOf = (c: Web, release: Release): Powers => ({
  edits: mayEdit(c.var.scope, release),
  speaksFor: speaksFor(c.var.scope, release),
  decidesFor: decidesFor(c.var.scope, release),
})

type Refused = { errors?: Record<string, string>; status?: PageFacts['status'] }

export async function showDesk(c: Web, release: Release, { errors, status }: Refused = {}): Promise<Response> {
  const { db } = c.var.services.database
  const entries = await activityOf(db, subjectOf(release.id), { limit: ENTRIES })
  const ids = [...entries.map(({ actor }) => actor.person), ...release.issuers.map(({ approvedBy }) => approvedBy)]
  const people = await namesOf(db, ids, c.var.locale)
  const data = {
    release,
    powers: powersOf(c, release),
    people,
    activity: entries.map((entry) => ({ entry, who: people.get(entry.actor.person ?? '') ?? null })),
    ...(errors ? { errors } : {}),
  }
  const title = contentFor(release.newest.content.title, c.var.locale).text
  return show(c, { title, ...(status ? { status } : {}) }, <DeskPage {...readerOf(c)} {...data} />)
}

/** A refusal on the desk as it now stands. */
export async function refuseOnDesk(c: Web, refusal: Refusal): Promise<Response> {
  const current = await ownReleaseOf(c)
  if (!current) return errorPage(c, 'notFound')
  return showDesk(c, current, { errors: { form: refusalSentence(c.var.t, refusal) }, status: refusalStatus(refusal) })
}
