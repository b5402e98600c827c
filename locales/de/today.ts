import { plural } from '../../app/platform/i18n/plural.ts'
import type { Catalogue } from '../en.ts'

export const today: Catalogue['today'] = {
  title: 'Heute',
  greeting: (p) => `${p.name}, ${p.date}`,
  rooms: { register: 'Register der Vereinbarungen', contacts: 'Kontaktprotokoll', report: 'Kennzahlen' },
  yours: 'Wartet auf Sie',
  others: 'Wartet auf andere',
  soon: 'Endet bald',
  happened: 'Was zuletzt geschah',
  tasks: {
    sign: (p) => `„${p.title}“ unterzeichnen`,
    signLater: (p) => `„${p.title}“: Sie unterzeichnen, sobald die vor Ihnen fertig sind`,
    approve: (p) => `Text von „${p.title}“ für ${p.organisation} billigen`,
    answer: (p) => `Vorschlag von ${p.organisation} zu Klausel ${p.clause} von „${p.title}“ beantworten`,
    translate: (p) =>
      plural('de', p.count, {
        one: `# Klausel von „${p.title}“ ist nicht auf dem neuesten Stand (${p.language})`,
        other: `# Klauseln von „${p.title}“ sind nicht auf dem neuesten Stand (${p.language})`,
      }),
    name: (p) => `Bestimmen, wer „${p.title}“ für ${p.organisation} unterzeichnet`,
  },
  waiting: {
    approvals: (p) => `„${p.title}“ wartet auf die Billigung durch ${p.names}`,
    signatures: (p) => `„${p.title}“ wartet auf die Unterschrift von ${p.names}`,
    answers: (p) => `Der Vorschlag zu Klausel ${p.clause} von „${p.title}“ wartet auf ${p.names}`,
  },
  ends: (p) => `„${p.title}“ ist in Kraft bis ${p.date}`,
  daysLeft: (p) => plural('de', p.count, { one: 'noch # Tag', other: 'noch # Tage' }),
  overdue: 'Überfällig',
  until: (p) => `bis ${p.time}`,
  moreTitle: 'Und in den Bereichen',
  more: {
    undertakings: (p) =>
      plural('de', p.count, {
        one: 'Eine weitere Zusage ist fällig.',
        other: '# weitere Zusagen sind fällig.',
      }),
    referrals: (p) =>
      plural('de', p.count, {
        one: 'Eine weitere Vermittlung wartet auf Antwort.',
        other: '# weitere Vermittlungen warten auf Antwort.',
      }),
    contacts: (p) =>
      plural('de', p.count, {
        one: 'Ein weiterer nächster Schritt ist im Kontaktprotokoll offen.',
        other: '# weitere nächste Schritte sind im Kontaktprotokoll offen.',
      }),
    needs: (p) =>
      plural('de', p.count, {
        one: 'Ein weiteres Gesuch oder Angebot wartet.',
        other: '# weitere Gesuche und Angebote warten.',
      }),
    duplicates: (p) =>
      plural('de', p.count, {
        one: 'Eine weitere Liste hat fragliche Paare.',
        other: '# weitere Listen haben fragliche Paare.',
      }),
    profiles: (p) =>
      plural('de', p.count, {
        one: 'Ein weiteres Mitglied hat zu seinem Profil nicht geantwortet.',
        other: '# weitere Mitglieder haben zu ihren Profilen nicht geantwortet.',
      }),
    mailIn: (p) =>
      plural('de', p.count, {
        one: 'Bei einer weiteren Stelle warten Mails.',
        other: 'Bei # weiteren Stellen warten Mails.',
      }),
    certificates: (p) =>
      plural('de', p.count, {
        one: 'Ein weiteres Zertifikat läuft bald ab.',
        other: '# weitere Zertifikate laufen bald ab.',
      }),
    followUps: (p) =>
      plural('de', p.count, {
        one: 'Eine weitere Frage zu einer Vermittlung ist unbeantwortet.',
        other: '# weitere Fragen zu Vermittlungen sind unbeantwortet.',
      }),
  },
  nothingForYou: {
    title: 'Nichts wartet auf Sie',
    body: 'Was Sie zu billigen, zu beantworten, zu übersetzen oder zu unterzeichnen haben, wird hier stehen.',
    action: 'Alle Vereinbarungen ansehen',
  },
  nothingElsewhere: 'Nichts wartet auf andere.',
  nothingHappened: 'Wenn mit einer Ihrer Vereinbarungen etwas geschieht, wird es hier stehen.',
  by: (p) => p.organisation,
  bySystem: 'Musubi',
  verbs: {
    'agreement.drafted': (p) => `„${p.title}“ wurde entworfen`,
    'clause.revised': (p) => `Eine Klausel von „${p.title}“ wurde neu gefasst`,
    'change.proposed': (p) => `Eine Änderung an „${p.title}“ wurde vorgeschlagen`,
    'change.accepted': (p) => `Eine Änderung an „${p.title}“ wurde angenommen`,
    'change.declined': (p) => `Eine Änderung an „${p.title}“ wurde abgelehnt`,
    'change.withdrawn': (p) => `Ein Vorschlag zu „${p.title}“ wurde zurückgezogen`,
    'signatory.named': (p) => `Für „${p.title}“ wurde bestimmt, wer unterzeichnet`,
    'signatory.invited-again': (p) => `Zur Unterzeichnung von „${p.title}“ wurde erneut eingeladen`,
    'text.approved': (p) => `Der Text von „${p.title}“ wurde gebilligt`,
    'approval.withdrawn': (p) => `Eine Billigung von „${p.title}“ wurde zurückgezogen`,
    'document.prepared': (p) => `Das Dokument zu „${p.title}“ wurde zur Unterzeichnung erstellt`,
    'document.refused': (p) => `Das Dokument zu „${p.title}“ konnte nicht erstellt werden`,
    'consent.given': (p) => `Eine Einwilligung zu „${p.title}“ wurde erteilt`,
    'consent.withdrawn': (p) => `Eine Einwilligung zu „${p.title}“ wurde zurückgezogen`,
    'signature.made': (p) => `„${p.title}“ erhielt eine Unterschrift`,
    'agreement.entered-into-force': (p) => `„${p.title}“ trat in Kraft`,
    'document.archived': (p) => `Das Dokument zu „${p.title}“ wurde archiviert`,
    'agreement.published': (p) => `„${p.title}“ wurde veröffentlicht`,
    'agreement.unpublished': (p) => `Die öffentliche Seite von „${p.title}“ wurde zurückgezogen`,
  },
}
