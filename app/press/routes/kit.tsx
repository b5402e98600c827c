import { isId } from '../../platform/ids.ts'
import type { Routes, Web } from '../../web/env.ts'
import { errorPage } from '../../web/errors.tsx'
import { type Entries, type FieldErrors, readForm } from '../../web/forms.ts'
import type { Release } from '../assembling.ts'
import { anyForm, textsIn } from '../forms.ts'
import { kitOf } from '../kit/assets.ts'
import { chooseFiles } from '../kit/choosing.ts'
import { KitChoicePage } from '../pages/kitChoice.tsx'
import { mayEdit } from '../policy.ts'
import { refusalSentence, refusalStatus } from '../refusals.ts'
import { addressOf, ownReleaseOf, readerOf, show, withRelease } from './asking.tsx'

export const kitRoutes: Routes = (app) => {
  app.get(
    '/:locale/releases/:slug/kit',
    withRelease((c, release) => (mayEdit(c.var.scope, release) ? showChoice(c, release) : errorPage(c, 'forbidden'))),
  )

  app.post(
    '/:locale/releases/:slug/kit',
    withRelease(async (c, release) => {
      if (!mayEdit(c.var.scope, release)) return errorPage(c, 'forbidden')
      const { entries } = await readForm(c, anyForm)
      const { languages, title } = release.newest.content
      const text = textsIn(entries, 'reason', languages)
      const outcome = await chooseFiles(c.var.services, c.var.scope, release.id, {
        assetIds: (entries['assets'] ?? '').split('\n').filter(isId),
        basedOn: Number(entries['basedOn'] ?? 0),
        ...(text[title.original] ? { reason: { original: title.original, text } } : {}),
      })
      if (!('refused' in outcome)) return c.redirect(addressOf(c, release, '/desk'), 303)
      const current = (await ownReleaseOf(c)) ?? release
      const field = outcome.refused === 'reason-missing' ? `reason.${title.original}` : 'form'
      const errors = { [field]: refusalSentence(c.var.t, outcome) }
      return showChoice(c, current, { entries, errors, status: refusalStatus(outcome) })
    }),
  )
}

type Shown = { entries?: Entries; errors?: FieldErrors; status?: 403 | 409 | 422 }

async function showChoice(c: Web, release: Release, { status, ...sent }: Shown = {}): Promise<Response> {
  const kit = await kitOf(c.var.services.database.db, c.var.scope, release.issuerIds)
  const facts = { title: c.var.t.press.kit.ofRelease, ...(status ? { status } : {}) }
  return show(c, facts, <KitChoicePage {...readerOf(c)} release={release} kit={kit} {...sent} />)
}
