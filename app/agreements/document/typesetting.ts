import { setImmediate as turnOfTheLoop } from 'node:timers/promises'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { loadFonts } from './fonts.ts'

let press: NodeCompiler | undefined

export type SetPaper<Placed> = { pdf: Uint8Array; placed: Placed[] }

/**
 * Sets `data` with a template as tagged PDF (PDF/UA-1); the same data at the same instant give the same bytes. The template reads them from the input
 * `document`, as JSON. `placed` are the values of the template's metadata under `label`. Throws when the typesetter fails. One press serves every kind
 * of paper, since each press holds the fonts by itself.
 */
export async function typesetPaper<Placed = never>(
  template: string,
  data: unknown,
  { created, label }: { created: Date; label?: string },
): Promise<SetPaper<Placed>> {
  // Node frees what earlier papers held outside its heap only between turns: without one, a row of papers grows by 2 MB each.
  await turnOfTheLoop()
  press ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: loadFonts().files }] })
  const outcome = press.compile({ mainFileContent: template, inputs: { document: JSON.stringify(data) } })
  const set = outcome.result
  if (!set)
    throw new Error(`The paper could not be set: ${JSON.stringify(outcome.takeDiagnostics()?.shortDiagnostics)}`)
  const creationTimestamp = Math.floor(created.getTime() / 1000)
  const pdf = new Uint8Array(press.pdf(set, { pdfStandard: 'ua-1', creationTimestamp }))
  const placed = label ? (press.query(set, { selector: `<${label}>`, field: 'value' }) as Placed[]) : []
  // The typesetter remembers what it has set; ten documents back is enough.
  press.evictCache(10)
  return { pdf, placed }
}
