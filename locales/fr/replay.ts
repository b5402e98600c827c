import type { Catalogue } from '../en.ts'

export const replay: Catalogue['replay'] = {
  title: 'Rejouer l’après-midi',
  lede: 'La cérémonie de signature du 22 mars 2022 telle qu’elle aurait pu se dérouler : des personnes de démonstration suivent les mêmes étapes que pour une vraie cérémonie.',
  what: 'Ce que vous verrez',
  points: [
    'Cinq signataires signent l’un après l’autre ; le cordon se noue avec la dernière signature.',
    'Onze journalistes de démonstration, dans quatre fuseaux horaires, ont été admis ; un douzième a postulé une seconde trop tard.',
    'Les questions attendent la fin de la cérémonie ; le communiqué paraît à la fin de l’embargo.',
  ],
  speed: 'Vitesse',
  speeds: (p: { speed: number; minutes: string }) => `${p.speed} fois : environ ${p.minutes}`,
  start: 'Lancer la reprise',
  running: 'Une reprise est en cours.',
  follow: 'La suivre',
  note: 'Les signatures sont faites maintenant, avec les certificats de la démonstration, et le disent ; seule l’horloge de la cérémonie est celle de l’après-midi.',
  views: 'À ouvrir côte à côte',
  viewer: 'La page pour tous',
  stage: 'La scène, pour un écran partagé',
  cues: 'Le conducteur de l’opérateur',
  ended: 'La reprise est terminée. Tout ce qu’elle a produit est encore là.',
  again: 'Rejouer',
  preparing: 'La préparation prend quelques secondes : cinq parties approuvent le texte, puis le document est composé.',
  operator: 'Pour l’ouvrir, agissez d’abord comme coordinateur de démonstration de FBRI.',
}
