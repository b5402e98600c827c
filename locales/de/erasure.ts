import type { Catalogue } from '../en.ts'

export const erasure: Catalogue['erasure'] = {
  title: 'Meine Daten löschen',
  nobody: 'Auf eigenen Wunsch gelöscht',
  lede: 'Ihr Konto und alles, was Sie nennt, wird sofort gelöscht. Niemand kann das rückgängig machen, auch der Betreiber nicht.',
  goes: {
    title: 'Was gelöscht wird',
    items: [
      'Ihr Name, Ihre Mailadresse, Ihre Ämter und womit Sie sich anmelden (Links, Passkeys, Token, Sitzungen)',
      'Ihr Name und Ihr Anteil im Protokoll dessen, was geschah; das Protokoll bleibt ganz und sagt dort „gelöscht“',
      'Mails an Sie, Mails von Ihnen an die Adresse einer Geschäftsstelle hier, gespeicherte Suchen und Ihre Kalenderadresse',
      'Sie als Ansprechperson in Profilen von Mitgliedern, wo Ihre Adresse steht',
    ],
  },
  stays: {
    title: 'Was bleibt, und warum',
    items: [
      'Dokumente, die Sie unterzeichnet haben, mit Ihrem Namen: Die Parteien bewahren sie als Beweis auf (DSGVO, Artikel 17 Absatz 3 Buchstabe e)',
      'Anmeldungen zu Veranstaltungen: Die Veranstalter bewahren sie auf, wie sie es Ihnen sagten; der persönliche Link in der Bestätigung storniert sie',
      'Was andere von Hand geschrieben haben, etwa Notizen eines Gesprächs: Wenden Sie sich an die Stelle, die es schrieb',
    ],
  },
  address: 'Ihre Mailadresse zur Bestätigung',
  addressHint: (p) => `Geben Sie ${p.address} ein`,
  erase: 'Meine Daten endgültig löschen',
  back: 'Zurück zum Konto',
  done: {
    title: 'Ihre Daten sind gelöscht',
    body: 'Sie sind überall abgemeldet und bekommen keine Mails mehr. Danke für alles, was Sie hier getan haben.',
    home: 'Zur Startseite',
  },
  refusals: {
    'not-signed-in': 'Dieses Konto ist schon gelöscht oder hat keine Adresse.',
    'address-differs': 'Das ist nicht die Adresse Ihres Kontos.',
    'hand-over-first':
      'Sie handeln noch für eine Organisation, als Verwaltung, Koordination, Unterzeichnende oder Betreiber. Übergeben Sie zuerst; das beendet diese Rollen. Oder bitten Sie eine Verwaltung, sie zu beenden.',
  },
  short: 'Meine Daten löschen …',
}
