import type { z } from 'zod'
import { stateOfTranslation, type TranslatedContent } from '../../language/content.ts'
import { locales } from '../../language/locales.ts'
import type { Release } from '../assembling.ts'
import type * as own from './shapes.ts'

const texts = (content: TranslatedContent | null) =>
  content && {
    original: content.original,
    text: content.text,
    lagging: locales.filter((locale) => stateOfTranslation(content, locale) === 'stale'),
  }

/** The release for its makers as it is being worked on, for everybody else as it may be read. */
export function presentRelease(release: Release, as: 'own' | 'public'): z.input<typeof own.release> {
  const isOwn = as === 'own'
  const given = isOwn ? release.newest : release.shown
  const { embargo, withdrawal } = release
  const content = given?.content ?? null
  return {
    id: release.id,
    slug: release.slug,
    standing: release.standing,
    demonstration: release.demonstration,
    languages: release.newest.content.languages,
    title: texts(content?.title ?? null),
    subtitle: texts(content?.subtitle ?? null),
    body: texts(content?.body ?? null),
    hasOfficialForm: Boolean(content?.composed),
    files: content?.assets ?? [],
    offersEmbargoed: isOwn ? release.newest.content.offersEmbargoed : null,
    revision: (given ?? release.newest).revision,
    contentSha256: (given ?? release.newest).sha256,
    leadOrganisationId: release.leadOrganisationId,
    issuers: release.issuers.map(({ organisationId, slug, name, approvedAt }) => ({
      organisationId,
      slug,
      name: { original: name.original, text: name.text },
      approvedAt: isOwn ? (approvedAt?.toISOString() ?? null) : null,
    })),
    event: release.event && {
      slug: release.event.slug,
      title: { original: release.event.title.original, text: release.event.title.text },
    },
    embargo: isOwn
      ? {
          id: embargo.id,
          liftsAt: embargo.liftsAt?.toISOString() ?? null,
          zone: embargo.zone,
          uponSignature: embargo.uponSignature,
        }
      : null,
    liftedAt: release.lifting?.at.toISOString() ?? null,
    corrections: release.corrections
      .filter(({ effectiveAt }) => isOwn || effectiveAt)
      .map(({ revision, reason, effectiveAt }) => ({
        revision,
        reason: { original: reason.original, text: reason.text },
        effectiveAt: effectiveAt?.toISOString() ?? null,
      })),
    withdrawal: withdrawal && { reason: withdrawal.reason, at: withdrawal.at.toISOString() },
  }
}

export const summaryOf = (release: Release, as: 'own' | 'public'): z.input<typeof own.summary> => ({
  id: release.id,
  slug: release.slug,
  standing: release.standing,
  title: (as === 'own' ? release.newest : release.shown)?.content.title.text ?? null,
  languages: release.newest.content.languages,
  liftedAt: release.lifting?.at.toISOString() ?? null,
})
