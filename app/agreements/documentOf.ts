import type { Locale } from '../language/locales.ts'
import type { Translated } from '../language/translated.ts'
import { catalogues } from '../platform/i18n/catalogue.ts'
import { storedNameText } from '../organisations/storedName.ts'
import type { Agreement, Signatory } from './agreement.ts'
import type { AgreementDocument } from './document/document.ts'
import { partyOf } from './wording.ts'

/** What the printed document says, chosen from the agreement: every label in each of its authentic languages. */
export function documentOf(agreement: Agreement, origin: string, created: Date): AgreementDocument {
  const inEach = (choose: (locale: Locale) => string): Translated =>
    Object.fromEntries(agreement.languages.map((locale) => [locale, choose(locale)]))
  return {
    reference: agreement.reference,
    title: agreement.title,
    languages: agreement.languages,
    preamble: agreement.preamble,
    demonstration: agreement.demonstration ? inEach((locale) => catalogues[locale].common.demonstration) : null,
    ...(agreement.modelNotice ? { modelNotice: agreement.modelNotice } : {}),
    parties: agreement.parties.map((party) => ({
      name: party.name.text,
      ...(party.legalForm ? { legalForm: party.legalForm } : {}),
      seat: party.seat?.text ?? {},
      ...(party.alliance ? { memberOf: party.alliance.name.text } : {}),
    })),
    clauses: agreement.clauses.map((clause) => ({
      number: clause.number,
      binding: clause.binding,
      heading: inEach((locale) => clause.texts[locale]?.heading ?? ''),
      body: inEach((locale) => clause.texts[locale]?.body ?? ''),
    })),
    signatories: agreement.signatories.map((signatory) => signatureBlock(agreement, signatory, inEach)),
    created,
    textSha256: agreement.textHash,
    verifyUrl: `${origin}/verify/${agreement.reference}`,
  }
}

function signatureBlock(
  agreement: Agreement,
  signatory: Signatory,
  inEach: (choose: (locale: Locale) => string) => Translated,
) {
  const party = partyOf(agreement, signatory)
  return {
    field: signatory.field,
    name: {
      native: storedNameText(signatory.name, agreement.languages[0] ?? 'en'),
      latin: storedNameText(signatory.name, 'en'),
    },
    office: signatory.office.text,
    organisation: party.name.text,
    ground: inEach((locale) => catalogues[locale].agreements.grounds[signatory.ground]),
  }
}
