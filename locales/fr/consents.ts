import type { Catalogue } from '../en.ts'

export const consents: Catalogue['consents'] = {
  title: (p) => `Consentements pour les interlocuteurs : ${p.member}`,
  short: 'Consentements pour d’autres pays',
  lede: 'Entre l’Espace économique européen et le Japon, les décisions d’adéquation couvrent les coordonnées, et rien n’est requis au sein d’un même pays. Pour tout autre pays, les personnes elles-mêmes doivent consentir. Sans cela, Musubi ne les montre à personne là-bas.',
  none: {
    title: 'Aucun consentement n’est enregistré',
    body: 'Les partenaires au Japon et dans l’Espace économique européen n’en ont pas besoin.',
  },
  country: 'Pays',
  countryHint: 'Par son nom ou ses deux lettres',
  given: 'Consenti le',
  state: 'État',
  stands: 'en vigueur',
  withdrawnOn: (p) => `retiré le ${p.day}`,
  withdraw: 'Retirer',
  withdrawFor: (p) => `Retirer pour : ${p.country}`,
  add: 'Enregistrer un consentement',
  how: 'Comment ils ont consenti',
  howHint: 'Par exemple : formulaires signés du 3 mai 2026, conservés au bureau',
  agreed: 'Tous les interlocuteurs de ce membre en sont informés et ont consenti',
  record: 'Enregistrer le consentement',
  toProfile: 'Vers le profil',
  unknownCountry: 'Aucun pays de ce nom n’est connu.',
  notices: {
    recorded: 'Le consentement est enregistré.',
    withdrawn: 'Retiré : plus personne là-bas ne voit les interlocuteurs.',
  },
  refusals: {
    'not-yours': 'Seuls le membre lui-même et les coordinateurs de ses pôles tiennent ce profil.',
    'no-consent-needed':
      'Les coordonnées peuvent aller dans ce pays à un autre titre ; aucun consentement n’est requis.',
    'no-such-consent': 'Ce consentement n’existe pas ou a déjà été retiré.',
  },
}
