import { readFileSync } from 'node:fs'
import { startServices } from '../main.ts'
import { loadNomenclature } from '../organisations/nomenclature/loading.ts'
import { readConfig } from '../platform/config.ts'
import { CommandRefused } from './sentences.ts'

/** `musubi emdn load FILE`: codes get names, and can be looked up by words. */
export async function emdnLoad(path: string): Promise<void> {
  const bytes = readBytes(path)
  const { services, stop } = await startServices(readConfig({ ...process.env, MUSUBI_LOG: 'silent' }), {
    attended: false,
  })
  try {
    const loaded = await loadNomenclature(services, bytes)
    if ('refused' in loaded)
      throw new CommandRefused(
        `${path} is not the workbook of the nomenclature: no columns CODE and TERM, or codes missing.`,
      )
    console.log(`${loaded.terms} terms were loaded, in place of ${loaded.before}.`)
  } finally {
    await stop()
  }
}

function readBytes(path: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(path))
  } catch {
    throw new CommandRefused(`${path} cannot be read.`)
  }
}
