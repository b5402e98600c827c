import { plural } from '../../app/platform/i18n/plural.ts'
import type { Catalogue } from '../en.ts'

export const review: Catalogue['review'] = {
  short: 'Bilancio annuale',
  title: (p) => `Anno ${p.year} dell’accordo`,
  years: 'Anni dell’accordo',
  inShort: 'In breve',
  definition:
    'Ogni cifra è il numero delle righe qui sotto; nessuna è inserita a mano. I risultati contestati dall’altra parte non contano.',
  thisYear: 'Quest’anno',
  yearBefore: 'L’anno prima',
  figures: {
    kept: 'Impegni mantenuti',
    missed: 'Impegni mancati',
    asked: 'Presentazioni e sostegni chiesti',
    introduced: 'Presentazioni avvenute',
    met: 'Incontri tra imprese',
    outcomes: 'Risultati',
    events: 'Eventi comuni',
  },
  contacts: 'Contatti annotati',
  what: 'Che cosa',
  due: 'Scadenza',
  state: 'A che punto è',
  kind: 'Tipo',
  way: 'Da → a',
  day: 'Giorno',
  closed: 'L’oggetto di una richiesta è mostrato ai due uffici che la seguono; agli altri, il suo numero.',
  met: 'Incontro',
  results: 'Incontri e risultati',
  events: 'Eventi comuni',
  none: 'Nulla di simile in quest’anno.',
  decide: {
    title: 'Da decidere dagli organi',
    ends: (p) => `L’accordo dura fino al ${p.date}. Rinnovarlo, cambiarlo o lasciarlo finire.`,
    over: (p) => `È stata data disdetta: l’accordo cessa dal ${p.date}.`,
    notice: (p) => `La parte che vuole farlo finire allora dà disdetta entro il ${p.date}.`,
    owed: (p) =>
      plural('it', p.count, {
        one: `# impegno di quest’anno è ancora aperto o è mancato.`,
        other: `# impegni di quest’anno sono ancora aperti o sono mancati.`,
      }),
  },
}
