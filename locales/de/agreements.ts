import type { Catalogue } from '../en.ts'

export const agreements: Catalogue['agreements'] = {
  grounds: {
    office: 'kraft Amtes',
    'board-decision': 'kraft Beschlusses des Leitungsorgans',
    delegation: 'kraft Vollmacht',
  },
  kinds: {
    memorandum: 'Absichtserklärung (MoU)',
    'letter-of-intent': 'Letter of Intent',
    'non-disclosure': 'Vertraulichkeitsvereinbarung',
    cooperation: 'Kooperationsvereinbarung',
  },
  standings: {
    drafting: 'Im Entwurf',
    approving: 'In Zustimmung',
    preparing: 'Dokument wird erstellt',
    signing: 'In Unterzeichnung',
    'in-force': 'In Kraft',
    ended: 'Beendet',
  },
  mails: {
    invitation: {
      subject: (p) => `Zur Unterschrift: ${p.title}`,
      greeting: (p) => `Guten Tag ${p.name},`,
      body: (p) =>
        `alle Parteien haben dem Text von „${p.title}“ zugestimmt. Sie sind benannt, für ${p.organisation} zu unterzeichnen. Der folgende Link ist persönlich: Er zeigt Ihnen genau das Dokument, um das es geht. Bevor Sie einwilligen, geht ein sechsstelliger Code an diese Adresse.`,
      action: 'Lesen und unterzeichnen',
      footer: (p) =>
        `Vereinbarung ${p.reference}. Falls Sie diese Nachricht nicht erwartet haben, brauchen Sie nichts zu tun: Das Öffnen des Links unterzeichnet nichts.`,
    },
    code: {
      subject: (p) => `${p.code} ist Ihr Code für die Einwilligung`,
      greeting: (p) => `Guten Tag ${p.name},`,
      body: (p) => `Ihr Code für „${p.title}“ lautet ${p.code}. Er gilt 15 Minuten und nur für dieses Dokument.`,
      footer: 'Geben Sie diesen Code nie weiter. Niemand bei Musubi oder den anderen Parteien wird Sie danach fragen.',
    },
    inForce: {
      subject: (p) => `Von allen unterzeichnet: ${p.title}`,
      greeting: (p) => `Guten Tag ${p.name},`,
      body: (p) =>
        `die letzte Unterschrift ist geleistet. „${p.title}“ ist in Kraft bis ${p.until}. Das unterzeichnete Dokument und seine Prüfung finden Sie auf der Seite der Vereinbarung.`,
      action: 'Vereinbarung öffnen',
      footer: (p) => `Vereinbarung ${p.reference}`,
    },
  },
}
