import { plural } from '../../app/platform/i18n/plural.ts'
import type { Catalogue } from '../en.ts'

export const duplicates: Catalogue['duplicates'] = {
  title: (p) => `Doppelt erfasst? ${p.cluster}`,
  short: 'Doppelt erfasst?',
  lede: 'Mitglieder, die vielleicht doppelt auf Ihrer Liste stehen. Musubi sagt, warum es fragt, und legt nie selbst etwas zusammen. Jede Entscheidung lässt sich zurücknehmen.',
  lookedAt: (p) => `Alle Listen wurden zuletzt verglichen am ${p.day}.`,
  notYet: 'Die Listen wurden noch nicht verglichen; das geschieht wenige Minuten nach einem Import.',
  none: {
    title: 'Keine zwei Einträge ähneln sich',
    body: 'Nach jedem Import und einmal am Tag wird neu gesucht.',
  },
  pair: (p) => `${p.one} – ${p.other}`,
  what: 'Angabe',
  first: 'Erster',
  second: 'Zweiter',
  rows: {
    name: 'Name',
    legalForm: 'Rechtsform',
    country: 'Land',
    seat: 'Sitz',
    website: 'Website',
    numbers: 'Nummern auf Listen',
    clusters: 'Cluster',
    parts: 'Profil',
  },
  merging:
    'Der Eintrag, der bleibt, übernimmt, was nur der andere sagt: Namen in anderen Sprachen, Teile des Profils, Nummern, Plätze auf Listen. Der andere geht, und seine Adresse führt zu dem, der bleibt.',
  keep: (p) => `„${p.name}“ behalten, den anderen darin aufnehmen`,
  notTheSame: 'Das sind zwei',
  pages: 'Paare',
  position: (p) => `${p.from} bis ${p.to} von ${p.all}`,
  decided: 'Zuletzt entschieden',
  states: {
    merged: (p) => `„${p.other}“ wurde in „${p.one}“ aufgenommen.`,
    'not-the-same': (p) => `„${p.one}“ und „${p.other}“ sind zwei.`,
  },
  reopen: {
    merged: 'Zusammenlegung zurücknehmen',
    'not-the-same': 'Wieder fragen',
  },
  notices: {
    'keep-one': 'Zusammengelegt. Zurücknehmen können Sie es unter „Zuletzt entschieden“.',
    'keep-other': 'Zusammengelegt. Zurücknehmen können Sie es unter „Zuletzt entschieden“.',
    'not-the-same': 'Vermerkt: Nach diesen beiden wird nicht wieder gefragt.',
    reopen: 'Zurückgenommen. Das Paar ist wieder offen.',
    'reopened-in-part':
      'Die Zusammenlegung ist zurückgenommen. Was seither am Mitglied geschrieben wurde, ist geblieben.',
  },
  due: (p) =>
    plural('de', p.count, {
      one: `${p.cluster}: # Paar von Mitgliedern ist vielleicht nur eines`,
      other: `${p.cluster}: # Paare von Mitgliedern sind vielleicht je nur eines`,
    }),
  reasons: {
    'same-number': 'Dieselbe Registernummer',
    'same-name': 'Derselbe Name, von der Rechtsform abgesehen',
    'distinctive-name': 'Der Name ist so lang, dass ihn kaum ein anderer trägt',
    'same-name-other-script': 'Derselbe Name in anderer Schrift',
    'former-name': 'Ein früherer Name des anderen',
    'near-name': 'Die Namen unterscheiden sich um einen Schreibfehler',
    'sounds-alike': 'Die Namen klingen gleich',
    'name-within': 'Ein Name ist Teil des anderen',
    'same-city': 'Am selben Ort',
    'same-website': 'Dieselbe Website',
    'same-mail-domain': 'Mailadressen desselben Hauses',
    'other-branch': 'Dagegen: Nummern, Länder oder Niederlassungen in den Namen sind verschieden',
    'other-names': 'Dagegen: Die Namen sind verschieden',
    'other-country': 'Dagegen: ein anderes Land',
    'other-city': 'Dagegen: ein anderer Ort',
    'other-legal-form': 'Dagegen: eine andere Rechtsform',
    'other-website': 'Dagegen: eine andere Website',
  },
  refusals: {
    'no-such-pair': 'Dieses Paar gibt es nicht mehr.',
    'decided-already': 'Über dieses Paar wurde inzwischen entschieden.',
    'not-decided': 'Ihre Stelle hat über dieses Paar nichts entschieden.',
    'gone-meanwhile': 'Einer der beiden Einträge ist inzwischen weg.',
    'not-both-yours':
      'Einer der beiden steht auch auf der Liste einer anderen Stelle. Nur wer beide Listen führt, kann sie zusammenlegen; fragen Sie dort nach, oder sagen Sie, dass es zwei sind.',
    'in-use':
      'An dem Eintrag, der ginge, hängen Konten, Vereinbarungen, Gesuche oder Vermittlungen. Behalten Sie diesen; werden beide benutzt, bleiben es zwei.',
    'merged-since':
      'Der Eintrag, der blieb, wurde seither in einen weiteren aufgenommen. Nehmen Sie zuerst das zurück.',
  },
}
