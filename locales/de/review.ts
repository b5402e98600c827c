import { plural } from '../../app/platform/i18n/plural.ts'
import type { Catalogue } from '../en.ts'

export const review: Catalogue['review'] = {
  short: 'Jahresrückblick',
  title: (p) => `Jahr ${p.year} der Vereinbarung`,
  years: 'Jahre der Vereinbarung',
  inShort: 'In Kürze',
  definition:
    'Jede Zahl ist die Zahl der Zeilen darunter; keine ist eingegeben. Ergebnisse, die die andere Seite anzweifelt, zählen nicht.',
  thisYear: 'Dieses Jahr',
  yearBefore: 'Das Jahr davor',
  figures: {
    kept: 'Eingehaltene Zusagen',
    missed: 'Versäumte Zusagen',
    asked: 'Angefragte Vermittlungen und Unterstützung',
    introduced: 'Gelungene Vermittlungen',
    met: 'Treffen von Unternehmen',
    outcomes: 'Ergebnisse',
    events: 'Gemeinsame Veranstaltungen',
  },
  contacts: 'Festgehaltene Kontakte',
  what: 'Was',
  due: 'Fällig',
  state: 'Stand',
  kind: 'Art',
  way: 'Von → an',
  day: 'Tag',
  closed:
    'Worum es in einer Anfrage geht, sehen die beiden Stellen, die sie bearbeiten; die anderen sehen ihre Nummer.',
  met: 'Treffen',
  results: 'Treffen und Ergebnisse',
  events: 'Gemeinsame Veranstaltungen',
  none: 'In diesem Jahr nichts dergleichen.',
  decide: {
    title: 'Für die Gremien zu entscheiden',
    ends: (p) => `Die Vereinbarung läuft bis zum ${p.date}. Erneuern, ändern oder enden lassen.`,
    over: (p) => `Die Vereinbarung ist gekündigt; sie endet am ${p.date}.`,
    notice: (p) => `Eine Partei, die es dann enden lassen will, kündigt bis zum ${p.date}.`,
    owed: (p) =>
      plural('de', p.count, {
        one: `# Zusage dieses Jahres ist noch offen oder wurde versäumt.`,
        other: `# Zusagen dieses Jahres sind noch offen oder wurden versäumt.`,
      }),
  },
}
