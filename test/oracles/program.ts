// Which programs a machine has is what this file is about: its conditions and skips are deliberate.
/* oxlint-disable vitest/no-conditional-tests, vitest/valid-title, vitest/valid-describe-callback, vitest/expect-expect, vitest/no-disabled-tests */
import { spawnSync } from 'node:child_process'
import { describe, it } from 'vitest'

/** Programs that check our work independently, with the Debian package that brings each. */
const PACKAGES = {
  pdfsig: 'poppler-utils',
  certutil: 'libnss3-tools',
  qpdf: 'qpdf',
  openssl: 'openssl',
  pdftoppm: 'poppler-utils',
  pdftotext: 'poppler-utils',
  pdfinfo: 'poppler-utils',
  pdffonts: 'poppler-utils',
} as const

export type Program = keyof typeof PACKAGES

const isThere = (program: Program): boolean =>
  spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' }).status === 0

/**
 * Tests that ask other programs. Where one is missing they are skipped with a line that names its package; with
 * MUSUBI_ORACLES=required (continuous integration) a missing program fails instead.
 */
export function describeOracle(programs: readonly Program[], name: string, tests: () => void): void {
  const missing = programs.filter((program) => !isThere(program))
  if (!missing.length) {
    describe(name, tests)
    return
  }
  const wanted = missing.map((program) => `${program} (apt-get install ${PACKAGES[program]})`).join(', ')
  if (process.env['MUSUBI_ORACLES'] === 'required') {
    it(`${name}: needs ${wanted}`, () => {
      throw new Error(`missing: ${wanted}`)
    })
    return
  }
  console.warn(`Not asked, because missing: ${wanted}: ${name}`)
  describe.skip(`${name}: needs ${wanted}`, tests)
}

/** Runs a program to its end; both its outputs as one text. */
export function ask(program: Program, args: readonly string[]): { code: number; output: string } {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', timeout: 30_000 })
  return { code: status ?? -1, output: `${stdout}${stderr}` }
}
