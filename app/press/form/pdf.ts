import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { typesetPaper } from '../../agreements/document/typesetting.ts'
import type { ComposedRelease } from './composed.ts'
import { sheetOf } from './sheet.ts'

let template: string | undefined

/**
 * A release on A4 as tagged PDF (PDF/UA-1), in the form of its language. `created` is written into the file, so the same release at the same instant is
 * the same bytes. A character that no font has stands there as 〓; `unprintableIn` says which.
 */
export async function releasePdf(composed: ComposedRelease, { created }: { created: Date }): Promise<Uint8Array> {
  template ??= readFileSync(fileURLToPath(new URL('release.typ', import.meta.url)), 'utf8')
  const { pdf } = await typesetPaper(template, sheetOf(composed), { created })
  return pdf
}
