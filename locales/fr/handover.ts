import { plural } from '../../app/platform/i18n/plural.ts'
import type { Catalogue } from '../en.ts'

export const handover: Catalogue['handover'] = {
  title: 'Passation',
  lede: 'Ce qui est en cours, les échéances, les accords en vigueur, les interlocuteurs et ce qui a été dit en dernier : tout ce dont on a besoin le premier jour.',
  of: (p) => `Responsabilités de ${p.name} – ${p.organisation}`,
  colleagues: 'Autres responsables',
  noPlace:
    'Vous n’administrez ni ne coordonnez aucune organisation. Les responsabilités de celles et ceux qui le font figurent ici.',
  open: 'En cours',
  nothingOpen: 'Rien n’est en cours.',
  agreements: 'Accords',
  noAgreements: 'L’organisation n’est partie à aucun accord en cours.',
  noTerm: 'pas en vigueur, ou durée inconnue',
  known: 'Interlocuteurs et derniers échanges',
  nobodyKnown: 'Le journal des contacts est vide.',
  toResponsibilities: 'Responsabilités, journal des contacts et passation',
  toLog: 'Vers le journal des contacts',
  before: 'Passations précédentes',
  neverBefore: 'Aucune passation n’a encore eu lieu ici.',
  columns: {
    what: 'Objet',
    agreement: 'Accord',
    until: 'En vigueur jusqu’au',
    who: 'Interlocuteur',
    last: 'Dernier contact',
    said: 'Ce qui a été convenu',
  },
  passOn: {
    title: 'Transmettre',
    explanation:
      'Tout ce qui précède et qui est au nom de cette personne passe en une seule fois à un collègue : tout ou rien. Le collègue en est informé par courriel.',
    to: 'À qui',
    note: 'Ce que le successeur doit savoir',
    optional: 'facultatif',
    noteHint: 'Qui décide de l’autre côté, ce qui est délicat, ce qui est attendu ensuite.',
    endsRoles: 'Cette personne part : mettre fin à ses rôles ici',
    endsRolesHint: 'Elle ne pourra plus agir pour cette organisation.',
    action: 'Tout transmettre',
  },
  past: (p) =>
    plural('fr', p.count, {
      one: `${p.date} : de ${p.from} à ${p.to}, # élément`,
      other: `${p.date} : de ${p.from} à ${p.to}, # éléments`,
    }),
  done: 'Passation faite. Le successeur a été informé par courriel.',
  refusals: {
    'not-yours':
      'Vous pouvez transmettre vos propres responsabilités ; celles des autres sont transmises par un responsable.',
    'same-person': 'Choisissez une autre personne que celle qui transmet.',
    'not-a-colleague':
      'Choisissez une personne qui administre ou coordonne cette organisation. Les autres doivent d’abord être invitées.',
    'last-manager':
      'C’est le dernier responsable de cette organisation. Nommez d’abord quelqu’un d’autre, puis le rôle pourra prendre fin.',
  },
  mail: {
    subject: (p) => `${p.from} vous transmet ses responsabilités – ${p.organisation}`,
    greeting: (p) => `Bonjour ${p.name},`,
    body: (p) =>
      plural('fr', p.count, {
        one: `${p.from} vous a transmis ses responsabilités (${p.organisation}). # responsabilité est désormais la vôtre.`,
        other: `${p.from} vous a transmis ses responsabilités (${p.organisation}). # responsabilités sont désormais les vôtres.`,
      }),
    note: 'Votre prédécesseur écrit :',
    action: 'Voir ce dont vous répondez désormais',
    footer: 'Vous recevez ce courriel parce que vous agissez pour cette organisation.',
  },
}
