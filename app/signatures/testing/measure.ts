import { performance } from 'node:perf_hooks'
import { verifyPdf } from '../verify/verifyPdf.ts'
import { archived, later, sealedCeremony, signInTurn } from './ceremony.ts'
import { typstAgreement } from './documents.ts'

// `node bin/run.mjs app/signatures/testing/measure.ts`: what a ceremony costs on this machine, for five and for twelve.

async function timed<Result>(work: () => Promise<Result>): Promise<[Result, milliseconds: number]> {
  const start = performance.now()
  const result = await work()
  return [result, performance.now() - start]
}

const shown = (milliseconds: number): string => `${milliseconds.toFixed(0)} ms`

async function measure(count: number): Promise<void> {
  const approved = typstAgreement()
  const [ceremony, sealing] = await timed(() => sealedCeremony(approved, count))
  const signing: number[] = []
  let pdf = ceremony.sealed
  for (let index = 0; index < count; index++) {
    const [signed, took] = await timed(() => signInTurn(ceremony, pdf, index))
    pdf = signed
    signing.push(took)
  }
  const [final, archiving] = await timed(() => archived(ceremony, pdf))
  const roots = [ceremony.authority.certificate]
  const [report, checking] = await timed(() => verifyPdf(final, { roots, now: later(1) }))
  const [least, most] = [Math.min(...signing), Math.max(...signing)]
  process.stdout.write(
    `${[
      `${count} signatories: ${report.level}`,
      `approved ${approved.length} bytes, final ${final.length}`,
      `seal with ${count} certificates ${shown(sealing)}`,
      `a signature ${shown(least)} to ${shown(most)}`,
      `archive ${shown(archiving)}`,
      `check ${shown(checking)}`,
    ].join(' · ')}\n`,
  )
}

async function main(): Promise<void> {
  await measure(1)
  for (const count of [5, 12]) await measure(count)
}

void main()
