import { signInFirst } from '../../accounts/signInFirst.tsx'
import type { Routes, Web } from '../../web/env.ts'
import { errorPage } from '../../web/errors.tsx'
import { type Entries, readForm } from '../../web/forms.ts'
import { page } from '../../web/page.tsx'
import { candidatesFor, type CeremonyEvent } from '../finding.ts'
import { freeForm } from '../forms.ts'
import { PlanPage } from '../pages/plan.tsx'
import { reasonLanguages } from '../pages/reasons.tsx'
import { emptyRow, rowOf, rowsFrom, type StageRow, stagesFrom, stagesOfTemplate, templates } from '../planForms.ts'
import { planCeremony } from '../planning.ts'
import { refusalErrors, refusalStatus } from '../refusals.ts'
import { addressOf, type Answer, readerOf, settingOf, withEvent } from './asking.tsx'

export const planningRoutes: Routes = (app) => {
  app.get(
    '/:locale/ceremonies/:slug/plan',
    withPlanner((c, event) => showPlan(c, event, { rows: startingRows(c, event) })),
  )

  app.post(
    '/:locale/ceremonies/:slug/plan',
    withPlanner(async (c, event) => {
      const form = await readForm(c, freeForm)
      const { entries } = form
      const languages = languagesOf(c, event)
      const rows = rowsFrom(entries, languages)
      const again = (errors: Record<string, string>, status: Status) =>
        showPlan(c, event, { rows: withRoom(rows), entries, errors, status })
      if (!form.ok) return again(form.errors, 422)
      const read = stagesFrom(rows, { zone: event.zone, languages, locale: c.var.locale })
      const perOutlet = perOutletFrom(entries)
      if ('errors' in read || perOutlet === 'wrong') return again(sentences(c, read, perOutlet), 422)
      const outcome = await planCeremony(c.var.services, c.var.scope, event.id, {
        stages: read.stages,
        questionsPerOutlet: perOutlet,
        operatorIds: operatorsFrom(entries),
      })
      if ('refused' in outcome) return again(refusalErrors(c.var.t, outcome), refusalStatus(outcome))
      return c.redirect(addressOf(c, event.slug, '/plan?saved=yes'), 303)
    }),
  )
}

type Status = 403 | 404 | 409 | 422

const withPlanner = (handle: (c: Web, event: CeremonyEvent) => Answer) =>
  withEvent((c, event) => {
    if (!c.var.scope.person) return signInFirst(c)
    return event.mayPlan ? handle(c, event) : errorPage(c, 'forbidden')
  })

const languagesOf = (c: Web, event: CeremonyEvent) => reasonLanguages(settingOf(event), c.var.locale)

/** What is planned, else the template that was chosen; and always room for two stages more. */
function startingRows(c: Web, event: CeremonyEvent): StageRow[] {
  const wanted = templates.find((template) => template === c.req.query('template'))
  const stages = event.ceremony?.stages ?? (wanted ? stagesOfTemplate(wanted, event.begins, languagesOf(c, event)) : [])
  return withRoom(stages.map((stage) => rowOf(stage, event.zone)))
}

const withRoom = (rows: StageRow[]): StageRow[] => [...rows.filter(({ kind }) => kind), emptyRow, emptyRow]

const perOutletFrom = (entries: Entries): number | null | 'wrong' => {
  const text = entries['questionsPerOutlet']?.trim() ?? ''
  if (text === '') return null
  return /^[1-9]\d?$/.test(text) ? Number(text) : 'wrong'
}

/** Several ticks arrive as lines of one entry. */
const operatorsFrom = (entries: Entries): string[] => (entries['operators'] ?? '').split('\n').filter(Boolean)

function sentences(c: Web, read: ReturnType<typeof stagesFrom>, perOutlet: number | null | 'wrong') {
  const words = c.var.t.ceremonies.plan.errors
  const wrong = 'errors' in read ? read.errors : {}
  return {
    ...Object.fromEntries(Object.entries(wrong).map(([field, key]) => [field, words[key]])),
    ...(perOutlet === 'wrong' ? { questionsPerOutlet: words.perOutlet } : {}),
  }
}

type Shown = { rows: StageRow[]; entries?: Entries; errors?: Record<string, string>; status?: Status }

async function showPlan(c: Web, event: CeremonyEvent, { rows, entries, errors = {}, status }: Shown) {
  const { ceremony } = event
  return page(
    c,
    { title: c.var.t.ceremonies.plan.title, ...(status ? { status } : {}) },
    <PlanPage
      {...readerOf(c)}
      title={event.title}
      setting={settingOf(event)}
      base={addressOf(c, event.slug)}
      rows={rows}
      candidates={await candidatesFor(c.var.services.database.db, event)}
      operatorIds={entries ? operatorsFrom(entries) : (ceremony?.operatorIds ?? [])}
      questionsPerOutlet={entries?.['questionsPerOutlet'] ?? String(ceremony?.questionsPerOutlet ?? '')}
      errors={errors}
      isPlanned={ceremony !== null}
      hasBegun={ceremony?.course.stages.some(({ beganAt, kind }) => beganAt !== null && kind !== 'rehearsal') ?? false}
      isSaved={c.req.query('saved') === 'yes'}
    />,
  )
}
