import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

test('the command line answers wherever it is called from', () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'musubi-elsewhere-'))
  const command = join(import.meta.dirname, 'musubi.mjs')
  const help = execFileSync(process.execPath, [command, '--help'], { cwd: elsewhere, encoding: 'utf8' })
  expect(help).toContain('Usage: musubi')
})
