import { holds, type Scope } from '../accounts/scope.ts'
import { isZone } from '../language/times.ts'
import type { Locale } from '../language/locales.ts'
import type { Content } from '../language/translated.ts'
import { recordActivity } from '../platform/audit/record.ts'
import { isDuplicate } from '../platform/db/failures.ts'
import type { Tx } from '../platform/db/tables.ts'
import { transaction } from '../platform/db/transaction.ts'
import { json } from '../platform/db/values.ts'
import { newId } from '../platform/ids.ts'
import type { Services } from '../web/env.ts'
import { actorOf } from './activity.ts'
import {
  type CategoryPlan,
  type CategoryRefusal,
  insertCategory,
  refusalOfCategory,
} from './registration/categories.ts'
import { insertProgramme, type ProgrammePlan } from './programme/writing.ts'
import type { EventKind, Venue } from './tables.ts'

export type EventPlan = {
  /** Lower case, digits and hyphens: part of its public address. */
  slug: string
  kind: EventKind
  title: Content
  subtitle?: Content | null
  description?: Content | null
  zone: string
  begins: Date
  ends: Date
  venue: Venue
  languages: Locale[]
  interpretation?: { from: Locale; to: Locale }[]
  leadOrganisationId: string
  /** Who invites, in the order of display; the lead comes first unless it is named elsewhere in the row. */
  hostIds?: string[]
  agreementId?: string | null
  programme?: ProgrammePlan[]
  categories?: CategoryPlan[]
}

export type EventRefusal = {
  refused:
    | 'not-yours'
    | 'slug-taken'
    | 'bad-slug'
    | 'unknown-zone'
    | 'ends-before-it-begins'
    | 'no-title'
    | 'no-languages'
    | 'same-host-twice'
    | 'no-such-organisation'
    | 'no-such-agreement'
    | 'agreement-not-yours'
}

/** Writes an event down; nobody but those who organise it knows of it until it is published. */
export async function planEvent(
  services: Services,
  scope: Scope,
  plan: EventPlan,
): Promise<{ id: string; slug: string } | EventRefusal | CategoryRefusal> {
  const refusal = refusalOf(scope, plan)
  if (refusal) return refusal
  const now = services.clock.now()
  const event = { id: newId(), slug: plan.slug }
  try {
    return await transaction(services.database.db, async (tx) => {
      const unknown = (await unknownHost(tx, plan)) ?? (await unknownAgreement(tx, plan))
      if (unknown) return unknown
      await tx
        .insertInto('event')
        .values({
          ...event,
          kind: plan.kind,
          title: json(plan.title),
          subtitle: plan.subtitle ? json(plan.subtitle) : null,
          description: plan.description ? json(plan.description) : null,
          zone: plan.zone,
          begins_at: plan.begins,
          ends_at: plan.ends,
          venue: json(plan.venue),
          languages: json(plan.languages),
          interpretation: json(plan.interpretation ?? []),
          lead_organisation_id: plan.leadOrganisationId,
          agreement_id: plan.agreementId ?? null,
          demonstration: services.config.demo,
          created_by: scope.person?.personId ?? null,
          created_at: now,
        })
        .execute()
      await insertHosts(tx, event.id, plan.hostIds ?? [])
      await insertProgramme(tx, event.id, plan.programme ?? [])
      for (const [index, category] of (plan.categories ?? []).entries())
        await insertCategory(tx, event.id, index + 1, category)
      await recordActivity(tx, {
        subject: { kind: 'event', id: event.id },
        verb: 'event.planned',
        actor: actorOf(scope, plan.leadOrganisationId),
        facts: { slug: plan.slug, kind: plan.kind, begins: plan.begins.toISOString(), hosts: plan.hostIds ?? [] },
        at: now,
      })
      return event
    })
  } catch (error) {
    if (isDuplicate(error, 'event_slug_key')) return { refused: 'slug-taken' }
    throw error
  }
}

function refusalOf(scope: Scope, plan: EventPlan): EventRefusal | CategoryRefusal | null {
  if (!holds(scope, plan.leadOrganisationId, 'coordinator', 'manager')) return { refused: 'not-yours' }
  if (!isSlug(plan.slug)) return { refused: 'bad-slug' }
  const hosts = plan.hostIds ?? []
  if (new Set(hosts).size !== hosts.length) return { refused: 'same-host-twice' }
  const wrong = refusalOfFacts(plan)
  if (wrong) return wrong
  for (const category of plan.categories ?? []) {
    const flaw = refusalOfCategory(category)
    if (flaw) return flaw
  }
  return null
}

/** Words that stand where a slug could stand in an address. */
const taken = ['new', 'calendar', 'feed']

const isSlug = (text: string) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && text.length <= 80 && !taken.includes(text)

type Facts = Pick<EventPlan, 'title' | 'zone' | 'begins' | 'ends' | 'languages'>

/** What is wrong with what an event says of itself; also asked when it is revised. */
export function refusalOfFacts(facts: Facts): EventRefusal | null {
  if (!facts.title.text[facts.title.original]?.trim()) return { refused: 'no-title' }
  if (!isZone(facts.zone)) return { refused: 'unknown-zone' }
  if (facts.ends <= facts.begins) return { refused: 'ends-before-it-begins' }
  const languages = new Set(facts.languages)
  return languages.size === 0 || languages.size !== facts.languages.length ? { refused: 'no-languages' } : null
}

async function unknownHost(tx: Tx, plan: EventPlan): Promise<EventRefusal | null> {
  const ids = [...new Set([plan.leadOrganisationId, ...(plan.hostIds ?? [])])]
  const known = await tx.selectFrom('organisation').select('id').where('id', 'in', ids).execute()
  return known.length === ids.length ? null : { refused: 'no-such-organisation' }
}

/** A ceremony is held for an agreement by one of its parties. */
async function unknownAgreement(tx: Tx, plan: EventPlan): Promise<EventRefusal | null> {
  if (!plan.agreementId) return null
  const parties = await tx
    .selectFrom('agreement_party')
    .select('organisation_id')
    .where('agreement_id', '=', plan.agreementId)
    .execute()
  if (parties.length === 0) return { refused: 'no-such-agreement' }
  const isParty = parties.some((party) => party.organisation_id === plan.leadOrganisationId)
  return isParty ? null : { refused: 'agreement-not-yours' }
}

export async function insertHosts(tx: Tx, eventId: string, hostIds: readonly string[]): Promise<void> {
  if (hostIds.length === 0) return
  const rows = hostIds.map((organisation_id, index) => ({ event_id: eventId, organisation_id, position: index + 1 }))
  await tx.insertInto('event_host').values(rows).execute()
}
