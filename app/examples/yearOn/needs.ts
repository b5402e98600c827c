import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { enterNeed } from '../../exchange/needs/entering.ts'
import { reviseNeed } from '../../exchange/needs/revising.ts'
import { takeNeedStep } from '../../exchange/needs/stepping.ts'
import { directions, needActs, needKinds, partnerKinds } from '../../exchange/needs/tables.ts'
import { addToDate } from '../../language/dates.ts'
import { type Locale, locales } from '../../language/locales.ts'
import { actAs, done } from '../loading.ts'
import type { Year } from './loading.ts'

const words = z.strictObject({ title: z.string(), body: z.string() })

const needsFile = z.strictObject({
  needs: z.array(
    z.strictObject({
      by: z.string(),
      member: z.string(),
      cluster: z.string(),
      day: z.int().min(0),
      language: z.enum(locales),
      direction: z.enum(directions),
      kind: z.enum(needKinds),
      title: z.string(),
      body: z.string(),
      partners: z.array(z.enum(partnerKinds)).default([]),
      readiness: z.int().optional(),
      emdn: z.array(z.string()).default([]),
      anonymous: z.boolean().default(false),
      rivals: z.array(z.string()).default([]),
      stands: z.int().optional(),
      translations: z.partialRecord(z.enum(locales), words).default({}),
      steps: z.array(
        z.strictObject({ by: z.string(), day: z.int().min(0), act: z.enum(needActs), reason: z.string().optional() }),
      ),
    }),
  ),
})

type Entry = z.output<typeof needsFile>['needs'][number]

const DAY = 24 * 60 * 60 * 1000

/** What the demonstration's members seek and have, in their languages and in every state. */
export async function loadNeeds(year: Year): Promise<void> {
  const text = await readFile(join(year.root, 'examples/magia-kobe/demonstration-needs.yaml'), 'utf8')
  for (const entry of needsFile.parse(parse(text)).needs) await load(year, entry)
}

async function load({ services, clock, loaded, signedAt }: Year, entry: Entry): Promise<void> {
  const on = (day: number) => new Date(signedAt.getTime() + day * DAY)
  clock.travel(on(entry.day))
  const { direction, kind, partners, emdn } = entry
  const expiresOn = entry.stands ? addToDate(on(entry.day).toISOString().slice(0, 10), { days: entry.stands }) : null
  const { reference } = done(
    await enterNeed(services, await actAs(services, loaded, entry.by), {
      organisation: entry.member,
      cluster: entry.cluster,
      words: { locale: entry.language, title: entry.title, body: entry.body },
      facts: {
        direction,
        kind,
        partners,
        emdn,
        expiresOn,
        readiness: entry.readiness ?? null,
        isAnonymous: entry.anonymous,
        rivals: { organisations: entry.rivals, clusters: [] },
      },
    }),
  )
  for (const [locale, translated] of Object.entries(entry.translations)) {
    const scope = await actAs(services, loaded, entry.by)
    const words = { locale: locale as Locale, ...translated }
    done(await reviseNeed(services, scope, { reference, words, facts: null }))
  }
  for (const { by, day, act, reason } of entry.steps) {
    clock.travel(on(day))
    const scope = await actAs(services, loaded, by)
    done(await takeNeedStep(services, scope, { reference, act, reason: reason ?? null }))
  }
}
