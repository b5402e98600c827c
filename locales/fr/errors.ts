import type { Catalogue } from '../en.ts'

export const errors: Catalogue['errors'] = {
  pages: {
    notFound: {
      title: 'Page introuvable',
      body: 'Il n’y a pas de page à cette adresse, ou elle ne vous est pas ouverte. Si vous avez suivi un lien, demandez à la personne qui l’a envoyé.',
    },
    forbidden: {
      title: 'Accès non ouvert',
      body: 'Votre compte n’a pas le rôle que cette page demande. Adressez-vous à la direction de votre organisation.',
    },
    signInNeeded: { title: 'Connectez-vous d’abord', body: 'Cette page est réservée aux personnes connectées.' },
    crossSite: {
      title: 'Le formulaire n’a pas été accepté',
      body: 'Il ne venait pas de ce site ; rien n’a été modifié. Rouvrez la page et envoyez le formulaire depuis celle-ci.',
    },
    tooLarge: {
      title: 'Trop volumineux',
      body: (p) => `L’envoi dépasse ${p.limit} ; il n’a pas été accepté et rien n’a été modifié.`,
    },
    tooMany: {
      title: 'Trop de tentatives',
      body: (p) => `Attendez ${p.minutes} min, puis réessayez. Rien n’a été perdu.`,
    },
    broken: {
      title: 'Un problème est survenu de notre côté',
      body: (p) =>
        `Rien n’a été fait à moitié. Réessayez ; si cela se reproduit, indiquez ce numéro à l’exploitant : ${p.id}`,
    },
    unavailable: {
      title: 'La base de données est injoignable',
      body: 'Rien n’a été fait à moitié. Réessayez dans une minute.',
    },
    gone: { title: 'Cette page n’existe plus', body: 'Ce qui se trouvait ici a été retiré ou a expiré.' },
  },
  summary: 'Veuillez corriger les points suivants',
  fields: {
    required: 'Remplissez ce champ',
    email: 'Indiquez une adresse électronique telle que name@example.org',
    tooLong: 'C’est trop long',
    unreadable: 'Certains caractères n’ont pas pu être lus. Saisissez-les à nouveau',
    controlCharacters: 'Contient des caractères de contrôle invisibles. Saisissez à nouveau',
    choose: 'Choisissez l’une des options',
    number: 'Indiquez un nombre entier',
    date: 'Indiquez une date telle que 2022-03-22',
    invalid: 'Cela n’a pas été compris',
  },
}
