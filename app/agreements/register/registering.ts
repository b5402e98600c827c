import { holds, type Scope } from '../../accounts/scope.ts'
import { localTime } from '../../language/times.ts'
import { recordActivity } from '../../platform/audit/record.ts'
import { json } from '../../platform/db/values.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { transaction } from '../../platform/db/transaction.ts'
import { newId, newReference } from '../../platform/ids.ts'
import type { Services } from '../../web/env.ts'
import { actorOf } from '../activity.ts'
import { lockAgreement } from '../locking.ts'
import { keepsEntry } from '../policy.ts'
import { columnsOf, type Entry, type EntryRefusal, refusalOf, writeParties, writeTerm } from './entry.ts'

/** Enters an agreement that was signed on paper or in another product. Whoever keeps the entry is its first party. */
export async function registerAgreement(
  services: Services,
  scope: Scope,
  keeper: string,
  input: Entry,
): Promise<{ id: string; reference: string } | EntryRefusal> {
  if (!holds(scope, keeper, 'manager', 'coordinator')) return { refused: 'not-yours' }
  const now = services.clock.now()
  const entry = { ...input, parties: [keeper, ...input.parties.filter((party) => party !== keeper)] }
  return transaction(services.database.db, async (tx) => {
    const zone = await zoneOf(tx, keeper)
    const refusal = await refusalOf(tx, entry, keeper, localTime(now.toISOString(), zone).date)
    if (refusal) return refusal
    const made = { id: newId(), reference: newReference() }
    const columns = await columnsOf(tx, entry)
    await tx
      .insertInto('agreement')
      .values({
        ...made,
        ...columns.agreement,
        preamble: json({}),
        lead_organisation_id: keeper,
        template: null,
        model_notice: null,
        demonstration: services.config.demo,
        created_by: scope.person?.personId ?? null,
        created_at: now,
      })
      .execute()
    await tx
      .insertInto('agreement_registration')
      .values({
        scan_sha256: null,
        scan_name: null,
        ...columns.registration,
        agreement_id: made.id,
        registered_by: scope.person?.personId ?? null,
        registered_at: now,
        withdrawn_at: null,
      })
      .execute()
    await writeParties(tx, made.id, entry, now)
    await writeTerm(tx, made.id, entry, zone)
    await recordActivity(tx, {
      subject: { kind: 'agreement', id: made.id },
      verb: 'agreement.registered',
      actor: actorOf(scope, keeper),
      facts: { reference: made.reference, parties: entry.parties },
      at: now,
    })
    return made
  })
}

const zoneOf = async (tx: Tx, organisationId: string): Promise<string> => {
  const row = await tx
    .selectFrom('organisation')
    .select('time_zone')
    .where('id', '=', organisationId)
    .executeTakeFirst()
  return row?.time_zone ?? 'UTC'
}

/** Corrects an entry; what it said before stays in the activity record. */
export async function correctRegistration(
  services: Services,
  scope: Scope,
  agreementId: string,
  input: Entry,
): Promise<{ corrected: true } | EntryRefusal> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const agreement = await lockAgreement(tx, agreementId, now)
    if (!keepsEntry(scope, agreement)) return { refused: 'not-yours' as const }
    const keeper = agreement.leadOrganisationId
    const entry = { ...input, parties: [keeper, ...input.parties.filter((party) => party !== keeper)] }
    const today = localTime(now.toISOString(), agreement.timeZone).date
    const refusal = await refusalOf(tx, entry, keeper, today)
    if (refusal) return refusal
    const columns = await columnsOf(tx, entry)
    await tx.updateTable('agreement').set(columns.agreement).where('id', '=', agreementId).execute()
    await tx
      .updateTable('agreement_registration')
      .set(columns.registration)
      .where('agreement_id', '=', agreementId)
      .execute()
    await writeParties(tx, agreementId, entry, now)
    await writeTerm(tx, agreementId, entry, agreement.timeZone)
    await recordActivity(tx, {
      subject: { kind: 'agreement', id: agreementId },
      verb: 'agreement.registration-corrected',
      actor: actorOf(scope, keeper),
      facts: {
        before: {
          title: agreement.title,
          signedOn: agreement.registration?.signedOn ?? null,
          until: agreement.inForce?.until ?? null,
          parties: agreement.partyIds,
          others: agreement.registration?.others.map(({ name }) => name) ?? [],
        },
      },
      at: now,
    })
    return { corrected: true as const }
  })
}

/** Strikes an entry off the register that should never have been made. Its rows and its record stay. */
export async function strikeRegistration(
  services: Services,
  scope: Scope,
  agreementId: string,
): Promise<{ struck: true } | { refused: 'not-yours' }> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const agreement = await lockAgreement(tx, agreementId, now)
    if (!keepsEntry(scope, agreement)) return { refused: 'not-yours' as const }
    await tx
      .updateTable('agreement_registration')
      .set({ withdrawn_at: now })
      .where('agreement_id', '=', agreementId)
      .execute()
    // Nothing that was open may stay so.
    await tx.deleteFrom('entry_into_force').where('agreement_id', '=', agreementId).execute()
    await recordActivity(tx, {
      subject: { kind: 'agreement', id: agreementId },
      verb: 'agreement.registration-struck',
      actor: actorOf(scope, agreement.leadOrganisationId),
      facts: { reference: agreement.reference },
      at: now,
    })
    return { struck: true as const }
  })
}
