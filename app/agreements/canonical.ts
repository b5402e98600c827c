import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Locale } from '../language/locales.ts'
import type { Translated } from '../language/translated.ts'
import type { AgreementKind } from './tables.ts'

/** The whole wording of an agreement: everything a party approves, and nothing else. */
export type AgreementText = {
  reference: string
  kind: AgreementKind
  languages: Locale[]
  title: Translated
  preamble: Translated
  /** In the agreed order of display (席次). */
  parties: { organisation: string; name: Translated; alliance?: { name: Translated } }[]
  clauses: { binding: boolean; texts: Partial<Record<Locale, { heading: string; body: string }>> }[]
  termMonths: number
  noticeMonths: number
}

/**
 * The exact text as bytes everybody can rebuild: JSON in the canonical form of RFC 8785, with strings in Unicode NFC. Approvals
 * and consents are bound to its SHA-256, so any change of wording, order or party makes another text.
 */
export function canonicalText(text: AgreementText): string {
  const only = (translated: Translated) =>
    Object.fromEntries(text.languages.map((language) => [language, translated[language] ?? '']))
  const form = canonicalize({
    format: 'musubi/agreement-text/1',
    reference: text.reference,
    kind: text.kind,
    languages: text.languages,
    title: only(text.title),
    preamble: only(text.preamble),
    parties: text.parties.map((party) => ({
      organisation: party.organisation,
      name: party.name,
      alliance: party.alliance ?? null,
    })),
    clauses: text.clauses.map((clause, index) => ({
      number: index + 1,
      binding: clause.binding,
      texts: Object.fromEntries(
        text.languages.map((language) => [language, clause.texts[language] ?? { heading: '', body: '' }]),
      ),
    })),
    termMonths: text.termMonths,
    noticeMonths: text.noticeMonths,
  })
  if (form === undefined) throw new Error('An agreement always has a canonical form.')
  return form.normalize('NFC')
}

/** SHA-256 of the canonical text, in lower-case hexadecimal. */
export const hashText = (text: AgreementText): string => createHash('sha256').update(canonicalText(text)).digest('hex')
