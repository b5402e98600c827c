import type { Catalogue } from '../en.ts'

export const agreements: Catalogue['agreements'] = {
  grounds: {
    office: 'in virtù della carica',
    'board-decision': 'in virtù di una delibera dell’organo direttivo',
    delegation: 'in virtù di una delega',
  },
  kinds: {
    memorandum: 'Memorandum d’intesa',
    'letter-of-intent': 'Lettera d’intenti',
    'non-disclosure': 'Accordo di riservatezza',
    cooperation: 'Accordo di cooperazione',
  },
  standings: {
    drafting: 'In redazione',
    approving: 'In approvazione',
    preparing: 'Documento in preparazione',
    signing: 'In firma',
    'in-force': 'In vigore',
    ended: 'Concluso',
  },
  mails: {
    invitation: {
      subject: (p) => `Da firmare: ${p.title}`,
      greeting: (p) => `Gentile ${p.name},`,
      body: (p) =>
        `tutte le parti hanno approvato il testo di «${p.title}». La firma a nome di ${p.organisation} spetta a Lei. Il collegamento qui sotto è personale: mostra esattamente il documento in questione. Prima del consenso, un codice di sei cifre sarà inviato a questo indirizzo.`,
      action: 'Leggere e firmare',
      footer: (p) =>
        `Accordo ${p.reference}. Se non attendeva questo messaggio, non faccia nulla: aprire il collegamento non firma nulla.`,
    },
    code: {
      subject: (p) => `${p.code} è il suo codice per il consenso`,
      greeting: (p) => `Gentile ${p.name},`,
      body: (p) => `Il suo codice per «${p.title}» è ${p.code}. Vale 15 minuti e solo per questo documento.`,
      footer: 'Non comunichi mai questo codice. Nessuno di Musubi o delle altre parti glielo chiederà.',
    },
    inForce: {
      subject: (p) => `Firmato da tutti: ${p.title}`,
      greeting: (p) => `Gentile ${p.name},`,
      body: (p) =>
        `l’ultima firma è stata apposta. «${p.title}» è in vigore fino al ${p.until}. Il documento firmato e la sua verifica si trovano sulla pagina dell’accordo.`,
      action: 'Aprire l’accordo',
      footer: (p) => `Accordo ${p.reference}`,
    },
  },
}
