import type { Catalogue } from '../en.ts'

export const errors: Catalogue['errors'] = {
  pages: {
    notFound: {
      title: 'Pagina non trovata',
      body: 'A questo indirizzo non c’è nessuna pagina, oppure non è aperta a Lei. Se ha seguito un link, chieda a chi lo ha inviato.',
    },
    forbidden: {
      title: 'Accesso non consentito',
      body: 'Il Suo account non ha il ruolo richiesto da questa pagina. Si rivolga alla direzione della Sua organizzazione.',
    },
    signInNeeded: { title: 'Prima acceda', body: 'Questa pagina è riservata a chi ha effettuato l’accesso.' },
    crossSite: {
      title: 'Il modulo non è stato accettato',
      body: 'Non proveniva da questo sito, quindi nulla è stato modificato. Riapra la pagina e invii il modulo da lì.',
    },
    tooLarge: {
      title: 'Troppo grande',
      body: (p) => `L’invio supera ${p.limit}: non è stato accettato e nulla è stato modificato.`,
    },
    tooMany: { title: 'Troppi tentativi', body: (p) => `Attenda ${p.minutes} min e riprovi. Nulla è andato perso.` },
    broken: {
      title: 'Qualcosa è andato storto da parte nostra',
      body: (p) => `Nulla è rimasto a metà. Riprovi; se succede di nuovo, comunichi al gestore questo numero: ${p.id}`,
    },
    unavailable: { title: 'La base dati non è raggiungibile', body: 'Nulla è rimasto a metà. Riprovi tra un minuto.' },
    gone: { title: 'Non più disponibile', body: 'Ciò che era qui è stato ritirato o è scaduto.' },
  },
  summary: 'Corregga quanto segue',
  fields: {
    required: 'Compili questo campo',
    email: 'Indichi un indirizzo e-mail come name@example.org',
    tooLong: 'È troppo lungo',
    unreadable: 'Alcuni caratteri non erano leggibili. Li inserisca di nuovo',
    controlCharacters: 'Contiene caratteri di controllo invisibili. Inserisca di nuovo',
    choose: 'Scelga una delle opzioni',
    number: 'Indichi un numero intero',
    date: 'Indichi una data come 2022-03-22',
    invalid: 'Non è stato compreso',
  },
}
