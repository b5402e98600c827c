import type { Catalogue } from '../en.ts'

export const consents: Catalogue['consents'] = {
  title: (p) => `Einwilligungen für Ansprechpersonen: ${p.member}`,
  short: 'Einwilligungen für andere Länder',
  lede: 'Zwischen dem Europäischen Wirtschaftsraum und Japan decken die Angemessenheitsbeschlüsse Kontaktdaten ab, und innerhalb eines Landes ist nichts nötig. Für jedes andere Land müssen die Personen selbst einwilligen. Ohne das zeigt Musubi sie dort niemandem.',
  none: {
    title: 'Keine Einwilligung vermerkt',
    body: 'Partner in Japan und im Europäischen Wirtschaftsraum brauchen keine.',
  },
  country: 'Land',
  countryHint: 'Als Name oder mit zwei Buchstaben',
  given: 'Eingewilligt am',
  state: 'Stand',
  stands: 'gilt',
  withdrawnOn: (p) => `widerrufen am ${p.day}`,
  withdraw: 'Widerrufen',
  withdrawFor: (p) => `Für ${p.country} widerrufen`,
  add: 'Einwilligung vermerken',
  how: 'Wie eingewilligt wurde',
  howHint: 'Etwa: unterschriebene Formulare vom 3. Mai 2026, in der Geschäftsstelle',
  agreed: 'Alle Ansprechpersonen dieses Mitglieds wissen davon und haben eingewilligt',
  record: 'Einwilligung vermerken',
  toProfile: 'Zum Profil',
  unknownCountry: 'Ein Land dieses Namens ist nicht bekannt.',
  notices: {
    recorded: 'Die Einwilligung ist vermerkt.',
    withdrawn: 'Widerrufen: Ab jetzt sieht dort niemand mehr die Ansprechpersonen.',
  },
  refusals: {
    'not-yours': 'Nur das Mitglied selbst und die Koordinatoren seiner Cluster führen dieses Profil.',
    'no-consent-needed': 'In dieses Land dürfen Kontaktdaten auf anderer Grundlage; eine Einwilligung ist nicht nötig.',
    'no-such-consent': 'Diese Einwilligung gibt es nicht, oder sie wurde schon widerrufen.',
  },
}
