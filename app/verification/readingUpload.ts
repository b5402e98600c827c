import type { Catalogue } from '../platform/i18n/catalogue.ts'
import type { Web } from '../web/env.ts'

export type UploadRefusal = { refused: keyof Catalogue['verification']['upload']['errors'] }

/** Some programs write a line or a mark of their own before the header; readers look for it in the first kilobyte. */
const HEADER_WITHIN = 1024

/** The file of a posted form, or what is wrong with it. */
export async function readUpload(c: Web, field: string): Promise<{ bytes: Uint8Array } | UploadRefusal> {
  let body: Record<string, unknown>
  try {
    body = await c.req.parseBody()
  } catch {
    // A connection that broke off, or a form that is not one.
    return { refused: 'unreadable' }
  }
  const file = body[field]
  if (!(file instanceof File) || (file.size === 0 && file.name === '')) return { refused: 'empty' }
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (bytes.length === 0) return { refused: 'emptyFile' }
  return looksLikePdf(bytes) ? { bytes } : { refused: 'notPdf' }
}

const looksLikePdf = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(0, HEADER_WITHIN)).includes('%PDF-')
