import { plural } from '../../app/platform/i18n/plural.ts'
import type { Catalogue } from '../en.ts'

export const today: Catalogue['today'] = {
  title: 'Aujourd’hui',
  greeting: (p) => `${p.name}, ${p.date}`,
  rooms: { register: 'Registre des accords', contacts: 'Journal des contacts', report: 'Indicateurs' },
  yours: 'À faire par vous',
  others: 'À faire par les autres',
  soon: 'Fin prochaine',
  happened: 'Derniers événements',
  tasks: {
    sign: (p) => `Signer « ${p.title} »`,
    signLater: (p) => `« ${p.title} » : vous signerez après les signataires qui vous précèdent`,
    approve: (p) => `Approuver le texte de « ${p.title} » pour ${p.organisation}`,
    answer: (p) => `Répondre à la proposition de ${p.organisation} sur la clause ${p.clause} de « ${p.title} »`,
    translate: (p) =>
      plural('fr', p.count, {
        one: `# clause de « ${p.title} » n’est pas à jour (${p.language})`,
        other: `# clauses de « ${p.title} » ne sont pas à jour (${p.language})`,
      }),
    name: (p) => `Désigner qui signe « ${p.title} » pour ${p.organisation}`,
  },
  waiting: {
    approvals: (p) => `« ${p.title} » attend l’approbation de : ${p.names}`,
    signatures: (p) => `« ${p.title} » attend la signature de : ${p.names}`,
    answers: (p) => `La proposition sur la clause ${p.clause} de « ${p.title} » attend : ${p.names}`,
  },
  ends: (p) => `« ${p.title} » est en vigueur jusqu’au ${p.date}`,
  daysLeft: (p) => plural('fr', p.count, { one: 'encore # jour', other: 'encore # jours' }),
  overdue: 'En retard',
  until: (p) => `jusqu’au ${p.time}`,
  moreTitle: 'Et dans les rubriques',
  more: {
    undertakings: (p) =>
      plural('fr', p.count, {
        one: 'Un autre engagement arrive à échéance.',
        other: '# autres engagements arrivent à échéance.',
      }),
    referrals: (p) =>
      plural('fr', p.count, {
        one: 'Une autre mise en relation attend une réponse.',
        other: '# autres mises en relation attendent une réponse.',
      }),
    contacts: (p) =>
      plural('fr', p.count, {
        one: 'Une autre étape est à faire dans le journal des contacts.',
        other: '# autres étapes sont à faire dans le journal des contacts.',
      }),
    needs: (p) =>
      plural('fr', p.count, {
        one: 'Un autre besoin ou une autre offre attend.',
        other: '# autres besoins et offres attendent.',
      }),
    duplicates: (p) =>
      plural('fr', p.count, {
        one: 'Une autre liste a des paires douteuses.',
        other: '# autres listes ont des paires douteuses.',
      }),
    profiles: (p) =>
      plural('fr', p.count, {
        one: 'Un autre membre n’a pas répondu au sujet de son profil.',
        other: '# autres membres n’ont pas répondu au sujet de leur profil.',
      }),
    mailIn: (p) =>
      plural('fr', p.count, {
        one: 'Des messages attendent dans un autre bureau.',
        other: 'Des messages attendent dans # autres bureaux.',
      }),
    certificates: (p) =>
      plural('fr', p.count, {
        one: 'Un autre certificat prend bientôt fin.',
        other: '# autres certificats prennent bientôt fin.',
      }),
    followUps: (p) =>
      plural('fr', p.count, {
        one: 'Une autre question sur une mise en relation est restée sans réponse.',
        other: '# autres questions sur des mises en relation sont restées sans réponse.',
      }),
  },
  nothingForYou: {
    title: 'Rien ne vous attend',
    body: 'Ce que vous avez à approuver, à traduire ou à signer, et les propositions à traiter, figureront ici.',
    action: 'Voir tous les accords',
  },
  nothingElsewhere: 'Rien n’est en attente chez les autres.',
  nothingHappened: 'Ce qui arrive à l’un de vos accords figurera ici.',
  by: (p) => p.organisation,
  bySystem: 'Musubi',
  verbs: {
    'agreement.drafted': (p) => `« ${p.title} » a été rédigé`,
    'clause.revised': (p) => `Une clause de « ${p.title} » a été réécrite`,
    'change.proposed': (p) => `Une modification de « ${p.title} » a été proposée`,
    'change.accepted': (p) => `Une modification de « ${p.title} » a été acceptée`,
    'change.declined': (p) => `Une modification de « ${p.title} » a été refusée`,
    'change.withdrawn': (p) => `Une proposition sur « ${p.title} » a été retirée`,
    'signatory.named': (p) => `Un signataire de « ${p.title} » a été désigné`,
    'signatory.invited-again': (p) => `Un signataire de « ${p.title} » a été invité de nouveau`,
    'text.approved': (p) => `Le texte de « ${p.title} » a été approuvé`,
    'approval.withdrawn': (p) => `Une approbation de « ${p.title} » a été retirée`,
    'document.prepared': (p) => `Le document de « ${p.title} » a été établi pour la signature`,
    'document.refused': (p) => `Le document de « ${p.title} » n’a pas pu être établi`,
    'consent.given': (p) => `Un signataire a consenti à « ${p.title} »`,
    'consent.withdrawn': (p) => `Un consentement à « ${p.title} » a été retiré`,
    'signature.made': (p) => `« ${p.title} » a reçu une signature`,
    'agreement.entered-into-force': (p) => `« ${p.title} » est entré en vigueur`,
    'document.archived': (p) => `Le document de « ${p.title} » a été archivé`,
    'agreement.published': (p) => `« ${p.title} » a été rendu public`,
    'agreement.unpublished': (p) => `La page publique de « ${p.title} » a été retirée`,
  },
}
