import { z } from 'zod'
import { signInFirst } from '../../accounts/signInFirst.tsx'
import type { Routes, Web } from '../../web/env.ts'
import { errorPage } from '../../web/errors.tsx'
import { sendFile, uploadedFile } from '../../web/files.ts'
import { type FieldErrors, readForm } from '../../web/forms.ts'
import { page } from '../../web/page.tsx'
import { CSV, csvOf } from '../../platform/spreadsheets/csv.ts'
import { XLSX, xlsxOf } from '../../platform/spreadsheets/xlsx.ts'
import { textFor } from '../profileText.ts'
import { applyImport } from './applying.ts'
import { chooseReading } from './choosing.ts'
import { exportList } from './exporting/exporting.ts'
import { listRows } from './exporting/rows.ts'
import { choicesFrom, readingForm } from './forms.ts'
import { ImportList } from './pages/list.tsx'
import { ImportView } from './pages/preview.tsx'
import { previewOf } from './previewing.ts'
import { type ListCluster, listCluster } from '../lists.ts'
import { importsOf, type MemberImport, memberImport } from './queries.ts'
import { type ImportRefusal, refusalStatus } from './refusals.ts'
import { undoImport } from './undoing.ts'
import { uploadList } from './uploading.ts'

const applicationForm = z.object({ seen: z.string().max(40), basedOn: z.coerce.number().int().min(0) })
const undoingForm = z.object({ rest: z.string().optional() })

/** Member lists as files: uploaded, read, looked at, applied, undone. */
export const importRoutes: Routes = (app) => {
  app.get('/:locale/imports/:cluster', async (c) => {
    if (!c.var.scope.person) return signInFirst(c)
    const cluster = await load(c)
    return cluster ? showList(c, cluster) : errorPage(c, 'notFound')
  })

  app.post('/:locale/imports/:cluster', async (c) => {
    const cluster = await load(c)
    if (!cluster) return errorPage(c, 'notFound')
    const { services, scope, locale, t } = c.var
    const file = await uploadedFile(c)
    const { name, bytes } = file ?? { name: '', bytes: new Uint8Array() }
    const outcome = await uploadList(services, scope, cluster, { fileName: name, bytes, language: locale })
    if ('id' in outcome) return c.redirect(`/${locale}/imports/${cluster.slug}/${outcome.id}`, 303)
    return showList(c, cluster, { errors: { file: t.imports.refusals[outcome.refused] }, refused: outcome.refused })
  })

  app.get('/:locale/imports/:cluster/export', async (c) => {
    if (!c.var.scope.person) return signInFirst(c)
    const cluster = await load(c)
    return cluster ? download(c, cluster) : errorPage(c, 'notFound')
  })

  app.get('/:locale/imports/:cluster/:id', async (c) => {
    if (!c.var.scope.person) return signInFirst(c)
    const list = await loadImport(c)
    return list ? show(c, list) : errorPage(c, 'notFound')
  })

  app.post('/:locale/imports/:cluster/:id', async (c) => {
    const list = await loadImport(c)
    if (!list) return errorPage(c, 'notFound')
    const { services, scope } = c.var
    const form = await readForm(c, readingForm)
    if (!form.ok) return show(c, list, { errors: form.errors })
    const input = { choices: choicesFrom(form.data, form.entries), basedOn: form.data.basedOn }
    const outcome = await chooseReading(services, scope, list, input)
    return 'revision' in outcome ? back(c, list, 'read') : show(c, list, told(c, outcome.refused))
  })

  app.post('/:locale/imports/:cluster/:id/application', async (c) => {
    const list = await loadImport(c)
    if (!list) return errorPage(c, 'notFound')
    const form = await readForm(c, applicationForm)
    if (!form.ok) return show(c, list, { errors: form.errors })
    const outcome = await applyImport(c.var.services, c.var.scope, list, form.data)
    return 'counts' in outcome ? back(c, list, 'applied') : show(c, list, told(c, outcome.refused))
  })

  app.post('/:locale/imports/:cluster/:id/undoing', async (c) => {
    const list = await loadImport(c)
    if (!list) return errorPage(c, 'notFound')
    const form = await readForm(c, undoingForm)
    if (!form.ok) return show(c, list, { errors: form.errors })
    const outcome = await undoImport(c.var.services, c.var.scope, list, { rest: form.data.rest === 'yes' })
    if ('undone' in outcome) return back(c, list, 'undone')
    const edited = 'count' in outcome ? { edited: outcome.count } : {}
    return show(c, list, { ...told(c, outcome.refused), ...edited })
  })
}

const load = (c: Web): Promise<ListCluster | null> =>
  listCluster(c.var.services.database.db, c.var.scope, c.req.param('cluster') ?? '')

/** The list as it stands, as a workbook unless a text is asked for. */
async function download(c: Web, cluster: ListCluster): Promise<Response> {
  const { services, scope, locale, t } = c.var
  const rows = listRows(t, locale, await exportList(services, scope, cluster))
  const name = `${cluster.slug}-${services.clock.now().toISOString().slice(0, 10)}`
  if (c.req.query('format') === 'csv') return sendFile(c, `${name}.csv`, CSV, csvOf(rows))
  return sendFile(c, `${name}.xlsx`, XLSX, await xlsxOf([{ name: cluster.slug, rows, hasHeader: true }]))
}

async function loadImport(c: Web): Promise<MemberImport | null> {
  const list = await memberImport(c.var.services.database.db, c.var.scope, c.req.param('id') ?? '')
  return list?.cluster.slug === c.req.param('cluster') ? list : null
}

const back = (c: Web, list: MemberImport, done: 'read' | 'applied' | 'undone') =>
  c.redirect(`/${c.var.locale}/imports/${list.cluster.slug}/${list.id}?done=${done}`, 303)

type Told = { errors: FieldErrors; refused?: ImportRefusal; edited?: number }

const told = (c: Web, refused: ImportRefusal): Told => ({
  errors: { form: c.var.t.imports.refusals[refused] },
  refused,
})

const statusOf = (shown: Told | undefined) =>
  shown ? { status: shown.refused ? refusalStatus(shown.refused) : (422 as const) } : {}

async function showList(c: Web, cluster: ListCluster, shown?: Told): Promise<Response> {
  const { t, locale, scope, services } = c.var
  const imports = await importsOf(services.database.db, scope, cluster.id)
  const title = t.imports.title({ cluster: textFor(cluster.name, locale)?.text ?? cluster.slug })
  return page(
    c,
    { title, ...statusOf(shown) },
    <ImportList {...{ t, locale, cluster, title, imports, errors: shown?.errors ?? {} }} />,
  )
}

async function show(c: Web, list: MemberImport, shown?: Told): Promise<Response> {
  const { t, locale, scope, services } = c.var
  // What has been applied is told by what it did; the plan of another time would mislead.
  const preview = list.acts.length > 0 ? null : await previewOf(services.database.db, scope, list, services.clock.now())
  const from = Math.max(0, Number(c.req.query('from') ?? 0) || 0)
  const notices: Record<string, string> = t.imports.notices
  const notice = notices[c.req.query('done') ?? '']
  const facts = { title: list.fileName, ...(shown ? statusOf(shown) : notice ? { notice } : {}) }
  const data = { t, locale, list, preview, from, errors: shown?.errors ?? {}, edited: shown?.edited }
  return page(c, facts, <ImportView {...data} />)
}
