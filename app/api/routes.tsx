import type { Routes } from '../web/env.ts'
import { preferredLocale } from '../web/language.ts'
import { page } from '../web/page.tsx'
import { answer } from './answering.ts'
import { API, openApiDocument } from './document.ts'
import { operations } from './operations.ts'
import { ReferencePage } from './pages.tsx'

/** Every operation of the table, the OpenAPI document of all of them, and a page to read. */
export const apiRoutes: Routes = (app) => {
  app.get(API, (c) => c.redirect(`/${preferredLocale(c)}/api`, 302))

  app.get(`${API}/openapi.json`, (c) =>
    c.json(openApiDocument(operations, c.var.services.config.origin), 200, { 'cache-control': 'public, max-age=300' }),
  )

  app.get('/:locale/api', (c) => {
    const { t, locale, services } = c.var
    const { title, lede: description } = t.api
    return page(
      c,
      { title, description, isPublic: true },
      <ReferencePage t={t} locale={locale} operations={operations} origin={services.config.origin} />,
    )
  })

  for (const operation of operations) {
    app.on(operation.method.toUpperCase(), `${API}${operation.path.replaceAll(/\{(\w+)\}/g, ':$1')}`, answer(operation))
  }
}
