import { plural } from '../../app/platform/i18n/plural.ts'
import type { Catalogue } from '../en.ts'

export const life: Catalogue['life'] = {
  title: 'Nach der Unterzeichnung',
  until: (p) => `bis ${p.date}`,
  toAgreement: 'Zur Vereinbarung',
  notYet: {
    title: 'Noch nicht in Kraft',
    body: 'Sobald die letzte Unterschrift vorliegt, steht hier, was die Parteien einander schulden und einander öffnen.',
  },
  news: {
    suspended: (p) => `${p.party} hat die Vereinbarung am ${p.date} ausgesetzt.`,
    noticed: (p) => `${p.party} hat gekündigt: Die Vereinbarung endet am ${p.date}.`,
    renewedBy: (p) => `Die nächste Vereinbarung wird vorbereitet: ${p.reference}`,
    renews: (p) => `Sie soll die Vereinbarung ${p.reference} erneuern`,
  },
  grants: {
    title: 'Was offensteht',
    open: 'Diese Türen stehen jetzt offen. Sie schließen sich von selbst, wenn die Vereinbarung endet, ruht oder gekündigt ist.',
    closed: 'Die Vereinbarung ist nicht in Kraft: Alle Türen sind geschlossen.',
    what: 'Was',
    change: (p) => `Ändern, was ${p.party} öffnet`,
    action: 'Speichern',
    audiences: { closed: 'geschlossen', coordinators: 'für Koordination', members: 'für Koordination und Mitglieder' },
    opens: {
      about: 'Über das Mitglied',
      products: 'Produkte',
      certificates: 'Zertifikate',
      markets: 'Märkte und Sprachen',
      facilities: 'Gemeinsam nutzbare Einrichtungen',
      contacts: 'Ansprechpersonen',
      referrals: 'Vermittlungen',
      events: 'Veranstaltungen',
    },
  },
  ending: {
    title: 'Wie es weitergeht',
    reminders: 'Die Parteien werden 180, 90 und 30 Tage vor dem Ende per E-Mail erinnert.',
    party: 'Für welche Partei',
    reason: 'Begründung',
    lift: 'Aussetzung aufheben',
    retract: 'Kündigung zurücknehmen',
    renew: {
      title: 'Erneuerung vorbereiten',
      body: 'Ein neuer Entwurf mit denselben Parteien, Sprachen und Klauseln, den Sie nach den Erfahrungen ändern. Diese Vereinbarung bleibt, wie sie ist.',
      action: 'Entwurf vorbereiten',
    },
    suspend: {
      title: 'Aussetzen',
      body: 'Alle Türen schließen sich sofort; die Laufzeit läuft weiter. Sie können die Aussetzung jederzeit aufheben. Alle Parteien werden benachrichtigt.',
      action: 'Aussetzen',
    },
    terminate: {
      title: 'Kündigen',
      body: (p) =>
        `Eine heute ausgesprochene Kündigung wirkt am ${p.date}; dann schließen sich alle Türen endgültig. Bis dahin kann sie zurückgenommen werden. Alle Parteien werden benachrichtigt.`,
      action: 'Kündigen',
    },
  },
  notices: {
    opened: 'Was Sie öffnen, wurde geändert.',
    suspended: 'Die Vereinbarung ist ausgesetzt. Alle Türen sind geschlossen.',
    lifted: 'Die Aussetzung wurde aufgehoben.',
    noticed: 'Die Kündigung ist ausgesprochen. Alle Parteien werden benachrichtigt.',
    retracted: 'Die Kündigung wurde zurückgenommen.',
  },
  refusals: {
    'not-yours': 'Das darf nur, wer die betreffende Partei leitet.',
    'not-in-force': 'Die Vereinbarung ist nicht in Kraft.',
    'suspended-already': 'Die Vereinbarung ist bereits ausgesetzt.',
    'not-suspended': 'Die Vereinbarung ist nicht ausgesetzt.',
    'noticed-already': 'Es wurde bereits gekündigt.',
    'ends-sooner': 'Die Vereinbarung endet, bevor eine Kündigung wirksam würde.',
    'no-notice': 'Es wurde nicht gekündigt.',
    'in-effect': 'Die Kündigung ist wirksam und kann nicht zurückgenommen werden.',
    'renewed-already': 'Die Erneuerung wird bereits vorbereitet.',
  },
  mails: {
    greeting: (p) => `Guten Tag ${p.name},`,
    action: 'Vereinbarung öffnen',
    footer: (p) => `Sie leiten oder koordinieren eine Partei der Vereinbarung ${p.reference}.`,
    reason: 'Begründung:',
    suspended: {
      subject: (p) => `Ausgesetzt: ${p.title}`,
      body: (p) =>
        `${p.party} hat die Vereinbarung „${p.title}“ ausgesetzt. Was sie öffnete, ist geschlossen, bis die Aussetzung aufgehoben wird.`,
    },
    lifted: {
      subject: (p) => `Wieder aufgenommen: ${p.title}`,
      body: (p) =>
        `${p.party} hat die Aussetzung der Vereinbarung „${p.title}“ aufgehoben. Was sie öffnet, steht wieder offen.`,
    },
    noticed: {
      subject: (p) => `Gekündigt: ${p.title}`,
      body: (p) => `${p.party} hat die Vereinbarung „${p.title}“ gekündigt. Die Seite sagt, ab wann sie beendet ist.`,
    },
    retracted: {
      subject: (p) => `Kündigung zurückgenommen: ${p.title}`,
      body: (p) => `${p.party} hat die Kündigung der Vereinbarung „${p.title}“ zurückgenommen.`,
    },
    ending: {
      subject: (p) => plural('de', p.days, { one: `Noch ein Tag: ${p.title}`, other: `Noch # Tage: ${p.title}` }),
      body: (p) =>
        plural('de', p.days, {
          one: `Die Vereinbarung „${p.title}“ endet in einem Tag. Ihre Seite zeigt, was erreicht wurde, und bereitet die Erneuerung vor.`,
          other: `Die Vereinbarung „${p.title}“ endet in # Tagen. Ihre Seite zeigt, was erreicht wurde, und bereitet die Erneuerung vor.`,
        }),
    },
  },
}
