import { plural } from '../../app/platform/i18n/plural.ts'
import type { Catalogue } from '../en.ts'

export const handover: Catalogue['handover'] = {
  title: 'Passaggio di consegne',
  lede: 'Che cosa è aperto, quando scade, quali accordi sono in corso, chi si conosce e che cosa si è detto per ultimo: tutto ciò che serve il primo giorno.',
  of: (p) => `Responsabilità di ${p.name} presso ${p.organisation}`,
  colleagues: 'Altri responsabili',
  noPlace: 'Lei non gestisce né coordina alcuna organizzazione. Chi lo fa trova qui ciò di cui risponde.',
  open: 'Aperto',
  nothingOpen: 'Niente è aperto.',
  agreements: 'Accordi',
  noAgreements: 'L’organizzazione non è parte di alcun accordo in corso.',
  noTerm: 'non in vigore o durata non nota',
  known: 'Chi si conosce e che cosa si è detto per ultimo',
  nobodyKnown: 'Il registro dei contatti è vuoto.',
  toResponsibilities: 'Responsabilità, registro dei contatti e passaggio di consegne',
  toLog: 'Al registro dei contatti',
  before: 'Passaggi precedenti',
  neverBefore: 'Qui non c’è ancora stato alcun passaggio di consegne.',
  columns: {
    what: 'Che cosa',
    agreement: 'Accordo',
    until: 'In vigore fino al',
    who: 'Chi',
    last: 'Ultimo contatto',
    said: 'Che cosa si è convenuto',
  },
  passOn: {
    title: 'Passare le consegne',
    explanation:
      'Tutto ciò che qui sopra è a nome di questa persona passa a un collega in un solo atto: tutto o niente. Il collega riceve un’e-mail.',
    to: 'A chi',
    note: 'Che cosa deve sapere chi subentra',
    optional: 'facoltativo',
    noteHint: 'Chi decide dall’altra parte, che cosa è delicato, che cosa ci si aspetta ora.',
    endsRoles: 'Questa persona lascia: terminare i suoi ruoli qui',
    endsRolesHint: 'In seguito non potrà più agire per questa organizzazione.',
    action: 'Passare tutto',
  },
  past: (p) =>
    plural('it', p.count, {
      one: `${p.date}: da ${p.from} a ${p.to}, # voce`,
      other: `${p.date}: da ${p.from} a ${p.to}, # voci`,
    }),
  done: 'Consegne passate. Chi subentra è stato avvisato per e-mail.',
  refusals: {
    'not-yours': 'Lei può passare le Sue responsabilità; quelle di altri le passa chi gestisce l’organizzazione.',
    'same-person': 'Scelga una persona diversa da chi passa le consegne.',
    'not-a-colleague': 'Scelga qualcuno che gestisce o coordina questa organizzazione. Gli altri vanno prima invitati.',
    'last-manager':
      'È l’ultima persona che gestisce questa organizzazione. Affidi prima il ruolo a qualcun altro, poi potrà terminare.',
  },
  mail: {
    subject: (p) => `${p.from} Le passa le consegne presso ${p.organisation}`,
    greeting: (p) => `Gentile ${p.name},`,
    body: (p) =>
      plural('it', p.count, {
        one: `${p.from} Le ha passato le consegne presso ${p.organisation}. # responsabilità è ora Sua.`,
        other: `${p.from} Le ha passato le consegne presso ${p.organisation}. # responsabilità sono ora Sue.`,
      }),
    note: 'Chi L’ha preceduta scrive:',
    action: 'Vedere di che cosa risponde ora',
    footer: 'Riceve questa e-mail perché agisce per questa organizzazione.',
  },
}
