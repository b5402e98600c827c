import { plural } from '../../app/platform/i18n/plural.ts'
import type { Catalogue } from '../en.ts'

export const mailIn: Catalogue['mailIn'] = {
  title: (p) => `Mails an das Kontaktprotokoll: ${p.organisation}`,
  short: 'Mails an das Kontaktprotokoll',
  lede: 'Senden, kopieren oder leiten Sie Mails an die Adresse Ihrer Geschäftsstelle. Sie warten hier, bis jemand einen Eintrag oder eine Anfrage daraus macht; nichts wird von selbst eingetragen.',
  toLog: 'Zum Kontaktprotokoll',
  notConfigured: 'Diese Installation nimmt keine Mails an. Der Betreiber kann das einrichten.',
  address: 'Die Adresse Ihrer Geschäftsstelle',
  secret: 'Wer sie kennt, kann hierher senden. Erneuern Sie sie, wenn es jemand tut, der es nicht soll.',
  noAddress: 'Es gibt noch keine.',
  make: 'Adresse anlegen',
  renew: 'Adresse erneuern',
  none: {
    title: 'Keine Mail wartet',
    body: 'Was Sie an die Adresse senden, erscheint hier in Sekunden.',
  },
  noSubject: '(ohne Betreff)',
  colleague: (p) => `gesendet von ${p.sender}, laut Mail die Adresse einer Kollegin oder eines Kollegen`,
  outside: (p) => `von außen gesendet von ${p.sender}, nicht geprüft`,
  people: (p) => `Mit: ${p.people}`,
  text: 'Text der Mail',
  files: (p) => `Anhänge, die nicht aufbewahrt werden: ${p.files}`,
  log: 'In das Kontaktprotokoll eintragen',
  ask: 'Eine Anfrage daraus machen',
  discard: 'Beiseitelegen',
  aside: 'Zuletzt beiseitegelegt',
  restore: 'Wieder aufnehmen',
  due: (p) =>
    plural('de', p.count, {
      one: `# Mail wartet darauf, ein Eintrag zu werden`,
      other: `# Mails warten darauf, Einträge zu werden`,
    }),
  notices: {
    renewed: 'Die Adresse gilt ab jetzt; was an eine frühere geht, wird abgewiesen.',
    discarded: 'Beiseitegelegt. 30 Tage lang lässt es sich wieder aufnehmen.',
    restored: 'Sie wartet wieder.',
  },
}
