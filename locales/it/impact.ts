import { plural } from '../../app/platform/i18n/plural.ts'
import type { Catalogue } from '../en.ts'

export const impact: Catalogue['impact'] = {
  kinds: {
    nda: 'Accordo di riservatezza',
    pilot: 'Progetto pilota',
    distribution: 'Contratto di distribuzione',
    'joint-project': 'Progetto comune',
    investment: 'Investimento',
    authorisation: 'Autorizzazione ottenuta',
  },
  dueItem: (p) => `Chiedere che cosa ne è nato: ${p.subject}`,
  followUp: {
    title: 'Che cosa ne è nato?',
    since: (p) =>
      plural('it', p.months, {
        one: `La presentazione risale a un mese fa.`,
        other: `La presentazione risale a # mesi fa.`,
      }),
    question: 'A che punto siete?',
    answers: {
      'nothing-yet': 'Ancora nulla',
      'in-talks': 'Stiamo parlando',
      came: 'Ne è nato qualcosa',
      ended: 'È finita',
    },
    outcome: 'Che cosa ne è nato',
    outcomeHint: 'Solo se ne è nato qualcosa.',
    words: 'In una parola',
    action: 'Inviare',
    metOn: 'Giorno dell’incontro',
    metOnHint: 'Se vi siete incontrati, di persona o online; l’ultima volta.',
  },
  outcomes: {
    title: 'Che cosa è nato dalla presentazione',
    reported: 'Segnalato',
    by: (p) => `segnalato da ${p.party}`,
    withdraw: 'Ritirare questa segnalazione',
    empty: {
      title: 'Ancora nulla di segnalato',
      body: 'Contratti, progetti pilota, progetti e quanto altro ne è nato figureranno qui, con le prove.',
    },
    form: {
      title: 'Segnalare un risultato',
      kind: 'Tipo',
      happenedOn: 'In quale giorno',
      note: 'Di che cosa si tratta',
      noteHint: 'In modo che altri possano verificarlo in seguito.',
      link: 'Link',
      action: 'Segnalare',
    },
    asked: {
      title: 'Che cosa è stato chiesto',
      day: 'Giorno',
      company: 'Impresa',
      answer: 'Risposta',
      none: 'ancora nessuna',
      unasked: 'non ancora chiesto',
    },
    meetings: {
      title: 'Incontri delle due imprese',
      heldOn: 'In quale giorno',
      note: 'Che cosa si è concordato',
      action: 'Registrare l’incontro',
    },
  },
  report: {
    title: (p) => `Indicatori di ${p.organisation}`,
    organisation: 'Organizzazione',
    demonstration: 'Sono cifre di una dimostrazione. Nulla di ciò è avvenuto.',
    from: 'Dal',
    until: 'Al',
    show: 'Mostrare',
    figures: 'Indicatori',
    chart: 'Indicatori attuali e in altrettanti giorni precedenti, una riga ciascuno',
    columns: {
      indicator: 'Indicatore',
      now: 'Ora',
      before: 'Prima',
      definition: 'Che cosa si conta',
      day: 'Giorno',
      what: 'Che cosa',
      address: 'Indirizzo',
    },
    note: (p) =>
      `Ogni indicatore è il numero delle sue righe, che si possono aprire; nessuno è digitato, e indicatori diversi non si sommano. Confrontato con il periodo dal ${p.from} al ${p.until}.`,
    csv: 'Scaricare come CSV',
    back: 'Tutti gli indicatori',
    count: (p) => plural('it', p.count, { one: `# riga, ${p.days}`, other: `# righe, ${p.days}` }),
    none: {
      title: 'Nulla da contare',
      body: 'In questi giorni non c’è nulla del genere.',
    },
    xlsx: 'Scaricare per Excel',
    sheet: 'Indicatori',
    pdf: 'Scaricare in PDF',
  },
  indicators: {
    companies: {
      name: 'Imprese coinvolte',
      definition:
        'Membri dei propri cluster che hanno chiesto una presentazione o un sostegno, o ne sono stati interpellati; ciascuno una volta.',
    },
    smes: {
      name: 'Di cui PMI',
      definition:
        'Quelle che indicano nel profilo meno di 250 persone. Chi non indica nulla, o non lo mostra a nessuno, non è contato.',
    },
    agreements: {
      name: 'Accordi',
      definition: 'Accordi di cui l’organizzazione è parte, entrati in vigore in questi giorni.',
    },
    events: {
      name: 'Eventi',
      definition:
        'Eventi guidati o ospitati dall’organizzazione, iniziati in questi giorni; quelli annullati non sono contati.',
    },
    contacts: {
      name: 'Incontri, chiamate e visite',
      definition: 'Voci del registro dei contatti secondo il giorno; le e-mail non contano.',
    },
    kept: {
      name: 'Impegni mantenuti',
      definition: 'Prove fornite in questi giorni e non contestate da altre parti.',
    },
    referrals: {
      name: 'Presentazioni e sostegni richiesti',
      definition: 'Richieste fatte in questi giorni da o a membri dei propri cluster.',
    },
    introductions: {
      name: 'Presentazioni fatte',
      definition: 'Presentazioni accettate da entrambe le imprese in questi giorni.',
    },
    outcomes: {
      name: 'Risultati',
      definition:
        'Quanto è nato dalle presentazioni, secondo il giorno, segnalato da chi ha partecipato e non contestato dall’altra parte.',
    },
    projects: {
      name: 'Di cui progetti comuni',
      definition: 'Risultati di questo tipo, contati allo stesso modo.',
    },
    meetings: {
      name: 'Incontri tra imprese',
      definition:
        'Giorni in cui due imprese presentate l’una all’altra si sono incontrate, di persona o online; ogni giorno conta una volta.',
    },
    needs: {
      name: 'Richieste e offerte pubblicate',
      definition: 'Richieste e offerte di membri dei propri cluster, secondo il giorno della prima pubblicazione.',
    },
  },
  notices: {
    answered: 'Grazie. Può modificare qui la risposta per tre mesi.',
    reported: 'Il risultato è stato segnalato.',
    confirmed: 'Ha confermato il risultato.',
    questioned: 'Ha contestato il risultato. Finché lo fa, nessun indicatore lo conta.',
    withdrawn: 'La segnalazione è stata ritirata.',
    met: 'L’incontro è stato registrato.',
  },
  refusals: {
    'not-there': 'Questo elemento non esiste o è stato ritirato.',
    'not-yours': 'Può farlo solo l’altra parte.',
    'too-late': 'Questa domanda è chiusa. Dica al Suo coordinatore che cosa ne è nato.',
    'outcome-missing': 'Scelga che cosa ne è nato.',
    'in-the-future': 'Questo giorno non è ancora arrivato.',
    'reason-missing': 'Indichi perché contesta.',
    'before-introduction': 'Questo giorno precede la presentazione.',
    'file-too-large': 'Il file può avere al massimo 10 MB.',
    'other-file': 'Scelga un PDF, PNG o JPEG.',
  },
  mails: {
    followUp: {
      subject: (p) => plural('it', p.months, { one: `Dopo un mese: ${p.subject}`, other: `Dopo # mesi: ${p.subject}` }),
      greeting: (p) => `Gentile ${p.name},`,
      body: (p) =>
        plural('it', p.months, {
          one: `La presentazione risale a un mese fa: ${p.subject}. Che cosa ne è nato? Bastano due tocchi.`,
          other: `La presentazione risale a # mesi fa: ${p.subject}. Che cosa ne è nato? Bastano due tocchi.`,
        }),
      action: 'Dire che cosa ne è nato',
      footer:
        'La Sua risposta va a entrambi i coordinatori. Solo così resta traccia di ciò a cui portano queste presentazioni.',
    },
  },
}
