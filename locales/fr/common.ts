import type { Catalogue } from '../en.ts'

export const common: Catalogue['common'] = {
  product: 'Musubi',
  tagline: 'Du protocole d’accord signé à l’alliance vivante',
  skipToContent: 'Aller au contenu',
  language: 'Langue',
  menu: 'Menu',
  nav: {
    label: 'Navigation principale',
    today: 'Aujourd’hui',
    organisations: 'Organisations',
    agreements: 'Accords',
    directory: 'Annuaire',
    exchange: 'Échanges',
    events: 'Événements',
    releases: 'Presse',
    verify: 'Vérifier',
    about: 'À propos',
  },
  account: { signIn: 'Se connecter', signOut: 'Se déconnecter', signedInAs: (p) => `Session : ${p.name}` },
  demonstration: 'DÉMONSTRATION',
  demonstrationBanner:
    'Ceci est une démonstration. Les personnes qui agissent ici sont fictives, et rien de ce qui est signé ici n’engage qui que ce soit.',
  embeddedBanner:
    'Musubi fonctionne sur sa base de données embarquée : parfaite pour un essai ou un petit bureau. Pour signer réellement, utilisez PostgreSQL.',
  actions: {
    save: 'Enregistrer',
    cancel: 'Annuler',
    back: 'Retour',
    continue: 'Continuer',
    edit: 'Modifier',
    remove: 'Retirer',
    close: 'Fermer',
    search: 'Rechercher',
  },
  footer: {
    licence: 'Logiciel libre sous licence EUPL 1.2',
    api: 'API',
    styleguide: 'Guide de style',
    status: 'État du service',
  },
}
