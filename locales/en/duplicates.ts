import { plural } from '../../app/platform/i18n/plural.ts'

export const duplicates = {
  title: (p: { cluster: string }) => `Entered twice? ${p.cluster}`,
  short: 'Entered twice?',
  lede: 'Members that may stand on your list twice. Musubi says why it asks and never merges anything itself. Whatever you decide can be taken back.',
  lookedAt: (p: { day: string }) => `All lists were last compared on ${p.day}.`,
  notYet: 'The lists have not been compared yet; that happens within minutes after an import.',
  none: {
    title: 'No two entries look alike',
    body: 'New pairs are looked for after each import and once a day.',
  },
  pair: (p: { one: string; other: string }) => `${p.one} – ${p.other}`,
  what: 'Entry',
  first: 'First',
  second: 'Second',
  rows: {
    name: 'Name',
    legalForm: 'Legal form',
    country: 'Country',
    seat: 'Seat',
    website: 'Website',
    numbers: 'Numbers on lists',
    clusters: 'Clusters',
    parts: 'Profile',
  },
  merging:
    'The entry you keep takes over what only the other one says: names in other languages, parts of the profile, numbers, places on lists. The other goes, and its address leads to the one that stays.',
  keep: (p: { name: string }) => `Keep “${p.name}”, merge the other into it`,
  notTheSame: 'These are two',
  pages: 'Pairs',
  position: (p: { from: number; to: number; all: number }) => `${p.from} to ${p.to} of ${p.all}`,
  decided: 'Decided lately',
  states: {
    merged: (p: { one: string; other: string }) => `“${p.other}” was merged into “${p.one}”.`,
    'not-the-same': (p: { one: string; other: string }) => `“${p.one}” and “${p.other}” are two.`,
  },
  reopen: {
    merged: 'Undo the merge',
    'not-the-same': 'Ask again',
  },
  notices: {
    'keep-one': 'Merged. You find the way back under “Decided lately”.',
    'keep-other': 'Merged. You find the way back under “Decided lately”.',
    'not-the-same': 'Noted: you will not be asked about these two again.',
    reopen: 'Taken back. The pair is open again.',
    'reopened-in-part': 'The merge was undone. What was written on the member since has stayed.',
  },
  due: (p: { count: number; cluster: string }) =>
    plural('en', p.count, {
      one: `${p.cluster}: # pair of members may be one`,
      other: `${p.cluster}: # pairs of members may be one each`,
    }),
  reasons: {
    'same-number': 'The same number of a register',
    'same-name': 'The same name, legal form aside',
    'distinctive-name': 'The name is long enough that hardly anybody else bears it',
    'same-name-other-script': 'The same name in another script',
    'former-name': 'A former name of the other',
    'near-name': 'The names differ by a slip of the pen',
    'sounds-alike': 'The names sound alike',
    'name-within': 'One name is part of the other',
    'same-city': 'In the same town',
    'same-website': 'The same website',
    'same-mail-domain': 'Mail addresses of the same house',
    'other-branch': 'Against it: numbers, countries or branches in the names differ',
    'other-names': 'Against it: the names differ',
    'other-country': 'Against it: another country',
    'other-city': 'Against it: another town',
    'other-legal-form': 'Against it: another legal form',
    'other-website': 'Against it: another website',
  },
  refusals: {
    'no-such-pair': 'This pair is not there any more.',
    'decided-already': 'Somebody has decided on this pair meanwhile.',
    'not-decided': 'Your office has decided nothing on this pair.',
    'gone-meanwhile': 'One of the two entries is gone meanwhile.',
    'not-both-yours':
      'One of the two stands on the list of another office as well. Only who keeps both lists can merge them; ask that office, or say that these are two.',
    'in-use':
      'Accounts, agreements, needs or introductions hang on the entry that would go. Keep that one instead; if both are in use, they stay two.',
    'merged-since': 'The entry that stayed has been merged into another one since. Undo that merge first.',
  },
}
