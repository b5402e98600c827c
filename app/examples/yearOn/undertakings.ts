import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { assembleAgreement } from '../../agreements/assembling.ts'
import { setGrants } from '../../agreements/grants/opening.ts'
import { openings } from '../../agreements/grants/tables.ts'
import { judgeEvidence } from '../../agreements/undertakings/judging.ts'
import { type Undertaking, undertakingsOf } from '../../agreements/undertakings/reading.ts'
import { showEvidence } from '../../agreements/undertakings/showing.ts'
import { systemScope } from '../../accounts/scope.ts'
import { actAs, done, found } from '../loading.ts'
import type { Year } from './loading.ts'

const undertakingsFile = z.strictObject({
  evidence: z.array(
    z.strictObject({
      by: z.string(),
      owes: z.string(),
      due: z.int().min(0),
      day: z.int().min(0),
      note: z.string(),
      file: z.boolean().default(false),
      confirmedBy: z.array(z.string()).default([]),
      questionedBy: z.array(z.string()).default([]),
      reason: z.string().optional(),
    }),
  ),
})

type Shown = z.output<typeof undertakingsFile>['evidence'][number]

const DAY = 24 * 60 * 60 * 1000

/** Every party opens all it can to the others, a week after the signature: the demonstration shows what open doors are. */
export async function openDoors({
  services,
  clock,
  loaded,
  agreementId,
  signedAt,
  coordinatorOf,
  parties,
}: Year): Promise<void> {
  clock.travel(new Date(signedAt.getTime() + 7 * DAY))
  for (const party of parties) {
    const scope = await actAs(services, loaded, coordinatorOf(party))
    const opens = Object.fromEntries(
      openings.map((what) => [what, what === 'contacts' ? ('coordinators' as const) : ('members' as const)]),
    )
    done(await setGrants(services, scope, agreementId, { organisationId: found(loaded.organisations, party), opens }))
  }
}

/** What was kept in the year, shown on its day and answered the day after; what nothing stands for was missed. */
export async function loadUndertakings(year: Year): Promise<void> {
  const { services, root } = year
  const text = await readFile(join(root, 'examples/magia-kobe/demonstration-undertakings.yaml'), 'utf8')
  const agreement = await assembleAgreement(services.database.db, year.agreementId, services.clock.now())
  if (!agreement) throw new Error('The demonstration has an agreement.')
  const owed = await undertakingsOf(services.database.db, systemScope('command-line'), agreement, services.clock.now())
  for (const shown of undertakingsFile.parse(parse(text)).evidence) await show(year, owed, shown)
}

async function show(year: Year, owed: Undertaking[], shown: Shown): Promise<void> {
  const { services, clock, loaded, agreementId, signedAt, coordinatorOf } = year
  const organisationId = found(loaded.organisations, shown.by)
  const undertaking = owed.find((one) => one.organisationId === organisationId && one.title.en?.startsWith(shown.owes))
  if (!undertaking) throw new Error(`${shown.by} does not owe “${shown.owes}”.`)
  clock.travel(new Date(signedAt.getTime() + shown.day * DAY))
  const { id } = done(
    await showEvidence(services, await actAs(services, loaded, coordinatorOf(shown.by)), {
      agreementId,
      undertakingId: undertaking.id,
      dueOn: shown.due > 0 ? (undertaking.occurrences[shown.due - 1]?.due ?? null) : null,
      note: shown.note,
      link: null,
      event: null,
      referral: null,
      file: shown.file ? { name: 'demonstration.png', bytes: SMALLEST_PNG } : null,
    }),
  )
  clock.travel(new Date(signedAt.getTime() + (shown.day + 1) * DAY))
  const judge = async (by: string, answer: 'confirmed' | 'questioned') =>
    done(
      await judgeEvidence(services, await actAs(services, loaded, coordinatorOf(by)), {
        agreementId,
        evidenceId: id,
        organisationId: found(loaded.organisations, by),
        answer,
        reason: answer === 'questioned' ? (shown.reason ?? null) : null,
      }),
    )
  for (const by of shown.confirmedBy) await judge(by, 'confirmed')
  for (const by of shown.questionedBy) await judge(by, 'questioned')
}

/** One transparent point: the demonstration lays down a file, and says nothing with it. */
const SMALLEST_PNG = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
)
