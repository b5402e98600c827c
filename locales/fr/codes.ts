import { plural } from '../../app/platform/i18n/plural.ts'
import type { Catalogue } from '../en.ts'

export const codes: Catalogue['codes'] = {
  title: 'Codes EMDN',
  lookUp: 'Chercher des codes EMDN',
  lede: 'Trouvez le code d’un dispositif par son nom dans l’une des cinq langues, ou par le début d’un code.',
  question: 'Dispositif ou code',
  questionHint: 'Par exemple : endoscope, 内視鏡, Z1202',
  find: 'Chercher',
  all: 'Toutes les catégories',
  found: (p) => plural('fr', p.count, { one: `# code`, other: `# codes` }),
  code: 'Code',
  term: 'Terme (en anglais)',
  further: 'Suite',
  members: 'Membres',
  below: (p) => `Sous ${p.code}`,
  none: {
    title: 'Aucun code ne correspond',
    body: 'Essayez un autre mot, ou partez des catégories.',
  },
  more: 'Il y en a d’autres. Précisez.',
  source:
    'Nomenclature européenne des dispositifs médicaux, publiée par la Commission européenne et chargée par l’exploitant.',
  notLoaded: {
    title: 'La nomenclature n’a pas été chargée',
    body: 'L’exploitant charge le classeur officiel de la Commission européenne par « musubi emdn load ». On peut saisir des codes sans lui.',
  },
}
