import { plural } from '../../app/platform/i18n/plural.ts'
import type { Catalogue } from '../en.ts'

export const codes: Catalogue['codes'] = {
  title: 'Codici EMDN',
  lookUp: 'Cercare codici EMDN',
  lede: 'Trovi il codice di un dispositivo dal nome in una delle cinque lingue, o dall’inizio di un codice.',
  question: 'Dispositivo o codice',
  questionHint: 'Ad esempio: endoscopio, 内視鏡, Z1202',
  find: 'Cercare',
  all: 'Tutte le categorie',
  found: (p) => plural('it', p.count, { one: `# codice`, other: `# codici` }),
  code: 'Codice',
  term: 'Termine (in inglese)',
  further: 'Altro',
  members: 'Membri',
  below: (p) => `Sotto ${p.code}`,
  none: {
    title: 'Nessun codice corrisponde',
    body: 'Provi un’altra parola, o parta dalle categorie.',
  },
  more: 'Ce ne sono altri. Precisi la domanda.',
  source: 'Nomenclatura europea dei dispositivi medici, pubblicata dalla Commissione europea e caricata dal gestore.',
  notLoaded: {
    title: 'La nomenclatura non è stata caricata',
    body: 'Il gestore carica la cartella ufficiale della Commissione europea con «musubi emdn load». I codici si possono inserire anche senza.',
  },
}
