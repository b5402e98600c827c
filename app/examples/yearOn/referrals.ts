import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Scope } from '../../accounts/scope.ts'
import { actOnReferral } from '../../exchange/referrals/acting.ts'
import { askForReferral } from '../../exchange/referrals/asking.ts'
import { personsActs } from '../../exchange/referrals/forms.ts'
import { loadReferrals as readReferrals, type Referral } from '../../exchange/referrals/loading.ts'
import { sweepReferrals } from '../../exchange/referrals/sweeping.ts'
import { declineReasons, referralKinds } from '../../exchange/referrals/tables.ts'
import { askFollowUps } from '../../impact/asking.ts'
import { reportMeeting } from '../../impact/meetings.ts'
import { judgeOutcome, reportOutcome } from '../../impact/outcomes.ts'
import { followUpAnswers, outcomeKinds } from '../../impact/tables.ts'
import { locales } from '../../language/locales.ts'
import { localTime } from '../../language/times.ts'
import { actAs, done, found } from '../loading.ts'
import type { Year } from './loading.ts'

const referralsFile = z.strictObject({
  referrals: z.array(
    z.strictObject({
      day: z.int(),
      by: z.string(),
      kind: z.enum(referralKinds),
      cluster: z.string(),
      language: z.enum(locales),
      subject: z.string(),
      message: z.string(),
      consents: z.boolean(),
      acts: z.array(
        z.strictObject({
          after: z.int(),
          act: z.enum(personsActs),
          side: z.enum(['asker', 'home', 'partner', 'company']),
          to: z.string().optional(),
          reason: z.enum(declineReasons).optional(),
          words: z.string().optional(),
        }),
      ),
      /** Nobody answers, and the days do the rest. */
      lapses: z.boolean().default(false),
      meetings: z.array(z.strictObject({ after: z.int(), by: z.string(), note: z.string() })).default([]),
      outcomes: z
        .array(
          z.strictObject({
            after: z.int(),
            by: z.string(),
            kind: z.enum(outcomeKinds),
            note: z.string(),
            confirmedBy: z.string().optional(),
          }),
        )
        .default([]),
      /** What each company answers to the questions of 1, 3, 6 months, in turn; a question without an answer stays open. */
      answers: z.record(z.string(), z.array(z.enum(followUpAnswers))).default({}),
    }),
  ),
})

type Entry = z.output<typeof referralsFile>['referrals'][number]

const DAY = 24 * 60 * 60 * 1000

/** Introductions and requests of the demonstration's members, one in every state, and what came of them. */
export async function loadReferrals(year: Year): Promise<void> {
  const text = await readFile(join(year.root, 'examples/magia-kobe/demonstration-referrals.yaml'), 'utf8')
  for (const entry of referralsFile.parse(parse(text)).referrals) await load(year, entry)
}

async function load(year: Year, entry: Entry): Promise<void> {
  const { services, loaded } = year
  const travel = (days: number) => year.clock.travel(new Date(year.signedAt.getTime() + (entry.day + days) * DAY))
  travel(0)
  const { id, reference } = done(
    await askForReferral(services, await actAs(services, loaded, `${entry.by}-member`), {
      kind: entry.kind,
      fromOrganisationId: found(loaded.organisations, entry.by),
      toClusterId: found(loaded.clusters, entry.cluster),
      toOrganisationId: null,
      need: null,
      language: entry.language,
      subject: entry.subject,
      message: entry.message,
      consents: entry.consents,
    }),
  )
  for (const { after, act, side, to, reason, words } of entry.acts) {
    travel(after)
    const [referral] = await readReferrals(services.database.db, [id])
    if (!referral) throw new Error('The referral was made a moment ago.')
    done(
      await actOnReferral(services, await actorFor(year, referral, side), id, {
        act,
        side,
        reason: reason ?? null,
        words: words ?? null,
        toOrganisationId: to ? found(loaded.organisations, to) : null,
      }),
    )
  }
  // Questions are planned by a job that follows the introduction.
  if (Object.keys(entry.answers).length > 0 || entry.outcomes.length > 0 || entry.meetings.length > 0)
    await services.jobs.drain()
  if (entry.lapses)
    for (const days of [6, 10, 30]) {
      travel(days)
      await sweepReferrals(services)
    }
  await answer(year, entry, id, travel)
  for (const { after, by, note } of entry.meetings) {
    travel(after)
    await meet(year, reference, by, note)
  }
  for (const outcome of entry.outcomes) {
    travel(outcome.after)
    await report(year, reference, outcome)
  }
}

/** The company's own person for a company, the coordinator for an office. */
async function actorFor({ services, loaded, coordinatorOf }: Year, referral: Referral, side: string): Promise<Scope> {
  const organisationId =
    side === 'home'
      ? referral.homeOfficeId
      : side === 'partner'
        ? referral.partnerOfficeId
        : side === 'asker'
          ? referral.fromOrganisationId
          : referral.standing.companyId
  const [slug = ''] = [...loaded.organisations].find(([, id]) => id === organisationId) ?? []
  const isOffice = side === 'home' || side === 'partner'
  return actAs(services, loaded, isOffice ? coordinatorOf(slug) : `${slug}-member`)
}

/** Asks what is due up to now, and enters the answers as the companies would give them by the address in their mail. */
async function answer(
  { services, loaded }: Year,
  { answers }: Entry,
  referralId: string,
  travel: (days: number) => void,
): Promise<void> {
  for (const [index, days] of [45, 105, 195].entries()) {
    if (!Object.values(answers).some((said) => said.length > index)) return
    travel(days)
    await askFollowUps(services)
    for (const [slug, said] of Object.entries(answers)) {
      const answered = said[index]
      if (!answered) continue
      await services.database.db
        .updateTable('introduction_follow_up')
        .set({ answer: answered, answered_at: services.clock.now() })
        .where('referral_id', '=', referralId)
        .where('organisation_id', '=', found(loaded.organisations, slug))
        .where('sent_at', 'is not', null)
        .where('answered_at', 'is', null)
        .execute()
    }
  }
}

async function meet({ services, loaded }: Year, reference: string, by: string, note: string): Promise<void> {
  const scope = await actAs(services, loaded, `${by}-member`)
  const heldOn = localTime(services.clock.now().toISOString(), scope.person?.timeZone ?? 'UTC').date
  done(await reportMeeting(services, scope, reference, { heldOn, note }))
}

async function report(
  { services, loaded }: Year,
  reference: string,
  outcome: Entry['outcomes'][number],
): Promise<void> {
  const scope = await actAs(services, loaded, `${outcome.by}-member`)
  const today = localTime(services.clock.now().toISOString(), scope.person?.timeZone ?? 'UTC').date
  const { kind, note, confirmedBy } = outcome
  const { id } = done(
    await reportOutcome(services, scope, reference, { kind, happenedOn: today, note, link: null, file: null }),
  )
  if (!confirmedBy) return
  const other = await actAs(services, loaded, `${confirmedBy}-member`)
  done(await judgeOutcome(services, other, reference, { outcomeId: id, answer: 'confirmed', reason: null }))
}
