import { plural } from '../../app/platform/i18n/plural.ts'
import type { Catalogue } from '../en.ts'

export const impact: Catalogue['impact'] = {
  kinds: {
    nda: 'Geheimhaltungsvereinbarung',
    pilot: 'Pilotprojekt',
    distribution: 'Vertriebsvertrag',
    'joint-project': 'Gemeinsames Projekt',
    investment: 'Investition',
    authorisation: 'Zulassung erhalten',
  },
  dueItem: (p) => `Nachfragen, was daraus wurde: ${p.subject}`,
  followUp: {
    title: 'Was ist daraus geworden?',
    since: (p) =>
      plural('de', p.months, {
        one: `Sie wurden vor einem Monat vermittelt.`,
        other: `Sie wurden vor # Monaten vermittelt.`,
      }),
    question: 'Wie steht es?',
    answers: {
      'nothing-yet': 'Noch nichts',
      'in-talks': 'Wir sind im Gespräch',
      came: 'Es ist etwas daraus geworden',
      ended: 'Es ist beendet',
    },
    outcome: 'Was daraus wurde',
    outcomeHint: 'Nur wenn etwas daraus wurde.',
    words: 'In einem Wort',
    action: 'Absenden',
    metOn: 'Tag Ihres Treffens',
    metOnHint: 'Falls Sie sich getroffen haben, vor Ort oder online; das letzte Mal.',
  },
  outcomes: {
    title: 'Was aus der Vermittlung wurde',
    reported: 'Gemeldet',
    by: (p) => `gemeldet von ${p.party}`,
    withdraw: 'Diese Meldung zurücknehmen',
    empty: {
      title: 'Noch nichts gemeldet',
      body: 'Verträge, Pilotprojekte, Projekte und was sonst daraus wurde, steht hier mit Nachweisen.',
    },
    form: {
      title: 'Ein Ergebnis melden',
      kind: 'Art',
      happenedOn: 'An welchem Tag',
      note: 'Was es ist',
      noteHint: 'So, dass es später jemand prüfen kann.',
      link: 'Link',
      action: 'Melden',
    },
    asked: {
      title: 'Was gefragt wurde',
      day: 'Tag',
      company: 'Unternehmen',
      answer: 'Antwort',
      none: 'noch keine',
      unasked: 'noch nicht gefragt',
    },
    meetings: {
      title: 'Treffen der beiden Unternehmen',
      heldOn: 'An welchem Tag',
      note: 'Was vereinbart wurde',
      action: 'Treffen festhalten',
    },
  },
  report: {
    title: (p) => `Kennzahlen von ${p.organisation}`,
    organisation: 'Organisation',
    demonstration: 'Das sind Zahlen einer Demonstration. Nichts davon hat stattgefunden.',
    from: 'Von',
    until: 'Bis',
    show: 'Anzeigen',
    figures: 'Kennzahlen',
    chart: 'Kennzahlen jetzt und in ebenso vielen Tagen davor, je eine Zeile',
    columns: {
      indicator: 'Kennzahl',
      now: 'Jetzt',
      before: 'Davor',
      definition: 'Was gezählt wird',
      day: 'Tag',
      what: 'Was',
      address: 'Adresse',
    },
    note: (p) =>
      `Jede Kennzahl ist die Zahl ihrer Zeilen, die Sie öffnen können; keine ist eingegeben, und Ungleiches wird nicht addiert. Verglichen mit ${p.from} bis ${p.until}.`,
    csv: 'Als CSV herunterladen',
    back: 'Alle Kennzahlen',
    count: (p) => plural('de', p.count, { one: `# Zeile, ${p.days}`, other: `# Zeilen, ${p.days}` }),
    none: {
      title: 'Nichts zu zählen',
      body: 'In diesen Tagen gibt es nichts dergleichen.',
    },
    xlsx: 'Für Excel herunterladen',
    sheet: 'Kennzahlen',
    pdf: 'Als PDF herunterladen',
  },
  indicators: {
    companies: {
      name: 'Beteiligte Unternehmen',
      definition:
        'Mitglieder der eigenen Cluster, die um Vermittlung oder Unterstützung baten oder gefragt wurden; jedes einmal.',
    },
    smes: {
      name: 'Davon kleine und mittlere',
      definition:
        'Die in ihrem Profil angeben, weniger als 250 Personen zu haben. Wer nichts angibt oder es niemandem zeigt, zählt nicht.',
    },
    agreements: {
      name: 'Vereinbarungen',
      definition: 'Vereinbarungen, deren Partei die Organisation ist und die in diesen Tagen in Kraft traten.',
    },
    events: {
      name: 'Veranstaltungen',
      definition:
        'Veranstaltungen, die die Organisation leitete oder mittrug und die in diesen Tagen begannen; abgesagte zählen nicht.',
    },
    contacts: {
      name: 'Treffen, Gespräche und Besuche',
      definition: 'Einträge des Kontaktprotokolls nach ihrem Tag; Mails zählen nicht.',
    },
    kept: {
      name: 'Eingehaltene Zusagen',
      definition: 'Nachweise, die die Organisation in diesen Tagen erbrachte und keine andere Partei anzweifelt.',
    },
    referrals: {
      name: 'Angefragte Vermittlungen und Unterstützung',
      definition: 'Anfragen dieser Tage von oder an Mitglieder der eigenen Cluster.',
    },
    introductions: {
      name: 'Gelungene Vermittlungen',
      definition: 'Vermittlungen, denen beide Unternehmen in diesen Tagen zustimmten.',
    },
    outcomes: {
      name: 'Ergebnisse',
      definition:
        'Was aus Vermittlungen wurde, nach seinem Tag, gemeldet von Beteiligten und von der anderen Seite nicht angezweifelt.',
    },
    projects: {
      name: 'Davon gemeinsame Projekte',
      definition: 'Ergebnisse dieser Art, ebenso gezählt.',
    },
    meetings: {
      name: 'Treffen von Unternehmen',
      definition:
        'Tage, an denen sich zwei einander vorgestellte Unternehmen trafen, vor Ort oder online; jeder Tag zählt einmal.',
    },
    needs: {
      name: 'Veröffentlichte Gesuche und Angebote',
      definition:
        'Gesuche und Angebote von Mitgliedern der eigenen Cluster, nach dem Tag ihrer ersten Veröffentlichung.',
    },
  },
  notices: {
    answered: 'Danke. Sie können Ihre Antwort hier drei Monate lang ändern.',
    reported: 'Das Ergebnis wurde gemeldet.',
    confirmed: 'Sie haben das Ergebnis bestätigt.',
    questioned: 'Sie haben das Ergebnis angezweifelt. Solange zählt es in keiner Kennzahl.',
    withdrawn: 'Die Meldung wurde zurückgenommen.',
    met: 'Das Treffen ist festgehalten.',
  },
  refusals: {
    'not-there': 'Das gibt es nicht, oder es wurde zurückgenommen.',
    'not-yours': 'Das kann nur die andere Seite.',
    'too-late': 'Diese Frage ist geschlossen. Sagen Sie Ihrer Koordination, was daraus wurde.',
    'outcome-missing': 'Wählen Sie, was daraus wurde.',
    'in-the-future': 'Dieser Tag ist noch nicht gekommen.',
    'reason-missing': 'Sagen Sie, warum Sie zweifeln.',
    'before-introduction': 'Dieser Tag liegt vor der Vorstellung.',
    'file-too-large': 'Die Datei darf höchstens 10 MB haben.',
    'other-file': 'Wählen Sie ein PDF, PNG oder JPEG.',
  },
  mails: {
    followUp: {
      subject: (p) =>
        plural('de', p.months, { one: `Nach einem Monat: ${p.subject}`, other: `Nach # Monaten: ${p.subject}` }),
      greeting: (p) => `Guten Tag ${p.name},`,
      body: (p) =>
        plural('de', p.months, {
          one: `Sie wurden vor einem Monat vermittelt: ${p.subject}. Was ist daraus geworden? Zwei Klicks genügen.`,
          other: `Sie wurden vor # Monaten vermittelt: ${p.subject}. Was ist daraus geworden? Zwei Klicks genügen.`,
        }),
      action: 'Sagen, was daraus wurde',
      footer:
        'Ihre Antwort geht an beide Koordinationsstellen. Nur so wird festgehalten, wozu solche Vermittlungen führen.',
    },
  },
}
