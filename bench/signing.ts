// `npm run bench:signing`: what it takes to set, seal, sign, archive and check a memorandum, for five signatories and for twelve.
import { exampleDocument } from '../app/agreements/document/exampleDocument.ts'
import { renderAgreement } from '../app/agreements/document/rendering.ts'
import { archived, later, sealedCeremony, signInTurn } from '../app/signatures/testing/ceremony.ts'
import { verifyPdf } from '../app/signatures/verify/verifyPdf.ts'
import { median, printFigures, printTable, round } from './measuring.ts'

/** Milliseconds of each step, and bytes. */
type Figures = Record<'render' | 'seal' | 'sign' | 'signAll' | 'archive' | 'check' | 'rendered' | 'final', number>

const [, firstRender] = await timed(() => rendered(5))
const figures: Record<number, Figures> = {}
for (const count of [5, 12]) figures[count] = await measure(count)

printTable(
  ['signatories', 'set ms', 'seal ms', 'sign ms', 'all sign ms', 'archive ms', 'check ms', 'set kB', 'final kB'],
  Object.entries(figures).map(([count, one]) => [
    count,
    one.render,
    one.seal,
    one.sign,
    one.signAll,
    one.archive,
    one.check,
    ...[one.rendered, one.final].map((bytes) => round(bytes / 1000)),
  ]),
)
console.log(`The first document after a start also reads the fonts: ${round(firstRender)} ms.`)
printFigures('signing', { firstRender: round(firstRender), signatories: figures })

async function measure(count: number): Promise<Figures> {
  const [paper, render] = await timed(() => rendered(count))
  const [ceremony, seal] = await timed(() => sealedCeremony(paper, count))
  const each: number[] = []
  let pdf = ceremony.sealed
  for (let index = 0; index < count; index++) {
    const [signed, took] = await timed(() => signInTurn(ceremony, pdf, index))
    pdf = signed
    each.push(took)
  }
  const [final, archive] = await timed(() => archived(ceremony, pdf))
  const roots = [ceremony.authority.certificate]
  const [report, check] = await timed(() => verifyPdf(final, { roots, now: later(1) }))
  if (report.level !== 'holds') throw new Error(`What was signed does not verify: ${JSON.stringify(report.findings)}`)
  const times = { render, seal, sign: median(each), signAll: each.reduce((sum, one) => sum + one, 0), archive, check }
  const shown = Object.fromEntries(Object.entries(times).map(([step, value]) => [step, round(value)])) as typeof times
  return { ...shown, rendered: paper.length, final: final.length }
}

async function timed<Result>(work: () => Promise<Result>): Promise<[Result, milliseconds: number]> {
  const began = performance.now()
  const result = await work()
  return [result, performance.now() - began]
}

/** The example's signatories again and again, until there are enough. */
async function rendered(count: number): Promise<Uint8Array> {
  const { signatories } = exampleDocument
  const enough = Array.from({ length: count }, (_, index) => ({
    ...signatories[index % signatories.length]!,
    field: `Signatory${index + 1}`,
  }))
  const paper = await renderAgreement({ ...exampleDocument, signatories: enough })
  if ('refused' in paper) throw new Error(`The paper was refused: ${JSON.stringify(paper)}`)
  return paper.pdf
}
