import { getBlob } from '../../platform/storage/blobs.ts'
import type { Routes, Web } from '../../web/env.ts'
import { errorPage } from '../../web/errors.tsx'
import type { Agreement, AgreementFile } from '../agreement.ts'
import { titleFor } from '../pages/words.ts'
import { publishedAgreement } from '../queries.ts'
import { ownAgreement } from './asking.tsx'

/** The file: for parties and signatories any revision, for everybody the newest once it is published with its text. */
export const documentRoutes: Routes = (app) => {
  app.get('/:locale/agreements/:reference/document.pdf', async (c) => {
    const agreement = await readableAgreement(c)
    const file = agreement && fileOf(agreement, c.req.query('revision'))
    const blob = file && (await getBlob(c.var.services.database.db, file.sha256))
    if (!agreement || !file || !blob) return errorPage(c, 'notFound')
    c.header('Content-Type', 'application/pdf')
    c.header('Content-Disposition', disposition(agreement, file, c))
    // The digest is the best validator there is; a browser asks again, since a newer revision has the same address.
    c.header('ETag', `"${file.sha256}"`)
    c.header('Cache-Control', 'private, no-cache')
    return c.body(Uint8Array.from(blob.bytes))
  })
}

async function readableAgreement(c: Web): Promise<Agreement | null> {
  const own = await ownAgreement(c)
  if (own) return own
  const { services, scope } = c.var
  const reference = c.req.param('reference') ?? ''
  const shown = await publishedAgreement(services.database.db, scope, reference, services.clock.now())
  return shown?.publication?.withText ? shown : null
}

function fileOf(agreement: Agreement, revision: string | undefined): AgreementFile | undefined {
  if (revision === undefined) return agreement.documents.at(-1)
  return agreement.documents.find((document) => String(document.revision) === revision)
}

/** A name in ASCII for old programs and in UTF-8 for the others (RFC 6266, RFC 8187). */
function disposition(agreement: Agreement, file: AgreementFile, c: Web): string {
  const name = titleFor(agreement, c.var.locale)
    .text.replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 100)
  const tail = `${agreement.reference}-${file.revision}.pdf`
  const encoded = encodeURIComponent(`${name.toWellFormed()} ${tail}`).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `inline; filename="agreement-${tail}"; filename*=UTF-8''${encoded}`
}
