import type { Catalogue } from '../en.ts'

export const api: Catalogue['api'] = {
  title: 'API',
  lede: 'Tout ce que permettent les écrans peut être fait par des programmes, par les mêmes actes et selon les mêmes règles.',
  tokens:
    'Un jeton se crée sur la page du compte, pour des droits et une durée choisis. Il est envoyé comme jeton Bearer ; les cookies n’ouvrent rien ici. Ce qui est public ne demande pas de jeton.',
  errors:
    'Un refus prend la forme problem+json (RFC 9457) : `code` est stable et destiné aux programmes, `title` est une phrase dans la langue demandée. Les listes se lisent page par page : le `next` d’une page est le `before` de la suivante.',
  retries:
    'Une requête peut être répétée : ce qui est déjà fait est refusé avec son propre code, et rien n’est fait deux fois. Les quelques exceptions (commencer un accord, ajouter ou déplacer une clause, proposer) le disent.',
  inEnglish: 'Les descriptions des opérations sont en anglais.',
  document: 'Document OpenAPI 3.1 (JSON)',
  needs: 'Exige',
  public: 'aucun jeton',
  anyToken: 'un jeton quelconque',
  parameters: 'Paramètres',
  body: 'Corps',
  answer: 'Réponse',
  refusals: 'Refus',
  code: 'Code',
  status: 'Statut',
  meaning: 'Signification',
  bodySchema: 'Schéma du corps',
  answerSchema: 'Schéma de la réponse',
  always: 'Les réponses communes à toutes les opérations figurent dans le document OpenAPI.',
  operations: 'Opérations',
}
