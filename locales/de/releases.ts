import type { Catalogue } from '../en.ts'

export const releases: Catalogue['releases'] = {
  title: 'Pressemitteilungen',
  form: {
    kind: 'Pressemitteilung',
    addressees: 'An die Redaktionen',
    immediate: 'Zur sofortigen Veröffentlichung',
    embargoed: (p) => `Sperrfrist: ${p.until}`,
    uponSignature: 'Sperrfrist: bis alle Parteien unterzeichnet haben',
    outline: 'Die Veranstaltung auf einen Blick',
    when: 'Wann',
    where: 'Wo',
    attendees: 'Teilnehmende',
    counterpart: 'Partner',
    own: 'Gastgeber',
    aboutAlliance: (p) => `Über ${p.name}`,
    aboutOrganisation: (p) => `Über ${p.name}`,
    programme: (p) => `des Programms ${p.programme} (${p.of})`,
    plainProgramme: (p) => `des Programms ${p.programme}`,
    takingPart: (p) =>
      p.count === 1 ? `Beteiligt ist ein Cluster: ${p.members}.` : `Beteiligt sind ${p.word} Cluster: ${p.members}.`,
    takingPartThrough: (p) =>
      p.count === 1
        ? `Im Rahmen ${p.programme} ist ein Cluster beteiligt: ${p.members}.`
        : `Im Rahmen ${p.programme} sind ${p.word} Cluster beteiligt: ${p.members}.`,
    countWords: [
      'kein',
      'ein',
      'zwei',
      'drei',
      'vier',
      'fünf',
      'sechs',
      'sieben',
      'acht',
      'neun',
      'zehn',
      'elf',
      'zwölf',
    ],
    standsFor: (p) => `${p.short} steht für „${p.long}“.`,
    qualified: {
      exactly: (p) => `${p.value} ${p.counted}`,
      about: (p) => `rund ${p.value} ${p.counted}`,
      'more-than': (p) => `mehr als ${p.value} ${p.counted}`,
    },
    figures: (p) => `In Zahlen: ${p.figures}.`,
    coverage: 'Hinweise für die Presse',
    apply:
      'Wer als Pressevertreterin oder Pressevertreter teilnehmen möchte, schreibt bitte eine E-Mail an den unten genannten Pressekontakt.',
    deadline: (p) => `Anmeldeschluss: ${p.until}.`,
    applyOnPage: (p) =>
      `Wer als Pressevertreterin oder Pressevertreter teilnehmen möchte, meldet sich bitte auf dieser Seite an: ${p.page}`,
    applyUntil: (p) => `Anmeldeschluss: ${p.until}.`,
    contact: 'Pressekontakt',
    telephone: (p) => `Telefon: ${p.number}`,
    address: (p) => `E-Mail: ${p.address}`,
    closing: 'Ende der Mitteilung',
    notes: 'Hinweise für die Redaktion',
    countedApart: 'Die Zahlen zu den Clustern zählen Verschiedenes und lassen sich nicht addieren:',
    nativeNames: (p) => `Namen auf Japanisch: ${p.names}.`,
    mark: 'DEMONSTRATION',
    page: (p) => `Seite ${p.page} von ${p.pages}`,
  },
  slips: {
    title: 'Versehen der Quelle',
    intro:
      'Die Ankündigung, der diese Angaben entnommen sind, enthält folgende Versehen. Die Mitteilung wiederholt sie nicht; bitte geben Sie sie an die Verfasser der Ankündigung weiter.',
    caption: 'Was in der Quelle steht und was die Mitteilung schreibt',
    columns: { source: 'In der Quelle', written: 'In der Mitteilung', note: 'Warum' },
    open: 'Nicht berichtigt, bitte nachfragen. Vorschlag:',
    additions: 'Von der Form ergänzt',
    addition: {
      year: 'Das Jahr der Frist, die stets vollständig geschrieben wird.',
      zone: 'Die Zeitzone jeder Uhrzeit, da die Leserschaft in mehreren lebt.',
    },
    none: 'Zu dieser Mitteilung sind keine Versehen verzeichnet.',
  },
}
