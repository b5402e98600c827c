import { z } from 'zod'
import type { Routes, Web } from '../../web/env.ts'
import { type Entries, type FieldErrors, readForm } from '../../web/forms.ts'
import type { EventView } from '../event.ts'
import { CategoryPage } from '../pages/categoryPage.tsx'
import { sentences } from '../planForm.ts'
import { refusalSentence, refusalStatus } from '../refusals.ts'
import { categoryEntries, readCategory } from '../registration/categoryForm.ts'
import { setCategory } from '../registration/settingCategories.ts'
import type { CategoryKind } from '../tables.ts'
import { addressOf, type Answer, readerOf, show, withOwn } from './asking.tsx'

const here = '/:locale/events/:slug/categories/:category{press|guest|member|speaker}'
const loose = z.looseObject({})

export const categoryRoutes: Routes = (app) => {
  app.get(
    here,
    withOwn((c, event) => {
      const kind = kindOf(c)
      return showCategory(c, event, { entries: categoryEntries(categoryIn(event, kind), event.zone, c.var.locale) })
    }),
  )

  app.post(
    here,
    withOwn(async (c, event) => {
      const { services, scope, locale, t } = c.var
      const kind = kindOf(c)
      const { entries, ...form } = await readForm(c, loose)
      if (!form.ok) return showCategory(c, event, { entries, errors: form.errors, status: 422 })
      const before = categoryIn(event, kind)
      const read = readCategory(entries, kind, before, locale)
      if ('flaws' in read) {
        const errors = { ...sentences(read.flaws, t.events.refusals), ...read.errors }
        return showCategory(c, event, { entries, errors, status: 422 })
      }
      // Journalists are asked by a form of their own.
      const plan = kind === 'press' ? { ...read.plan, fields: before?.fields ?? [] } : read.plan
      const outcome = await setCategory(services, scope, event.id, plan)
      if ('refused' in outcome) {
        const field = fields[outcome.refused] ?? 'form'
        const errors = { [field]: refusalSentence(t, outcome.refused) }
        return showCategory(c, event, { entries, errors, status: refusalStatus(outcome.refused) })
      }
      return c.redirect(addressOf(c, event, `/workspace?saved=yes&movedUp=${outcome.movedUp}`), 303)
    }),
  )
}

const fields: Record<string, string> = {
  'closes-before-it-opens': 'closes.date',
  'fewer-than-confirmed': 'capacity',
}

const kindOf = (c: Web) => c.req.param('category') as CategoryKind
const categoryIn = (event: EventView, kind: CategoryKind) =>
  event.categories.find((category) => category.kind === kind) ?? null

type Shown = { entries: Entries; errors?: FieldErrors; status?: 403 | 409 | 422 }

function showCategory(c: Web, event: EventView, { entries, errors = {}, status }: Shown): Answer {
  const { t } = c.var
  const kind = kindOf(c)
  const title = t.events.categoryForm.title({ category: t.events.categories[kind] })
  const view = <CategoryPage {...readerOf(c)} event={event} kind={kind} entries={entries} errors={errors} />
  return show(c, { title, ...(status ? { status } : {}) }, view)
}
