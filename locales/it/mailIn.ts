import { plural } from '../../app/platform/i18n/plural.ts'
import type { Catalogue } from '../en.ts'

export const mailIn: Catalogue['mailIn'] = {
  title: (p) => `Messaggi al registro: ${p.organisation}`,
  short: 'Messaggi al registro',
  lede: 'Invii, metta in copia o inoltri messaggi all’indirizzo del Suo ufficio. Attendono qui finché qualcuno ne fa una voce del registro o una richiesta; nulla viene iscritto da sé.',
  toLog: 'Al registro dei contatti',
  notConfigured: 'Questa installazione non riceve messaggi. Il gestore può configurarla.',
  address: 'L’indirizzo del Suo ufficio',
  secret: 'Chi lo conosce può inviare qui. Lo rinnovi se qualcuno ne abusa.',
  noAddress: 'Non c’è ancora.',
  make: 'Creare un indirizzo',
  renew: 'Rinnovare l’indirizzo',
  none: {
    title: 'Nessun messaggio in attesa',
    body: 'Ciò che invia all’indirizzo appare qui in pochi secondi.',
  },
  noSubject: '(senza oggetto)',
  colleague: (p) => `inviato da ${p.sender}, secondo il messaggio l’indirizzo di un collega`,
  outside: (p) => `inviato dall’esterno da ${p.sender}, non verificato`,
  people: (p) => `Con: ${p.people}`,
  text: 'Testo del messaggio',
  files: (p) => `Allegati, che non vengono conservati: ${p.files}`,
  log: 'Iscrivere nel registro',
  ask: 'Farne una richiesta',
  discard: 'Mettere da parte',
  aside: 'Messi da parte di recente',
  restore: 'Riprendere',
  due: (p) =>
    plural('it', p.count, {
      one: `# messaggio attende di diventare una voce del registro`,
      other: `# messaggi attendono di diventare voci del registro`,
    }),
  notices: {
    renewed: 'L’indirizzo vale da ora; ciò che va a uno precedente è rifiutato.',
    discarded: 'Messo da parte. Si può riprendere per 30 giorni.',
    restored: 'Attende di nuovo.',
  },
}
