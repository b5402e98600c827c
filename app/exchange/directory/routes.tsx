import { signInFirst } from '../../accounts/signInFirst.tsx'
import { isId } from '../../platform/ids.ts'
import type { Routes } from '../../web/env.ts'
import { errorPage } from '../../web/errors.tsx'
import { page } from '../../web/page.tsx'
import { readAsked } from './forms.ts'
import { DirectoryView } from './pages.tsx'
import { readDirectory } from './queries.ts'
import { removeSearch, saveSearch, stopSearch } from './saving.ts'
import { SavedView, StopView, WordsView } from './savedPages.tsx'
import { savedSearches, searchOfToken } from './savedSearches.ts'
import { countUnknown, mayReadWords, unknownQuestions } from './unknown.ts'

/** The directory of members: whom one can work with, found in any of the five languages. */
export const directoryRoutes: Routes = (app) => {
  app.get('/:locale/directory', async (c) => {
    const { t, locale, scope, services } = c.var
    const listing = await readDirectory(services.database.db, scope, services.clock.now(), readAsked(c.req.query()))
    const { q } = listing.asked
    await countUnknown(services, locale, listing)
    const title = q ? t.directory.titleFor({ words: q }) : t.directory.title
    // Search engines keep the entrance, not every question that was ever asked.
    const isPublic = Object.keys(c.req.query()).length === 0
    return page(
      c,
      { title, description: t.directory.lede, isPublic },
      <DirectoryView t={t} locale={locale} listing={listing} maySave={scope.person !== null} />,
    )
  })

  app.get('/:locale/directory/searches', async (c) => {
    const { t, locale, scope, services } = c.var
    if (!scope.person) return signInFirst(c)
    const searches = await savedSearches(services.database.db, scope)
    const done = c.req.query('done') ?? ''
    const notices: Record<string, string> = t.directory.saved.notices
    const facts = { title: t.directory.saved.title, ...(notices[done] ? { notice: notices[done] } : {}) }
    return page(c, facts, <SavedView t={t} locale={locale} searches={searches} />)
  })

  app.post('/:locale/directory/searches', async (c) => {
    const { t, locale, scope, services } = c.var
    if (!scope.person) return signInFirst(c)
    const body = await c.req.parseBody().catch(() => ({}))
    const entries = Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    const asked = readAsked(Object.fromEntries(entries))
    const outcome = await saveSearch(services, scope, { asked, locale })
    if ('id' in outcome) return c.redirect(`/${locale}/directory/searches?done=saved`, 303)
    const listing = await readDirectory(services.database.db, scope, services.clock.now(), asked)
    const refusal = t.directory.refusals[outcome.refused]
    return page(
      c,
      { title: t.directory.title, status: 422 },
      <DirectoryView t={t} locale={locale} listing={listing} maySave refusal={refusal} />,
    )
  })

  app.post('/:locale/directory/searches/:search/removal', async (c) => {
    const { locale, scope, services } = c.var
    if (!scope.person) return signInFirst(c)
    const id = c.req.param('search')
    const outcome = isId(id) ? await removeSearch(services, scope, id) : null
    return outcome ? c.redirect(`/${locale}/directory/searches?done=removed`, 303) : errorPage(c, 'notFound')
  })

  // Reached from a mail, also by mail programs that stop a list with one request (RFC 8058): the address is the proof.
  app.get('/:locale/directory/stop/:token', async (c) => {
    const { t, locale, services } = c.var
    const search = await searchOfToken(services.database.db, c.req.param('token'))
    if (!search) return errorPage(c, 'notFound')
    return page(c, { title: t.directory.stop.title }, <StopView t={t} locale={locale} search={search} />)
  })

  app.post('/:locale/directory/stop/:token', async (c) => {
    const { t, locale, services } = c.var
    const stopped = await stopSearch(services, c.req.param('token'))
    if (!stopped) return errorPage(c, 'notFound')
    const search = { ...stopped, isStopped: true }
    return page(c, { title: t.directory.stop.title }, <StopView t={t} locale={locale} search={search} />)
  })

  app.get('/:locale/directory/words', async (c) => {
    const { t, locale, scope, services } = c.var
    if (!scope.person) return signInFirst(c)
    if (!mayReadWords(scope)) return errorPage(c, 'notFound')
    const questions = await unknownQuestions(services.database.db, scope)
    return page(c, { title: t.directory.unknown.title }, <WordsView t={t} locale={locale} questions={questions} />)
  })
}
