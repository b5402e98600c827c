import { isLocale } from '../../language/locales.ts'
import { getBlob } from '../../platform/storage/blobs.ts'
import type { Routes, Web } from '../../web/env.ts'
import { errorPage } from '../../web/errors.tsx'
import type { Release, Revision } from '../assembling.ts'
import { releasePdf } from '../form/pdf.ts'
import type { Asset } from '../kit/assets.ts'
import { assetsIn } from '../kit/assets.ts'
import { paperLocale, paperOf, publicPaper } from '../paper.ts'
import { publicRelease } from '../queries.ts'
import { ownReleaseOf } from './asking.tsx'

/** Papers and files of a release: whoever may read its text gets them, and nobody else, by whatever address. */
export const fileRoutes: Routes = (app) => {
  app.get('/:locale/releases/:slug/release.pdf', async (c) => {
    const seen = await seenBy(c)
    return seen ? sendPaper(c, seen.release, seen.revision, seen.isBefore) : errorPage(c, 'notFound')
  })

  app.get('/:locale/releases/:slug/kit/:asset', async (c) => {
    const seen = await seenBy(c)
    return seen ? sendKitFile(c, seen.revision, seen.isBefore) : errorPage(c, 'notFound')
  })
}

type Seen = { release: Release; revision: Revision; isBefore: boolean }

/** The text this asker may read now: the public one, else for its makers the one they work on. */
async function seenBy(c: Web): Promise<Seen | null> {
  const { services, scope } = c.var
  const shown = await publicRelease(services.database.db, scope, c.req.param('slug') ?? '', services.clock.now())
  if (shown?.shown) return { release: shown, revision: shown.shown, isBefore: false }
  const own = shown ? null : await ownReleaseOf(c)
  return own && { release: own, revision: own.newest, isBefore: true }
}

export async function sendPaper(c: Web, release: Release, revision: Revision, isBefore: boolean): Promise<Response> {
  const { services, locale } = c.var
  const asked = c.req.query('language') ?? ''
  const language = paperLocale(revision.content, isLocale(asked) ? asked : locale)
  const name = `${release.slug}-${language}.pdf`
  if (isBefore) {
    const composed = paperOf(release, revision, language, true)
    return send(c, await releasePdf(composed, { created: revision.writtenAt }), 'application/pdf', name, true)
  }
  return send(c, await publicPaper(services.database.db, release, revision, language), 'application/pdf', name, false)
}

export async function sendKitFile(c: Web, revision: Revision, isBefore: boolean): Promise<Response> {
  const { db } = c.var.services.database
  const asset = (await assetsIn(db, revision.content)).find(({ id }) => id === c.req.param('asset'))
  return asset ? sendAsset(c, asset, isBefore) : errorPage(c, 'notFound')
}

export async function sendAsset(c: Web, asset: Asset, isBefore: boolean): Promise<Response> {
  const file = await getBlob(c.var.services.database.db, asset.sha256)
  return file ? send(c, file.bytes, asset.mediaType, asset.fileName, isBefore) : errorPage(c, 'notFound')
}

/**
 * Caches ask before each use, and keep nothing that is only for some. A drawing (SVG) can carry a script: it runs nowhere and reaches
 * nothing.
 */
function send(c: Web, bytes: Uint8Array, mediaType: string, name: string, isBefore: boolean): Response {
  const shown = mediaType === 'image/svg+xml' ? 'attachment' : 'inline'
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': mediaType,
    'content-disposition': `${shown}; filename*=UTF-8''${encodeURIComponent(name)}`,
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'cache-control': isBefore ? 'private, no-store' : 'no-cache',
    vary: 'Cookie',
    ...(isBefore ? { 'x-robots-tag': 'noindex' } : {}),
  })
}
