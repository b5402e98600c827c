import { readFileSync } from 'node:fs'
import { anchorChecker } from '../agreements/recordChecking.ts'
import { startServices } from '../main.ts'
import { compareWithDatabase } from '../platform/audit/checkExport.ts'
import { auditAll, type CheckToken } from '../platform/audit/verify.ts'
import { readConfig } from '../platform/config.ts'
import type { Services } from '../web/env.ts'
import { CommandRefused } from './sentences.ts'

/** `musubi audit verify`: says what it found, and ends with 1 when a chain is not sound. */
export async function auditVerify(options: { export?: string }): Promise<void> {
  const { services, stop } = await startServices(readConfig({ ...process.env, MUSUBI_LOG: 'silent' }), {
    attended: false,
  })
  try {
    const checkToken = await anchorChecker(services)
    const agrees = options.export ? await compareExport(services, options.export, checkToken) : true
    const audit = await auditAll(services.database.db, {
      checkToken,
      seen: (report) => {
        if (!report.sound) console.log(JSON.stringify(report))
      },
    })
    console.log(
      `${audit.chains} chains, ${audit.rows} entries: ${audit.unsound.length} not sound, ${audit.unanchored} with entries that no time-stamp covers yet.`,
    )
    if (audit.unsound.length > 0 || !agrees) process.exitCode = 1
  } finally {
    await stop()
  }
}

async function compareExport(services: Services, path: string, checkToken: CheckToken): Promise<boolean> {
  const compared = await compareWithDatabase(services.database.db, readText(path), { checkToken })
  if ('refused' in compared)
    throw new CommandRefused(`${path} is not an exported record: line ${compared.line} could not be read.`)
  console.log(compared.agree ? 'The export and the database agree.' : JSON.stringify(compared))
  return compared.agree
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new CommandRefused(`${path} cannot be read.`)
  }
}
