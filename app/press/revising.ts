import type { Scope } from '../accounts/scope.ts'
import type { Locale } from '../language/locales.ts'
import type { Content } from '../language/translated.ts'
import { recordActivity } from '../platform/audit/record.ts'
import { transaction } from '../platform/db/transaction.ts'
import type { Services } from '../web/env.ts'
import { actorOf, subjectOf } from './activity.ts'
import type { Release } from './assembling.ts'
import { type IssuerNotes, laggingOf, type ReleaseContent } from './content.ts'
import { addRevision } from './correcting.ts'
import { lockRelease } from './lifting.ts'
import { withForm } from './paper.ts'
import { mayEdit, speaksFor } from './policy.ts'
import type { ReleaseRecord } from './record.ts'
import { reworded, type Wording } from './wording.ts'

export type Revising = {
  /** The revision that the writer saw. */
  basedOn: number
  languages?: Locale[]
  title: Wording
  subtitle?: Wording
  body?: Wording
  /** Null takes the official form out. */
  record?: ReleaseRecord | null
  offersEmbargoed?: boolean
  /** Of a public release: what is corrected, and why. Readers see it. */
  reason?: Content
}

export type RevisingRefusal = {
  refused:
    | 'not-yours'
    | 'withdrawn'
    | 'changed-meanwhile'
    | 'no-languages'
    | 'original-missing'
    | 'nothing-to-say'
    | 'nothing-changed'
    | 'reason-missing'
}

/** Rewrites the release. Every approval given so far counts no more; of a public release it makes a correction. */
export async function reviseRelease(
  services: Services,
  scope: Scope,
  releaseId: string,
  input: Revising,
): Promise<{ revision: number } | RevisingRefusal> {
  return transaction(services.database.db, async (tx) => {
    const { release, now } = await lockRelease(tx, services, releaseId)
    if (!mayEdit(scope, release)) return { refused: 'not-yours' as const }
    if (release.withdrawal) return { refused: 'withdrawn' as const }
    if (release.newest.revision !== input.basedOn) return { refused: 'changed-meanwhile' as const }
    const content = rewritten(release, input, now)
    if ('refused' in content) return content
    const added = await addRevision(tx, scope, release, content, input.reason, now)
    if ('refused' in added) return added
    await recordActivity(tx, {
      subject: subjectOf(releaseId),
      verb: release.lifting ? 'release.correction-proposed' : 'release.revised',
      actor: actorOf(scope, release.leadOrganisationId),
      facts: { revision: added.revision, lagging: laggingOf(content) },
      at: now,
    })
    return added
  })
}

function rewritten(
  release: Release,
  input: Revising,
  now: Date,
): ReleaseContent | { refused: 'no-languages' | 'original-missing' | 'nothing-to-say' | 'nothing-changed' } {
  const before = release.newest.content
  const languages = input.languages ?? before.languages
  if (languages.length === 0) return { refused: 'no-languages' }
  const title = reworded(before.title, input.title, languages, now)
  if (!title || !languages.includes(title.original)) return { refused: 'original-missing' }
  const content = withForm({
    ...before,
    languages,
    title,
    subtitle: input.subtitle ? reworded(before.subtitle, input.subtitle, languages, now) : null,
    body: input.body ? reworded(before.body, input.body, languages, now) : null,
    record: input.record === undefined ? before.record : input.record,
    offersEmbargoed: input.offersEmbargoed ?? before.offersEmbargoed,
  })
  if (!content.body && !content.record) return { refused: 'nothing-to-say' }
  return sameContent(before, content) ? { refused: 'nothing-changed' } : content
}

const sameContent = (before: ReleaseContent, after: ReleaseContent): boolean =>
  JSON.stringify(withoutTimes(before)) === JSON.stringify(withoutTimes(after)) &&
  laggingOf(before).join() === laggingOf(after).join()

const withoutTimes = ({ title, subtitle, body, ...rest }: ReleaseContent) => ({
  ...rest,
  texts: [title, subtitle, body].map(
    (part) => part && [part.original, ...rest.languages.map((l) => part.text[l] ?? '')],
  ),
})

export type NotesRefusal = {
  refused: 'not-yours' | 'not-an-issuer' | 'withdrawn' | 'changed-meanwhile' | 'nothing-changed' | 'reason-missing'
}

/** One issuer's contacts, boilerplate and notices in this release. They are part of what everybody approves. */
export async function sayForIssuer(
  services: Services,
  scope: Scope,
  releaseId: string,
  input: { organisationId: string; basedOn: number; notes: IssuerNotes; reason?: Content },
): Promise<{ revision: number } | NotesRefusal> {
  return transaction(services.database.db, async (tx) => {
    const { release, now } = await lockRelease(tx, services, releaseId)
    if (!release.issuerIds.includes(input.organisationId)) return { refused: 'not-an-issuer' as const }
    if (!speaksFor(scope, release).includes(input.organisationId)) return { refused: 'not-yours' as const }
    if (release.withdrawal) return { refused: 'withdrawn' as const }
    if (release.newest.revision !== input.basedOn) return { refused: 'changed-meanwhile' as const }
    const { content } = release.newest
    const issuers = content.issuers.map((issuer) =>
      issuer.organisationId === input.organisationId ? { ...issuer, notes: input.notes } : issuer,
    )
    if (JSON.stringify(issuers) === JSON.stringify(content.issuers)) return { refused: 'nothing-changed' as const }
    const added = await addRevision(tx, scope, release, { ...content, issuers }, input.reason, now)
    if ('refused' in added) return added
    await recordActivity(tx, {
      subject: subjectOf(releaseId),
      verb: 'release.notes-revised',
      actor: actorOf(scope, input.organisationId),
      facts: { organisation: input.organisationId, revision: added.revision },
      at: now,
    })
    return added
  })
}
