import type { Web } from './env.ts'

/** Somebody else's file is never shown as a page of ours. */
export const download = (c: Web, blob: { bytes: Uint8Array; mediaType: string }, name: string): Response =>
  c.body(new Uint8Array(blob.bytes), 200, {
    'content-type': blob.mediaType,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, no-store',
  })

/** A file of our own making, to be kept by whoever asked for it. `name` is plain ASCII. */
export const sendFile = (c: Web, name: string, mediaType: string, body: string | Uint8Array): Response =>
  c.body(typeof body === 'string' ? body : new Uint8Array(body), 200, {
    'content-type': mediaType,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'private, no-store',
  })

/** The file in a form's field; null where none was chosen. */
export async function uploadedFile(c: Web, name = 'file'): Promise<{ name: string; bytes: Uint8Array } | null> {
  const body: Record<string, unknown> = await c.req.parseBody({ all: true }).catch(() => ({}))
  const file = body[name]
  if (!(file instanceof File) || (file.size === 0 && file.name === '')) return null
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
}
