import type { Locale } from '../../language/locales.ts'
import { toFullWidth } from '../../language/numerals.ts'

/** The words that belong to the paper and not to the agreement. */
export type DocumentLabels = {
  /** The heading of a clause: number and what it is about. */
  article: (number: number, heading: string) => string
  parties: string
  preamble: string
  signatures: string
  memberOf: (alliance: string) => string
  /** Stands under each empty signature box. */
  signatureBox: string
  binding: string
  /** `{page}` and `{pages}` are filled in while the pages are set. */
  page: string
  textDigest: string
  verification: string
}

export const documentLabels: Record<Locale, DocumentLabels> = {
  ja: {
    article: (number, heading) => `第${toFullWidth(String(number))}条（${heading}）`,
    parties: '当事者',
    preamble: '前文',
    signatures: '署名',
    memberOf: (alliance) => `${alliance} 参画機関`,
    signatureBox: '電子署名欄',
    binding: '法的拘束力を有する条項',
    page: '{page}／{pages}ページ',
    textDigest: '承認された本文のSHA-256値',
    verification: '署名の検証',
  },
  en: {
    article: (number, heading) => `Article ${number} (${heading})`,
    parties: 'Parties',
    preamble: 'Preamble',
    signatures: 'Signatures',
    memberOf: (alliance) => `Member of ${alliance}`,
    signatureBox: 'Electronic signature',
    binding: 'Legally binding provision',
    page: 'Page {page} of {pages}',
    textDigest: 'SHA-256 of the approved text',
    verification: 'Verify the signatures',
  },
  fr: {
    article: (number, heading) => `Article ${number === 1 ? 'premier' : number} (${heading})`,
    parties: 'Parties',
    preamble: 'Préambule',
    signatures: 'Signatures',
    memberOf: (alliance) => `Membre de ${alliance}`,
    signatureBox: 'Signature électronique',
    binding: 'Disposition juridiquement contraignante',
    page: 'Page {page} sur {pages}',
    textDigest: 'SHA-256 du texte approuvé',
    verification: 'Vérifier les signatures',
  },
  de: {
    article: (number, heading) => `Artikel ${number} (${heading})`,
    parties: 'Parteien',
    preamble: 'Präambel',
    signatures: 'Unterschriften',
    memberOf: (alliance) => `Mitglied von ${alliance}`,
    signatureBox: 'Elektronische Signatur',
    binding: 'Rechtlich bindende Bestimmung',
    page: 'Seite {page} von {pages}',
    textDigest: 'SHA-256 des gebilligten Textes',
    verification: 'Signaturen prüfen',
  },
  it: {
    article: (number, heading) => `Articolo ${number} (${heading})`,
    parties: 'Parti',
    preamble: 'Preambolo',
    signatures: 'Firme',
    memberOf: (alliance) => `Membro di ${alliance}`,
    signatureBox: 'Firma elettronica',
    binding: 'Disposizione giuridicamente vincolante',
    page: 'Pagina {page} di {pages}',
    textDigest: 'SHA-256 del testo approvato',
    verification: 'Verificare le firme',
  },
}
