import type { Catalogue } from '../en.ts'

export const common: Catalogue['common'] = {
  product: 'Musubi',
  tagline: 'Vom unterzeichneten Memorandum zur gelebten Allianz',
  skipToContent: 'Zum Inhalt springen',
  language: 'Sprache',
  menu: 'Menü',
  nav: {
    label: 'Hauptnavigation',
    today: 'Heute',
    organisations: 'Organisationen',
    agreements: 'Vereinbarungen',
    directory: 'Verzeichnis',
    exchange: 'Austausch',
    events: 'Veranstaltungen',
    releases: 'Presse',
    verify: 'Prüfen',
    about: 'Über Musubi',
  },
  account: { signIn: 'Anmelden', signOut: 'Abmelden', signedInAs: (p) => `Angemeldet als ${p.name}` },
  demonstration: 'DEMONSTRATION',
  demonstrationBanner:
    'Dies ist eine Demonstration. Die handelnden Personen sind erfunden, und nichts, was hier unterzeichnet wird, bindet jemanden.',
  embeddedBanner:
    'Musubi läuft mit der eingebetteten Datenbank: gut zum Ausprobieren und für ein kleines Büro. Zum Unterzeichnen im Ernstfall verwenden Sie PostgreSQL.',
  actions: {
    save: 'Speichern',
    cancel: 'Abbrechen',
    back: 'Zurück',
    continue: 'Weiter',
    edit: 'Bearbeiten',
    remove: 'Entfernen',
    close: 'Schließen',
    search: 'Suchen',
  },
  footer: {
    licence: 'Freie Software unter der EUPL 1.2',
    api: 'API',
    styleguide: 'Gestaltungsleitfaden',
    status: 'Systemstatus',
  },
}
