import { plural } from '../../app/platform/i18n/plural.ts'
import type { Catalogue } from '../en.ts'

export const review: Catalogue['review'] = {
  short: 'Bilan annuel',
  title: (p) => `Année ${p.year} de l’accord`,
  years: 'Années de l’accord',
  inShort: 'En bref',
  definition:
    'Chaque chiffre est le nombre des lignes ci-dessous ; aucun n’est saisi. Les résultats que l’autre partie met en doute ne comptent pas.',
  thisYear: 'Cette année',
  yearBefore: 'L’année précédente',
  figures: {
    kept: 'Engagements tenus',
    missed: 'Engagements manqués',
    asked: 'Mises en relation et soutiens demandés',
    introduced: 'Mises en relation réalisées',
    met: 'Rencontres d’entreprises',
    outcomes: 'Résultats',
    events: 'Événements communs',
  },
  contacts: 'Contacts notés',
  what: 'Quoi',
  due: 'Échéance',
  state: 'Où cela en est',
  kind: 'Nature',
  way: 'De → vers',
  day: 'Date',
  closed: 'L’objet d’une demande n’est montré qu’aux deux bureaux qui la traitent ; aux autres, son numéro.',
  met: 'Rencontre',
  results: 'Rencontres et résultats',
  events: 'Événements communs',
  none: 'Rien de tel cette année.',
  decide: {
    title: 'À décider par les instances',
    ends: (p) => `L’accord court jusqu’au ${p.date}. Le renouveler, le modifier ou le laisser s’achever.`,
    over: (p) => `Il a été dénoncé : l’accord prend fin le ${p.date}.`,
    notice: (p) => `Une partie qui souhaite qu’il s’achève là le dénonce au plus tard le ${p.date}.`,
    owed: (p) =>
      plural('fr', p.count, {
        one: `# engagement de cette année reste ouvert ou a été manqué.`,
        other: `# engagements de cette année restent ouverts ou ont été manqués.`,
      }),
  },
}
