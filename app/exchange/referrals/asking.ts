import type { Scope } from '../../accounts/scope.ts'
import type { Locale } from '../../language/locales.ts'
import { json } from '../../platform/db/values.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { transaction } from '../../platform/db/transaction.ts'
import { newId, newReference } from '../../platform/ids.ts'
import type { Services } from '../../web/env.ts'
import { findNeed } from '../needs/finding.ts'
import { daysFor, deadlineFrom } from './deadlines.ts'
import { lockReferral } from './loading.ts'
import { homeOf, isMemberOf } from './membership.ts'
import { responsibleFor } from './responsible.ts'
import { standingOf } from './standing.ts'
import { insertStep } from './stepping.ts'
import type { ReferralKind } from './tables.ts'
import { tellNext } from './telling.ts'

export type NewReferral = {
  kind: ReferralKind
  fromOrganisationId: string
  toClusterId: string
  /** The company that is wished for, where it is known. */
  toOrganisationId: string | null
  /**
   * The need or offer that it is about, by its reference. Where it is another company's, the way leads to that one, and its name stays hidden
   * if it is anonymous; where it is one's own, it only remembers what one seeks.
   */
  need: string | null
  language: Locale
  subject: string
  message: string
  /** Whether the asking company agrees that the other coordinator sees its name. */
  consents: boolean
}

export type AskingRefusal = {
  refused: 'not-yours' | 'no-home' | 'no-such-cluster' | 'same-cluster' | 'no-agreement' | 'not-there' | 'no-such-need'
}

/** A company asks, or its coordinator for it: the way begins at its own coordinator, under an agreement that opens introductions. */
export async function askForReferral(
  services: Services,
  scope: Scope,
  input: NewReferral,
): Promise<{ id: string; reference: string } | AskingRefusal> {
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    const need = input.need ? await findNeed(tx, scope, now, input.need) : null
    if (input.need && need?.state !== 'published') return { refused: 'no-such-need' as const }
    const answered = need && need.organisationId !== input.fromOrganisationId ? need : null
    const target = await clusterOf(tx, answered?.cluster.id ?? input.toClusterId)
    const wanted = answered ? (answered.isAnonymous ? null : answered.organisationId) : input.toOrganisationId
    if (!target) return { refused: 'no-such-cluster' as const }
    const from = { organisationId: input.fromOrganisationId, toOfficeId: target.managing_organisation_id, now }
    const home = await homeOf(tx, scope, from)
    if ('refused' in home) return home
    if (wanted && !(await isMemberOf(tx, wanted, target.id, now))) return { refused: 'not-there' as const }
    const made = { id: newId(), reference: newReference() }
    const text = (words: string) => json({ original: input.language, text: { [input.language]: words } })
    await tx
      .insertInto('referral')
      .values({
        ...made,
        kind: input.kind,
        need_id: need?.id ?? null,
        agreement_id: home.agreementId,
        from_organisation_id: input.fromOrganisationId,
        from_cluster_id: home.clusterId,
        to_cluster_id: target.id,
        to_organisation_id: wanted,
        subject: text(input.subject),
        message: text(input.message),
        is_demonstration: services.config.demo,
        asked_by: scope.person?.personId ?? null,
        asked_at: now,
      })
      .execute()
    const step = {
      act: 'asked' as const,
      side: 'asker' as const,
      organisationId: input.fromOrganisationId,
      toOrganisationId: wanted,
      consents: input.consents,
    }
    const parts = {
      fromOrganisationId: input.fromOrganisationId,
      homeOfficeId: home.officeId,
      partnerOfficeId: target.managing_organisation_id,
      askedBy: scope.person?.personId ?? null,
      before: [],
    }
    const responsible = await responsibleFor(tx, parts, standingOf([step]))
    const due = responsible && deadlineFrom(now, daysFor.home, responsible.zone)
    await insertStep(tx, scope, made.id, 1, step, { responsible, due, now })
    await tellNext(services, tx, await lockReferral(tx, made.id), 'asked')
    return made
  })
}

const clusterOf = (tx: Tx, id: string) =>
  tx.selectFrom('cluster').select(['id', 'managing_organisation_id']).where('id', '=', id).executeTakeFirst()
