import { accessSync, constants, globSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServices } from '../../app/main.ts'
import { readConfig } from '../../app/platform/config.ts'
import { judge } from './judging.ts'
import { killAgainAndAgain, seeded } from './killing.ts'

export type Outcome = { kills: number; acknowledged: string[]; wrong: string[] }

/**
 * A killed process loses its memory and not what it wrote, whether that has reached the disk or not; so the files may lie in
 * memory, where syncing them costs nothing. Power cuts are the business of `platform/db/durability.embedded.test.ts`.
 */
function newFolder(): string {
  for (const place of ['/dev/shm', tmpdir()]) {
    try {
      accessSync(place, constants.W_OK)
      forgetOldFolders(place)
      return mkdtempSync(join(place, 'musubi-faults-'))
    } catch {
      continue
    }
  }
  throw new Error('There is no place for files.')
}

const HOUR = 60 * 60 * 1000

/** Left by runs that were killed themselves; a young one may be somebody's who is running right now. */
function forgetOldFolders(place: string): void {
  for (const name of globSync('musubi-faults-*', { cwd: place })) {
    const folder = join(place, name)
    if (Date.now() - statSync(folder).mtimeMs > HOUR) rmSync(folder, { recursive: true, force: true })
  }
}

/** Kills `rounds` times on one database, embedded unless `databaseUrl` names an empty or migrated one, and judges what is left. */
export async function killAndJudge(signer: string, { rounds, seed, databaseUrl = '', told }: Ordeal): Promise<Outcome> {
  const folder = newFolder()
  const environment = {
    MUSUBI_DATA: folder,
    MUSUBI_SECRET: 'only for this test: thirty-two characters and more',
    DATABASE_URL: databaseUrl,
  }
  try {
    const { kills, acknowledged } = await killAgainAndAgain(signer, rounds, environment, seeded(seed), told)
    const { services, stop } = await startServices(
      readConfig({ ...environment, MUSUBI_LOG: 'silent' }, { demo: true }),
      {
        attended: false,
        alone: true,
        assets: { css: '', island: () => '', directory: '' },
      },
    )
    try {
      return { kills, acknowledged, wrong: await judge(services, acknowledged) }
    } finally {
      await stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export type Ordeal = {
  rounds: number
  seed: number
  databaseUrl?: string
  told?: (round: number, acknowledged: readonly string[]) => void
}
