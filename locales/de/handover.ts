import { plural } from '../../app/platform/i18n/plural.ts'
import type { Catalogue } from '../en.ts'

export const handover: Catalogue['handover'] = {
  title: 'Übergabe',
  lede: 'Was offen ist, was wann fällig ist, welche Vereinbarungen laufen, wen man kennt und was zuletzt gesagt wurde: was man am ersten Tag braucht.',
  of: (p) => `Zuständigkeiten von ${p.name} bei ${p.organisation}`,
  colleagues: 'Weitere Zuständige',
  noPlace: 'Sie verwalten oder koordinieren keine Organisation. Wer das tut, findet hier, wofür er zuständig ist.',
  open: 'Offen',
  nothingOpen: 'Nichts ist offen.',
  agreements: 'Vereinbarungen',
  noAgreements: 'Die Organisation ist an keiner laufenden Vereinbarung beteiligt.',
  noTerm: 'nicht in Kraft oder Laufzeit unbekannt',
  known: 'Wen man kennt, und was zuletzt gesagt wurde',
  nobodyKnown: 'Das Kontaktprotokoll ist leer.',
  toResponsibilities: 'Zuständigkeiten, Kontaktprotokoll und Übergabe',
  toLog: 'Zum Kontaktprotokoll',
  before: 'Frühere Übergaben',
  neverBefore: 'Hier wurde noch nichts übergeben.',
  columns: {
    what: 'Was',
    agreement: 'Vereinbarung',
    until: 'In Kraft bis',
    who: 'Wer',
    last: 'Letzter Kontakt',
    said: 'Was vereinbart wurde',
  },
  passOn: {
    title: 'Übergeben',
    explanation:
      'Alles oben, was auf den Namen dieser Person steht, geht in einem Schritt an eine Kollegin oder einen Kollegen: alles oder nichts. Die Nachfolge erhält eine E-Mail.',
    to: 'An wen',
    note: 'Was die Nachfolge wissen sollte',
    optional: 'freiwillig',
    noteHint: 'Wer auf der anderen Seite entscheidet, was heikel ist, was als Nächstes erwartet wird.',
    endsRoles: 'Diese Person geht: ihre Rollen hier beenden',
    endsRolesHint: 'Danach kann sie nicht mehr für diese Organisation handeln.',
    action: 'Alles übergeben',
  },
  past: (p) =>
    plural('de', p.count, {
      one: `${p.date}: ${p.from} an ${p.to}, # Eintrag`,
      other: `${p.date}: ${p.from} an ${p.to}, # Einträge`,
    }),
  done: 'Übergeben. Die Nachfolge wurde per E-Mail benachrichtigt.',
  refusals: {
    'not-yours':
      'Sie können Ihre eigenen Zuständigkeiten übergeben; die anderer Personen übergibt die Verwaltung der Organisation.',
    'same-person': 'Wählen Sie jemand anderen als die übergebende Person.',
    'not-a-colleague':
      'Wählen Sie jemanden, der diese Organisation verwaltet oder koordiniert. Andere werden zuerst eingeladen.',
    'last-manager':
      'Das ist die letzte Person, die diese Organisation verwaltet. Vergeben Sie die Rolle zuerst an jemand anderen, dann kann sie enden.',
  },
  mail: {
    subject: (p) => `${p.from} übergibt an Sie bei ${p.organisation}`,
    greeting: (p) => `Guten Tag ${p.name},`,
    body: (p) =>
      plural('de', p.count, {
        one: `${p.from} hat bei ${p.organisation} an Sie übergeben. # Zuständigkeit liegt nun bei Ihnen.`,
        other: `${p.from} hat bei ${p.organisation} an Sie übergeben. # Zuständigkeiten liegen nun bei Ihnen.`,
      }),
    note: 'Ihre Vorgängerin oder Ihr Vorgänger schreibt:',
    action: 'Ansehen, wofür Sie nun zuständig sind',
    footer: 'Sie erhalten diese E-Mail, weil Sie für diese Organisation handeln.',
  },
}
