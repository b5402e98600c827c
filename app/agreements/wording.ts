import { storedNameText } from '../organisations/storedName.ts'
import { pick } from '../language/translated.ts'
import type { Agreement, Party, Signatory } from './agreement.ts'

/** The party a signatory signs for. */
export function partyOf(agreement: Agreement, signatory: Signatory): Party {
  const party = agreement.parties.find((candidate) => candidate.organisationId === signatory.organisationId)
  if (!party) throw new Error(`Signatory ${signatory.id} signs for nobody.`)
  return party
}

/** Who a signatory's certificate names: in English, or as written where there is no English. */
export function signatorySubject(agreement: Agreement, signatory: Signatory) {
  const party = partyOf(agreement, signatory)
  return {
    commonName: storedNameText(signatory.name, 'en'),
    organisation: pick(party.name.text, 'en', party.name.original)?.text ?? '',
    title: pick(signatory.office.text, 'en', signatory.office.original)?.text ?? '',
    country: party.country,
  }
}

/** Stands in the PDF signature: validators show it beside the name. */
export const signatureReason = (agreement: Agreement, signatory: Signatory): string =>
  `Agreement ${agreement.reference}: signed for ${signatorySubject(agreement, signatory).organisation}`
