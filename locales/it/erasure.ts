import type { Catalogue } from '../en.ts'

export const erasure: Catalogue['erasure'] = {
  title: 'Cancellare i miei dati',
  nobody: 'Cancellato su propria richiesta',
  lede: 'Il Suo account e ciò che La nomina vengono cancellati subito. Nessuno può tornare indietro, nemmeno il gestore.',
  goes: {
    title: 'Che cosa viene cancellato',
    items: [
      'Il Suo nome, indirizzo e-mail, incarichi e i mezzi di accesso (link, passkey, token, sessioni)',
      'Il Suo nome e la Sua parte nel registro di ciò che è stato fatto; il registro resta intero e lì indica «cancellato»',
      'I messaggi a Lei, quelli inviati da Lei all’indirizzo di un ufficio qui, le ricerche salvate e il Suo indirizzo di calendario',
      'Lei come referente nei profili dei membri, dove compare il Suo indirizzo',
    ],
  },
  stays: {
    title: 'Che cosa resta, e perché',
    items: [
      'I documenti che ha firmato, con il Suo nome: le parti li conservano come prova (GDPR, articolo 17, paragrafo 3, lettera e)',
      'Le iscrizioni a eventi: gli organizzatori le conservano come Le hanno detto; il link personale nella conferma le annulla',
      'Ciò che altri hanno scritto a mano, come note di un incontro: si rivolga all’ufficio che lo ha scritto',
    ],
  },
  address: 'Il Suo indirizzo e-mail, per conferma',
  addressHint: (p) => `Digiti ${p.address}`,
  erase: 'Cancellare definitivamente i miei dati',
  back: 'Torna all’account',
  done: {
    title: 'I Suoi dati sono cancellati',
    body: 'È disconnesso ovunque e non riceverà più messaggi. Grazie per ciò che ha fatto qui.',
    home: 'Alla pagina iniziale',
  },
  refusals: {
    'not-signed-in': 'Questo account è già cancellato o non ha indirizzo.',
    'address-differs': 'Non è l’indirizzo del Suo account.',
    'hand-over-first':
      'Lei agisce ancora per un’organizzazione come responsabile, coordinatore, firmatario o gestore. Prima passi le consegne, il che pone fine a questi ruoli, oppure chieda a un responsabile di terminarli.',
  },
  short: 'Cancellare i miei dati…',
}
