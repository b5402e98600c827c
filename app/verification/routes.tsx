import { connectionOf, overLimit } from '../accounts/limits.ts'
import { verifyFile, verifyStored } from '../agreements/verifying.ts'
import { pick } from '../language/translated.ts'
import { BlobDamaged } from '../platform/storage/blobs.ts'
import type { Routes, Web } from '../web/env.ts'
import { errorPage } from '../web/errors.tsx'
import { preferredLocale } from '../web/language.ts'
import { page } from '../web/page.tsx'
import { EmptyView, DamagedView } from './pages/stored.tsx'
import { ResultView } from './pages/result.tsx'
import { VerifyView } from './pages/start.tsx'
import { readableAgreement } from './queries.ts'
import { readReference } from './reference.ts'
import { readUpload } from './readingUpload.ts'
import { type Result, resultOf } from './result.ts'
import { rootFingerprint } from './root.ts'

const islands = ['check-file']

/** Checking signed files: anybody's file, and the documents kept here. */
export const verificationRoutes: Routes = (app) => {
  app.get('/verify', (c) => c.redirect(`/${preferredLocale(c)}/verify`, 302))

  // This address is printed on paper, so it has no language in it.
  app.get('/verify/:reference', (c) =>
    c.redirect(`/${preferredLocale(c)}/verify/${encodeURIComponent(c.req.param('reference'))}`, 302),
  )

  app.get('/:locale/verify', async (c) => {
    const typed = c.req.query('reference')
    if (typed === undefined) return showStart(c, {})
    const reference = readReference(typed)
    if (reference && (await readable(c, reference))) return c.redirect(`/${c.var.locale}/verify/${reference}`, 303)
    return showStart(c, { reference: typed, errors: { reference: c.var.t.verification.lookup.unknown } })
  })

  app.post('/:locale/verify', async (c) => {
    const { t, locale, services, scope } = c.var
    const minutes = await overLimit(services, 'check-from-connection', connectionOf(c))
    if (minutes) return errorPage(c, 'tooMany', { minutes })
    const upload = await readUpload(c, 'file')
    if ('refused' in upload) return showStart(c, { errors: { file: t.verification.upload.errors[upload.refused] } })
    const result = resultOf(await verifyFile(services, scope, upload.bytes))
    const reference = result.agreement?.reference
    const isReadable = reference && (await readable(c, reference))
    const href = isReadable ? `/${locale}/agreements/${reference}` : null
    return showResult(c, result, { title: t.verification.resultTitle, href, isPublic: false })
  })

  app.get('/:locale/verify/:reference', async (c) => {
    const { t, locale, services, scope } = c.var
    const agreement = await readable(c, readReference(c.req.param('reference')) ?? '')
    if (!agreement) return errorPage(c, 'notFound')
    const minutes = await overLimit(services, 'check-from-connection', connectionOf(c))
    if (minutes) return errorPage(c, 'tooMany', { minutes })
    const shown = pick(agreement.title, locale)
    const title = t.verification.resultOf({ title: shown?.text ?? agreement.reference })
    try {
      const verification = await verifyStored(services, scope, agreement)
      if (!verification) return page(c, { title }, <EmptyView t={t} title={title} />)
      const href = `/${locale}/agreements/${agreement.reference}`
      return showResult(c, resultOf(verification), { title, href, isPublic: agreement.publication !== null })
    } catch (error) {
      if (!(error instanceof BlobDamaged)) throw error
      services.log('stored-document-damaged', { reference: agreement.reference })
      return page(c, { title }, <DamagedView t={t} title={title} />)
    }
  })
}

function readable(c: Web, reference: string) {
  const { services, scope } = c.var
  return readableAgreement(services.database.db, scope, reference, services.clock.now())
}

type Shown = { reference?: string; errors?: { file?: string; reference?: string } }

async function showStart(c: Web, shown: Shown) {
  const { t, locale, services } = c.var
  const { title, lede: description } = t.verification
  const facts = { title, description, islands, isPublic: true, status: shown.errors ? (422 as const) : (200 as const) }
  const fingerprint = await rootFingerprint(services)
  return page(c, facts, <VerifyView t={t} locale={locale} rootFingerprint={fingerprint} {...shown} />)
}

async function showResult(c: Web, result: Result, about: { title: string; href: string | null; isPublic: boolean }) {
  const { t, locale, services, scope } = c.var
  const { title, href: agreementHref, isPublic } = about
  const view = { t, locale, zone: scope.person?.timeZone ?? null, result, title, agreementHref }
  const fingerprint = await rootFingerprint(services)
  return page(c, { title, isPublic }, <ResultView {...view} rootFingerprint={fingerprint} />)
}
