import type { Catalogue } from '../en.ts'

export const common: Catalogue['common'] = {
  product: 'Musubi',
  tagline: 'Dal memorandum firmato all’alleanza viva',
  skipToContent: 'Andare al contenuto',
  language: 'Lingua',
  menu: 'Menu',
  nav: {
    label: 'Navigazione principale',
    today: 'Oggi',
    organisations: 'Organizzazioni',
    agreements: 'Accordi',
    directory: 'Elenco',
    exchange: 'Scambi',
    events: 'Eventi',
    releases: 'Stampa',
    verify: 'Verifica',
    about: 'Informazioni',
  },
  account: { signIn: 'Accedere', signOut: 'Uscire', signedInAs: (p) => `Accesso effettuato: ${p.name}` },
  demonstration: 'DIMOSTRAZIONE',
  demonstrationBanner:
    'Questa è una dimostrazione. Le persone che agiscono qui sono inventate e nulla di ciò che si firma qui vincola alcuno.',
  embeddedBanner:
    'Musubi funziona con la base dati incorporata: adatta alle prove e a un piccolo ufficio. Per firmare realmente, usi PostgreSQL.',
  actions: {
    save: 'Salvare',
    cancel: 'Annullare',
    back: 'Indietro',
    continue: 'Continuare',
    edit: 'Modificare',
    remove: 'Rimuovere',
    close: 'Chiudere',
    search: 'Cercare',
  },
  footer: {
    licence: 'Software libero con licenza EUPL 1.2',
    api: 'API',
    styleguide: 'Guida di stile',
    status: 'Stato del servizio',
  },
}
