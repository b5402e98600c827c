import { plural } from '../../app/platform/i18n/plural.ts'
import type { Catalogue } from '../en.ts'

export const mailIn: Catalogue['mailIn'] = {
  title: (p) => `Messages au journal : ${p.organisation}`,
  short: 'Messages au journal',
  lede: 'Envoyez, copiez ou transférez des messages à l’adresse de votre bureau. Ils attendent ici que quelqu’un en fasse une entrée du journal ou une demande ; rien n’est inscrit tout seul.',
  toLog: 'Vers le journal des contacts',
  notConfigured: 'Cette installation ne reçoit pas de messages. L’exploitant peut la configurer.',
  address: 'L’adresse de votre bureau',
  secret: 'Qui la connaît peut envoyer ici. Renouvelez-la si quelqu’un en abuse.',
  noAddress: 'Il n’y en a pas encore.',
  make: 'Créer une adresse',
  renew: 'Renouveler l’adresse',
  none: {
    title: 'Aucun message n’attend',
    body: 'Ce que vous envoyez à l’adresse apparaît ici en quelques secondes.',
  },
  noSubject: '(sans objet)',
  colleague: (p) => `envoyé par ${p.sender}, l’adresse d’un collègue d’après le message`,
  outside: (p) => `envoyé de l’extérieur par ${p.sender}, non vérifié`,
  people: (p) => `Avec : ${p.people}`,
  text: 'Texte du message',
  files: (p) => `Fichiers, qui ne sont pas conservés : ${p.files}`,
  log: 'Inscrire au journal',
  ask: 'En faire une demande',
  discard: 'Mettre de côté',
  aside: 'Mis de côté récemment',
  restore: 'Reprendre',
  due: (p) =>
    plural('fr', p.count, {
      one: `# message attend de devenir une entrée du journal`,
      other: `# messages attendent de devenir des entrées du journal`,
    }),
  notices: {
    renewed: 'L’adresse vaut dès maintenant ; ce qui va à une ancienne est refusé.',
    discarded: 'Mis de côté. Il peut être repris pendant 30 jours.',
    restored: 'Il attend à nouveau.',
  },
}
