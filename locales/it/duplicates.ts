import { plural } from '../../app/platform/i18n/plural.ts'
import type { Catalogue } from '../en.ts'

export const duplicates: Catalogue['duplicates'] = {
  title: (p) => `Registrati due volte? ${p.cluster}`,
  short: 'Registrati due volte?',
  lede: 'Membri che forse compaiono due volte nel Suo elenco. Musubi dice perché lo chiede e non unisce mai nulla da sé. Ogni decisione si può annullare.',
  lookedAt: (p) => `Ultimo confronto di tutti gli elenchi: ${p.day}.`,
  notYet: 'Gli elenchi non sono ancora stati confrontati; avviene pochi minuti dopo un’importazione.',
  none: {
    title: 'Nessuna coppia di voci simili',
    body: 'Nuove coppie si cercano dopo ogni importazione e una volta al giorno.',
  },
  pair: (p) => `${p.one} – ${p.other}`,
  what: 'Voce',
  first: 'Prima',
  second: 'Seconda',
  rows: {
    name: 'Nome',
    legalForm: 'Forma giuridica',
    country: 'Paese',
    seat: 'Sede',
    website: 'Sito',
    numbers: 'Numeri negli elenchi',
    clusters: 'Cluster',
    parts: 'Profilo',
  },
  merging:
    'La voce che resta prende ciò che solo l’altra dice: nomi in altre lingue, parti del profilo, numeri, posti negli elenchi. L’altra scompare e il suo indirizzo porta a quella che resta.',
  keep: (p) => `Tenere «${p.name}» e unirvi l’altra`,
  notTheSame: 'Sono due membri distinti',
  pages: 'Coppie',
  position: (p) => `${p.from}–${p.to} di ${p.all}`,
  decided: 'Deciso di recente',
  states: {
    merged: (p) => `«${p.other}» è stata unita a «${p.one}».`,
    'not-the-same': (p) => `«${p.one}» e «${p.other}» sono due membri.`,
  },
  reopen: {
    merged: 'Annullare l’unione',
    'not-the-same': 'Chiedere di nuovo',
  },
  notices: {
    'keep-one': 'Unite. Per annullare, si veda «Deciso di recente».',
    'keep-other': 'Unite. Per annullare, si veda «Deciso di recente».',
    'not-the-same': 'Annotato: su queste due non verrà più chiesto.',
    reopen: 'Annullato. La coppia è di nuovo aperta.',
    'reopened-in-part': 'L’unione è annullata. Ciò che da allora è stato scritto sul membro è rimasto.',
  },
  due: (p) =>
    plural('it', p.count, {
      one: `${p.cluster}: # coppia di membri è forse uno solo`,
      other: `${p.cluster}: # coppie di membri sono forse doppioni`,
    }),
  reasons: {
    'same-number': 'Lo stesso numero di registro',
    'same-name': 'Lo stesso nome, a parte la forma giuridica',
    'distinctive-name': 'Il nome è così lungo che difficilmente altri lo portano',
    'same-name-other-script': 'Lo stesso nome in un’altra scrittura',
    'former-name': 'Un nome precedente dell’altra',
    'near-name': 'I nomi differiscono per un errore di battitura',
    'sounds-alike': 'I nomi suonano uguali',
    'name-within': 'Un nome è parte dell’altro',
    'same-city': 'Nella stessa città',
    'same-website': 'Lo stesso sito',
    'same-mail-domain': 'Indirizzi e-mail della stessa casa',
    'other-branch': 'In contrario: nei nomi differiscono numeri, paesi o filiali',
    'other-names': 'In contrario: i nomi sono diversi',
    'other-country': 'In contrario: un altro paese',
    'other-city': 'In contrario: un’altra città',
    'other-legal-form': 'In contrario: un’altra forma giuridica',
    'other-website': 'In contrario: un altro sito',
  },
  refusals: {
    'no-such-pair': 'Questa coppia non c’è più.',
    'decided-already': 'Nel frattempo qualcuno ha deciso su questa coppia.',
    'not-decided': 'Il Suo ufficio non ha deciso nulla su questa coppia.',
    'gone-meanwhile': 'Una delle due voci nel frattempo non c’è più.',
    'not-both-yours':
      'Una delle due compare anche nell’elenco di un altro ufficio. Solo chi tiene entrambi gli elenchi può unirle; si rivolga a quell’ufficio, o dica che sono due.',
    'in-use':
      'Alla voce che scomparirebbe sono legati account, accordi, richieste o presentazioni. Tenga quella; se sono in uso entrambe, restano due.',
    'merged-since': 'La voce rimasta è stata poi unita a un’altra. Annulli prima quell’unione.',
  },
}
