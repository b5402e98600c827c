import { plural } from '../../app/platform/i18n/plural.ts'
import type { Catalogue } from '../en.ts'

export const life: Catalogue['life'] = {
  title: 'Après la signature',
  until: (p) => `jusqu’au ${p.date}`,
  toAgreement: 'Vers l’accord',
  notYet: {
    title: 'Pas encore en vigueur',
    body: 'Dès la dernière signature, ce que les parties se doivent et s’ouvrent mutuellement figurera ici.',
  },
  news: {
    suspended: (p) => `${p.party} a suspendu l’accord le ${p.date}.`,
    noticed: (p) => `${p.party} a dénoncé l’accord : il prend fin le ${p.date}.`,
    renewedBy: (p) => `Le prochain accord est en préparation : ${p.reference}`,
    renews: (p) => `Il doit renouveler l’accord ${p.reference}`,
  },
  grants: {
    title: 'Ce qui est ouvert',
    open: 'Ces portes sont ouvertes. Elles se ferment d’elles-mêmes à l’expiration, à la suspension ou à la résiliation de l’accord.',
    closed: 'L’accord n’est pas en vigueur : toutes ces portes sont fermées.',
    what: 'Quoi',
    change: (p) => `Modifier ce que ${p.party} ouvre`,
    action: 'Enregistrer',
    audiences: { closed: 'fermé', coordinators: 'aux coordinateurs', members: 'aux coordinateurs et aux membres' },
    opens: {
      about: 'Présentation du membre',
      products: 'Produits',
      certificates: 'Certificats',
      markets: 'Marchés et langues',
      facilities: 'Équipements à partager',
      contacts: 'Personnes de contact',
      referrals: 'Mises en relation',
      events: 'Événements',
    },
  },
  ending: {
    title: 'La suite',
    reminders: 'Les parties reçoivent un rappel par courriel 180, 90 et 30 jours avant la fin.',
    party: 'Pour quelle partie',
    reason: 'Motif',
    lift: 'Lever la suspension',
    retract: 'Retirer la dénonciation',
    renew: {
      title: 'Préparer le renouvellement',
      body: 'Un nouveau projet avec les mêmes parties, langues et clauses, à modifier selon l’expérience acquise. Le présent accord reste inchangé.',
      action: 'Préparer le projet',
    },
    suspend: {
      title: 'Suspendre',
      body: 'Toutes les portes se ferment aussitôt ; la durée continue de courir. Vous pouvez lever la suspension à tout moment. Toutes les parties sont prévenues.',
      action: 'Suspendre',
    },
    terminate: {
      title: 'Dénoncer',
      body: (p) =>
        `Une dénonciation faite aujourd’hui prend effet le ${p.date} ; toutes les portes se ferment alors définitivement. Elle peut être retirée jusque-là. Toutes les parties sont prévenues.`,
      action: 'Dénoncer l’accord',
    },
  },
  notices: {
    opened: 'Ce que vous ouvrez a été modifié.',
    suspended: 'L’accord est suspendu. Toutes les portes sont fermées.',
    lifted: 'La suspension a été levée.',
    noticed: 'L’accord a été dénoncé. Toutes les parties sont prévenues.',
    retracted: 'La dénonciation a été retirée.',
  },
  refusals: {
    'not-yours': 'Seul un responsable de la partie concernée peut le faire.',
    'not-in-force': 'L’accord n’est pas en vigueur.',
    'suspended-already': 'L’accord est déjà suspendu.',
    'not-suspended': 'L’accord n’est pas suspendu.',
    'noticed-already': 'L’accord a déjà été dénoncé.',
    'ends-sooner': 'L’accord prend fin avant que la dénonciation ne prenne effet.',
    'no-notice': 'L’accord n’a pas été dénoncé.',
    'in-effect': 'La dénonciation a pris effet et ne peut plus être retirée.',
    'renewed-already': 'Le renouvellement est déjà en préparation.',
  },
  mails: {
    greeting: (p) => `Bonjour ${p.name},`,
    action: 'Ouvrir l’accord',
    footer: (p) => `Vous êtes responsable ou coordinateur d’une partie à l’accord ${p.reference}.`,
    reason: 'Motif indiqué :',
    suspended: {
      subject: (p) => `Suspendu : ${p.title}`,
      body: (p) =>
        `${p.party} a suspendu l’accord « ${p.title} ». Ce qu’il ouvrait est fermé jusqu’à la levée de la suspension.`,
    },
    lifted: {
      subject: (p) => `Repris : ${p.title}`,
      body: (p) => `${p.party} a levé la suspension de l’accord « ${p.title} ». Ce qu’il ouvre est de nouveau ouvert.`,
    },
    noticed: {
      subject: (p) => `Dénoncé : ${p.title}`,
      body: (p) => `${p.party} a dénoncé l’accord « ${p.title} ». La page indique à partir de quand il prend fin.`,
    },
    retracted: {
      subject: (p) => `Dénonciation retirée : ${p.title}`,
      body: (p) => `${p.party} a retiré sa dénonciation de l’accord « ${p.title} ».`,
    },
    ending: {
      subject: (p) =>
        plural('fr', p.days, { one: `Plus que # jour : ${p.title}`, other: `Plus que # jours : ${p.title}` }),
      body: (p) =>
        plural('fr', p.days, {
          one: `L’accord « ${p.title} » prend fin dans # jour. Sa page montre ce qui a été accompli et prépare son renouvellement.`,
          other: `L’accord « ${p.title} » prend fin dans # jours. Sa page montre ce qui a été accompli et prépare son renouvellement.`,
        }),
    },
  },
}
