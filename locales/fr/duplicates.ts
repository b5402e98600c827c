import { plural } from '../../app/platform/i18n/plural.ts'
import type { Catalogue } from '../en.ts'

export const duplicates: Catalogue['duplicates'] = {
  title: (p) => `Saisis deux fois ? ${p.cluster}`,
  short: 'Saisis deux fois ?',
  lede: 'Des membres qui figurent peut-être deux fois sur votre liste. Musubi dit pourquoi il le demande et ne fusionne jamais rien de lui-même. Toute décision peut être annulée.',
  lookedAt: (p) => `Dernière comparaison de toutes les listes : ${p.day}.`,
  notYet: 'Les listes n’ont pas encore été comparées ; cela se fait dans les minutes qui suivent un import.',
  none: {
    title: 'Aucune entrée n’en rappelle une autre',
    body: 'De nouvelles paires sont cherchées après chaque import et une fois par jour.',
  },
  pair: (p) => `${p.one} – ${p.other}`,
  what: 'Élément',
  first: 'Première',
  second: 'Seconde',
  rows: {
    name: 'Nom',
    legalForm: 'Forme juridique',
    country: 'Pays',
    seat: 'Siège',
    website: 'Site',
    numbers: 'Numéros sur les listes',
    clusters: 'Pôles',
    parts: 'Profil',
  },
  merging:
    'L’entrée gardée reprend ce que seule l’autre indique : noms dans d’autres langues, parties du profil, numéros, places sur les listes. L’autre disparaît, et son adresse mène à celle qui reste.',
  keep: (p) => `Garder « ${p.name} » et y fusionner l’autre`,
  notTheSame: 'Ce sont deux membres',
  pages: 'Paires',
  position: (p) => `${p.from} à ${p.to} sur ${p.all}`,
  decided: 'Décidé récemment',
  states: {
    merged: (p) => `« ${p.other} » a été fusionné dans « ${p.one} ».`,
    'not-the-same': (p) => `« ${p.one} » et « ${p.other} » sont deux membres.`,
  },
  reopen: {
    merged: 'Annuler la fusion',
    'not-the-same': 'Redemander',
  },
  notices: {
    'keep-one': 'Fusionné. L’annulation se trouve sous « Décidé récemment ».',
    'keep-other': 'Fusionné. L’annulation se trouve sous « Décidé récemment ».',
    'not-the-same': 'C’est noté : la question ne sera plus posée pour ces deux-là.',
    reopen: 'Annulé. La paire est de nouveau ouverte.',
    'reopened-in-part': 'La fusion est annulée. Ce qui a été écrit depuis sur le membre est resté.',
  },
  due: (p) =>
    plural('fr', p.count, {
      one: `${p.cluster} : # paire de membres n’en fait peut-être qu’un`,
      other: `${p.cluster} : # paires de membres sont peut-être des doublons`,
    }),
  reasons: {
    'same-number': 'Le même numéro de registre',
    'same-name': 'Le même nom, forme juridique mise à part',
    'distinctive-name': 'Le nom est assez long pour que guère personne d’autre ne le porte',
    'same-name-other-script': 'Le même nom dans une autre écriture',
    'former-name': 'Un ancien nom de l’autre',
    'near-name': 'Les noms ne diffèrent que par une faute de frappe',
    'sounds-alike': 'Les noms se prononcent de même',
    'name-within': 'Un nom fait partie de l’autre',
    'same-city': 'Dans la même ville',
    'same-website': 'Le même site',
    'same-mail-domain': 'Adresses électroniques de la même maison',
    'other-branch': 'À l’encontre : numéros, pays ou succursales diffèrent dans les noms',
    'other-names': 'À l’encontre : les noms diffèrent',
    'other-country': 'À l’encontre : un autre pays',
    'other-city': 'À l’encontre : une autre ville',
    'other-legal-form': 'À l’encontre : une autre forme juridique',
    'other-website': 'À l’encontre : un autre site',
  },
  refusals: {
    'no-such-pair': 'Cette paire n’existe plus.',
    'decided-already': 'Quelqu’un a tranché entre-temps pour cette paire.',
    'not-decided': 'Votre bureau n’a rien décidé pour cette paire.',
    'gone-meanwhile': 'L’une des deux entrées a disparu entre-temps.',
    'not-both-yours':
      'L’une des deux figure aussi sur la liste d’un autre bureau. Seul qui tient les deux listes peut les fusionner ; demandez à ce bureau, ou dites que ce sont deux membres.',
    'in-use':
      'Des comptes, accords, besoins ou mises en relation tiennent à l’entrée qui disparaîtrait. Gardez plutôt celle-là ; si les deux servent, elles restent deux.',
    'merged-since': 'L’entrée gardée a depuis été fusionnée dans une autre. Annulez d’abord cette fusion-là.',
  },
}
