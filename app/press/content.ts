import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { type TranslatedContent, stateOfTranslation } from '../language/content.ts'
import type { Locale } from '../language/locales.ts'
import type { Content } from '../language/translated.ts'
import type { ComposedRelease } from './form/composed.ts'
import type { ReleaseRecord } from './record.ts'

export type AssetKind = 'logo' | 'portrait' | 'photograph' | 'document'

/** Whom the press asks at one issuer. `name` as it is to be printed: 永田・森口, or a full name. */
export type PressContact = { unit: Content | null; name: string; telephone: string; address: string }

/** What one issuer says for itself at the foot of a release. */
export type IssuerNotes = { contacts: PressContact[]; boilerplate: Content | null; marks: Content | null }

export const noNotes: IssuerNotes = { contacts: [], boilerplate: null, marks: null }

/** Everything an issuer approves, in all languages at once. Lies in one jsonb column; a revision is never changed. */
export type ReleaseContent = {
  languages: Locale[]
  title: TranslatedContent
  subtitle: TranslatedContent | null
  /** Paragraphs with an empty line between them. */
  body: TranslatedContent | null
  /** The facts from which the official form is set. */
  record: ReleaseRecord | null
  /** That form in each language as it was set when this was written: what is approved is what is read, whatever later versions of Musubi would write. */
  composed: Partial<Record<Locale, ComposedRelease>> | null
  issuers: { organisationId: string; notes: IssuerNotes }[]
  /** Files of the kit, by what they are and what they contain. */
  assets: { id: string; sha256: string }[]
  /** Whether single journalists may read it before it is lifted, once they have accepted the embargo. */
  offersEmbargoed: boolean
}

/**
 * SHA-256 over the canonical JSON (RFC 8785) of what readers get, the official form included. Who translated what, and when, is no part of it.
 */
export function hashOf(releaseId: string, content: ReleaseContent): Uint8Array {
  const { languages, title, subtitle, body, record, composed, issuers, assets, offersEmbargoed } = content
  const form = canonicalize({
    format: 'musubi/release/1',
    release: releaseId,
    languages,
    title: title.text,
    subtitle: subtitle?.text ?? null,
    body: body?.text ?? null,
    record,
    composed,
    issuers,
    assets,
    offersEmbargoed,
  })
  return new Uint8Array(
    createHash('sha256')
      .update(form ?? '')
      .digest(),
  )
}

const partsOf = (content: ReleaseContent) =>
  [content.title, content.subtitle, content.body].filter((part): part is TranslatedContent => part !== null)

/** Languages of the release in which something is missing, or was translated from an earlier original. */
export const laggingOf = (content: ReleaseContent): Locale[] =>
  content.languages.filter((locale) =>
    partsOf(content).some((part) => !['original', 'current'].includes(stateOfTranslation(part, locale))),
  )

export const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
