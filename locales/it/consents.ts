import type { Catalogue } from '../en.ts'

export const consents: Catalogue['consents'] = {
  title: (p) => `Consensi per i referenti: ${p.member}`,
  short: 'Consensi per altri paesi',
  lede: 'Tra lo Spazio economico europeo e il Giappone le decisioni di adeguatezza coprono i dati di contatto, e all’interno di un paese non serve nulla. Per ogni altro paese devono acconsentire le persone stesse. Senza di ciò Musubi non le mostra a nessuno in quel paese.',
  none: {
    title: 'Nessun consenso registrato',
    body: 'I partner in Giappone e nello Spazio economico europeo non ne hanno bisogno.',
  },
  country: 'Paese',
  countryHint: 'Per nome o con le due lettere',
  given: 'Consenso del',
  state: 'Stato',
  stands: 'in vigore',
  withdrawnOn: (p) => `revocato il ${p.day}`,
  withdraw: 'Revocare',
  withdrawFor: (p) => `Revocare per ${p.country}`,
  add: 'Registrare un consenso',
  how: 'Come hanno acconsentito',
  howHint: 'Ad esempio: moduli firmati del 3 maggio 2026, conservati in ufficio',
  agreed: 'Tutti i referenti di questo membro ne sono informati e hanno acconsentito',
  record: 'Registrare il consenso',
  toProfile: 'Al profilo',
  unknownCountry: 'Nessun paese con questo nome è noto.',
  notices: {
    recorded: 'Il consenso è registrato.',
    withdrawn: 'Revocato: da ora nessuno in quel paese vede i referenti.',
  },
  refusals: {
    'not-yours': 'Solo il membro stesso e i coordinatori dei suoi cluster tengono questo profilo.',
    'no-consent-needed': 'I dati di contatto possono andare in questo paese su un’altra base; non serve un consenso.',
    'no-such-consent': 'Questo consenso non esiste o è già stato revocato.',
  },
}
