import type { Scope } from '../accounts/scope.ts'
import { assembleAgreement } from '../agreements/assembling.ts'
import { rulesOf } from '../events/accreditation/rules.ts'
import { findEvent } from '../events/finding.ts'
import { localTime } from '../language/times.ts'
import { recordActivity } from '../platform/audit/record.ts'
import type { Tx } from '../platform/db/tables.ts'
import { transaction } from '../platform/db/transaction.ts'
import type { Services } from '../web/env.ts'
import { actorOf, subjectOf } from './activity.ts'
import type { Release } from './assembling.ts'
import { addRevision } from './correcting.ts'
import { type Known, recordFromEvent } from './form/recordFromEvent.ts'
import { lockRelease } from './lifting.ts'
import { withForm } from './paper.ts'
import { mayEdit } from './policy.ts'
import type { ReleaseContact } from './record.ts'

export type FormRefusal = {
  refused: 'not-yours' | 'withdrawn' | 'public' | 'changed-meanwhile' | 'no-such-event' | 'nothing-to-say'
}

/**
 * Sets the official form from what is on record of the event and its signatories (`event`), or takes it out again (`none`). Every issuer
 * approves anew. Corrections of a public release are written by hand: nothing is set over what readers have.
 */
export async function setForm(
  services: Services,
  scope: Scope,
  releaseId: string,
  input: { from: 'event' | 'none'; basedOn: number },
): Promise<{ revision: number } | FormRefusal> {
  return transaction(services.database.db, async (tx) => {
    const { release, now } = await lockRelease(tx, services, releaseId)
    if (!mayEdit(scope, release)) return { refused: 'not-yours' as const }
    if (release.withdrawal) return { refused: 'withdrawn' as const }
    if (release.lifting) return { refused: 'public' as const }
    if (release.newest.revision !== input.basedOn) return { refused: 'changed-meanwhile' as const }
    const { content } = release.newest
    if (input.from === 'none' && !content.body) return { refused: 'nothing-to-say' as const }
    const event = release.event && (await findEvent(tx, scope, release.event.slug))
    if (input.from === 'event' && !event) return { refused: 'no-such-event' as const }
    const known = await knownOf(tx, services, release, now)
    const record = input.from === 'event' && event ? recordFromEvent(event, known) : null
    if (input.from === 'event' && !record) return { refused: 'no-such-event' as const }
    const added = await addRevision(tx, scope, release, withForm({ ...content, record }), undefined, now)
    if ('refused' in added) return { refused: 'public' as const }
    await recordActivity(tx, {
      subject: subjectOf(releaseId),
      verb: 'release.form-set',
      actor: actorOf(scope, release.leadOrganisationId),
      facts: { revision: added.revision, from: input.from },
      at: now,
    })
    return added
  })
}

/** What the event does not know of itself: who signs, whom to ask, the rules of coverage, the notices. */
async function knownOf(tx: Tx, services: Services, release: Release, now: Date): Promise<Known> {
  const agreement = release.agreementId ? await assembleAgreement(tx, release.agreementId, now) : null
  const { original } = release.newest.content.title
  const lead = release.issuers.find(({ organisationId }) => organisationId === release.leadOrganisationId)
  const rules = release.eventId ? await rulesOf(tx, release.eventId) : null
  const at = release.embargo.liftsAt ?? now
  return {
    issuedOn: localTime(at.toISOString(), lead?.timeZone ?? 'UTC').date,
    signatories: (agreement?.signatories ?? [])
      .toSorted((a, b) => a.displayOrder - b.displayOrder)
      .flatMap(({ organisationId, name, office }) => {
        const party = agreement?.parties.find((one) => one.organisationId === organisationId)
        return party ? [{ organisationId, organisation: party.name.text, name, office, country: party.country }] : []
      }),
    contact: contactOf(release),
    page: `${services.config.origin}/${original}/events/${release.event?.slug ?? ''}`,
    rules: rules ? [rules.text] : [],
    marks: release.newest.content.issuers.flatMap(({ notes }) => (notes.marks ? [notes.marks] : [])),
  }
}

/** The lead's contact in this release. A name as printed may hold several people: 永田・森口. */
function contactOf(release: Release): ReleaseContact {
  const lead = release.issuers.find(({ organisationId }) => organisationId === release.leadOrganisationId)
  const notes = release.newest.content.issuers.find((one) => one.organisationId === release.leadOrganisationId)?.notes
  const [contact] = notes?.contacts ?? []
  const nothing = { original: release.newest.content.title.original, text: {} }
  return {
    organisation: lead?.name ?? nothing,
    unit: contact?.unit ?? nothing,
    people: (contact?.name ?? '')
      .split(/[・,、]/)
      .map((name) => name.trim())
      .filter(Boolean)
      .map((family) => ({ order: 'family-first', native: { family } })),
    telephone: contact?.telephone ?? '',
    address: contact?.address ?? '',
  }
}
