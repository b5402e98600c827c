import type { Catalogue } from '../en.ts'

export const site: Catalogue['site'] = {
  home: {
    title: 'Dal memorandum firmato all’alleanza viva',
    lede: 'Musubi (結び, legame, nodo) è un software libero con cui cluster industriali di paesi diversi concludono un memorandum d’intesa, lo firmano insieme davanti alla stampa e poi lo mantengono vivo.',
    actions: { agreement: 'Leggere l’accordo', alliance: 'Vedere l’alleanza', verify: 'Verificare un file firmato' },
    tied: (p) => `Il cordone, annodato: ${p.left} e ${p.right} hanno firmato.`,
    untied: 'Il cordone, non ancora annodato: qui nessun accordo è ancora pubblico.',
    steps: {
      title: 'Come funziona',
      draft: {
        title: 'Accordarsi su un testo',
        body: 'Clausola per clausola, in più lingue facenti fede, fianco a fianco. Ogni organizzazione approva il testo esatto; dopo una modifica, l’approvazione non vale più.',
      },
      sign: {
        title: 'Firmare, ovunque ci si trovi',
        body: 'Ogni firmatario legge, acconsente e firma con una chiave creata solo per quella firma. Un solo PDF porta tutte le firme, ciascuna con la sua marca temporale.',
      },
      verify: {
        title: 'Permettere a tutti di verificare',
        body: 'La pagina dice a parole che cosa è valido e che cosa no. Gli altri programmi che verificano i PDF firmati giungono allo stesso risultato.',
      },
    },
    case: {
      title: 'Il caso da cui parte',
      body: 'Nel marzo 2022 la Foundation for Biomedical Research and Innovation at Kobe annunciò un memorandum con MAGIA, un’alleanza di quattro cluster medici europei. Per il cluster di Kobe era il primo con un’alleanza di cluster estera.',
      parties: 'Parti',
      partiesValue: 'FBRI Kobe con bioPmed, BioWin, Life Science Nord e Lyonbiopole',
      called: 'Il comunicato lo chiama',
      calledValue: 'accordo di collaborazione commerciale (ビジネス連携協定)',
      ceremony: 'Firma, come annunciata',
      ceremonyPlace: 'online, come webinar Zoom',
      purpose: 'Scopo, come annunciato',
      purposeValue:
        'rafforzare, attraverso scambi e sostegno reciproci, la competitività internazionale delle imprese associate nei dispositivi medici',
    },
    demonstration: {
      title: 'Ciò che si vede qui è una dimostrazione',
      body: 'Le organizzazioni e il comunicato sono reali. Il testo del vero memorandum non è pubblico: quello qui presente è un modello. Nessuna firma è imitata; chi firma agisce per una carica ed è chiamato per quello che è.',
      more: 'Che cosa Musubi può mostrare e che cosa no',
    },
    empty: {
      title: 'Qui non c’è ancora nulla di pubblico',
      body: 'Quando le parti avranno firmato un accordo e lo avranno reso pubblico, comparirà in questa pagina.',
      action: 'Vedere le organizzazioni',
    },
  },
  about: {
    title: 'Che cosa Musubi può mostrare e che cosa no',
    lede: 'Una firma vale quanto ciò che se ne può verificare. Questa pagina dice che cosa.',
    does: {
      title: 'Che cosa può mostrare',
      items: [
        'Il documento mostrato prima della firma è quello contenuto nel file: la sua impronta è in ogni firma, e un solo byte cambiato si nota.',
        'Ogni firmatario ha acconsentito prima di firmare, con un codice inviato al proprio indirizzo e con una passkey, se ne ha una. Consenso e firma sono registrati come due atti.',
        'Ogni firma è stata fatta con una chiave esistita solo per essa, certificata dall’autorità di questa installazione e poi distrutta.',
        'L’ora di ogni firma viene da un servizio di marcatura temporale, non dall’orologio del firmatario.',
        'Ciò che accade a un accordo è conservato come catena, in cui una voce cambiata, tolta o spostata si nota. L’ultimo anello entra in ogni firma.',
      ],
    },
    doesNot: {
      title: 'Che cosa non può mostrare',
      items: [
        'Le firme sono concepite come firme elettroniche avanzate. Non sono qualificate e nessun servizio fiduciario vigilato le sostiene.',
        'Chi sia un firmatario si basa sull’organizzazione che lo ha indicato e sull’indirizzo di posta a cui è stato raggiunto. Nessun documento d’identità è stato controllato.',
        'Il potere di impegnare un’organizzazione è registrato come essa lo dichiara. Musubi non esamina i registri delle imprese.',
        'Il servizio di marcatura temporale integrato serve per le prove. La sua ora è l’orologio di questa installazione, che a un terzo non prova nulla.',
        'Un software non può decidere se un accordo abbia effetto giuridico. Dipende dal suo testo e dal diritto.',
      ],
    },
    demonstration: {
      title: 'La dimostrazione',
      body: 'Dove una pagina dice DIMOSTRAZIONE, le persone che agiscono sono inventate, il testo è un modello e i certificati stessi lo dicono. I fatti sui cluster e sull’alleanza vengono dal comunicato del 22 marzo 2022 e sono riportati con la loro fonte.',
    },
    check: {
      title: 'Verificare da sé',
      body: 'Scarichi il certificato radice di questa installazione e ne confronti l’impronta con quella che Le è giunta per altra via. Usi poi un qualsiasi programma che verifica le firme PDF.',
      root: 'Certificato radice (PEM)',
      list: 'Elenco dei certificati revocati (CRL)',
      verify: 'Come verificare un file',
    },
  },
  status: {
    ready: 'In funzione',
    unavailable: 'La base dati non è raggiungibile',
    database: 'Base dati',
    databases: { embedded: 'incorporata', server: 'PostgreSQL' },
    mail: 'Posta',
    mailServer: 'consegnata da un server di posta',
    outbox: 'conservata nella posta in uscita',
    timestamps: 'Marche temporali',
    trial: 'servizio incorporato, solo per prova',
  },
}
