import type { Catalogue } from '../en.ts'

export const erasure: Catalogue['erasure'] = {
  title: 'Effacer mes données',
  nobody: 'Effacé à sa demande',
  lede: 'Votre compte et ce qui vous nomme sont effacés aussitôt. Personne ne peut revenir en arrière, pas même l’exploitant.',
  goes: {
    title: 'Ce qui est effacé',
    items: [
      'Votre nom, votre adresse, vos fonctions et vos moyens de connexion (liens, clés d’accès, jetons, sessions)',
      'Votre nom et votre part dans le journal de ce qui a été fait ; le journal reste entier et y indique « effacé »',
      'Les messages qui vous étaient adressés, ceux que vous avez envoyés ici à l’adresse d’un bureau, vos recherches enregistrées et votre adresse de calendrier',
      'Vous comme interlocuteur dans les profils de membres, là où figure votre adresse',
    ],
  },
  stays: {
    title: 'Ce qui reste, et pourquoi',
    items: [
      'Les documents que vous avez signés, avec votre nom : les parties les gardent comme preuve (RGPD, article 17, paragraphe 3, point e)',
      'Les inscriptions à des événements : leurs organisateurs les gardent comme annoncé ; le lien personnel de votre confirmation les annule',
      'Ce que d’autres ont écrit à la main, comme des notes de réunion : adressez-vous au bureau qui les a écrites',
    ],
  },
  address: 'Votre adresse électronique, pour confirmer',
  addressHint: (p) => `Saisissez ${p.address}`,
  erase: 'Effacer définitivement mes données',
  back: 'Retour au compte',
  done: {
    title: 'Vos données sont effacées',
    body: 'Vous êtes déconnecté partout et ne recevrez plus aucun message. Merci de ce que vous avez fait ici.',
    home: 'Vers la page d’accueil',
  },
  refusals: {
    'not-signed-in': 'Ce compte est déjà effacé, ou n’a pas d’adresse.',
    'address-differs': 'Ce n’est pas l’adresse de votre compte.',
    'hand-over-first':
      'Vous agissez encore pour une organisation comme responsable, coordinateur, signataire ou exploitant. Transmettez d’abord vos dossiers, ce qui met fin à ces rôles, ou demandez à un responsable d’y mettre fin.',
  },
  short: 'Effacer mes données…',
}
