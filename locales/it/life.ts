import { plural } from '../../app/platform/i18n/plural.ts'
import type { Catalogue } from '../en.ts'

export const life: Catalogue['life'] = {
  title: 'Dopo la firma',
  until: (p) => `fino al ${p.date}`,
  toAgreement: 'All’accordo',
  notYet: {
    title: 'Non ancora in vigore',
    body: 'Con l’ultima firma, qui figurerà che cosa le parti si devono e si aprono a vicenda.',
  },
  news: {
    suspended: (p) => `${p.party} ha sospeso l’accordo il ${p.date}.`,
    noticed: (p) => `${p.party} ha dato disdetta: l’accordo cessa il ${p.date}.`,
    renewedBy: (p) => `Il prossimo accordo è in preparazione: ${p.reference}`,
    renews: (p) => `Deve rinnovare l’accordo ${p.reference}`,
  },
  grants: {
    title: 'Che cosa è aperto',
    open: 'Queste porte sono aperte. Si chiudono da sé alla scadenza, alla sospensione o alla risoluzione dell’accordo.',
    closed: 'L’accordo non è in vigore: tutte queste porte sono chiuse.',
    what: 'Che cosa',
    change: (p) => `Modificare ciò che ${p.party} apre`,
    action: 'Salvare',
    audiences: { closed: 'chiuso', coordinators: 'ai coordinatori', members: 'ai coordinatori e ai membri' },
    opens: {
      about: 'Presentazione del membro',
      products: 'Prodotti',
      certificates: 'Certificati',
      markets: 'Mercati e lingue',
      facilities: 'Strutture da condividere',
      contacts: 'Persone di contatto',
      referrals: 'Presentazioni',
      events: 'Eventi',
    },
  },
  ending: {
    title: 'Come prosegue',
    reminders: 'Le parti ricevono un promemoria per e-mail 180, 90 e 30 giorni prima della fine.',
    party: 'Per quale parte',
    reason: 'Motivo',
    lift: 'Revocare la sospensione',
    retract: 'Ritirare la disdetta',
    renew: {
      title: 'Preparare il rinnovo',
      body: 'Una nuova bozza con le stesse parti, lingue e clausole, da modificare secondo l’esperienza. Il presente accordo resta com’è.',
      action: 'Preparare la bozza',
    },
    suspend: {
      title: 'Sospendere',
      body: 'Tutte le porte si chiudono subito; la durata continua a decorrere. Può revocare la sospensione in ogni momento. Tutte le parti vengono avvisate.',
      action: 'Sospendere',
    },
    terminate: {
      title: 'Dare disdetta',
      body: (p) =>
        `Una disdetta data oggi ha effetto il ${p.date}; allora tutte le porte si chiudono definitivamente. Fino ad allora può essere ritirata. Tutte le parti vengono avvisate.`,
      action: 'Dare disdetta',
    },
  },
  notices: {
    opened: 'Ciò che apre è stato modificato.',
    suspended: 'L’accordo è sospeso. Tutte le porte sono chiuse.',
    lifted: 'La sospensione è stata revocata.',
    noticed: 'La disdetta è stata data. Tutte le parti vengono avvisate.',
    retracted: 'La disdetta è stata ritirata.',
  },
  refusals: {
    'not-yours': 'Può farlo solo un responsabile della parte interessata.',
    'not-in-force': 'L’accordo non è in vigore.',
    'suspended-already': 'L’accordo è già sospeso.',
    'not-suspended': 'L’accordo non è sospeso.',
    'noticed-already': 'La disdetta è già stata data.',
    'ends-sooner': 'L’accordo cessa prima che la disdetta abbia effetto.',
    'no-notice': 'Non è stata data alcuna disdetta.',
    'in-effect': 'La disdetta ha avuto effetto e non può essere ritirata.',
    'renewed-already': 'Il rinnovo è già in preparazione.',
  },
  mails: {
    greeting: (p) => `Gentile ${p.name},`,
    action: 'Aprire l’accordo',
    footer: (p) => `Lei è responsabile o coordinatore di una parte dell’accordo ${p.reference}.`,
    reason: 'Motivo indicato:',
    suspended: {
      subject: (p) => `Sospeso: ${p.title}`,
      body: (p) =>
        `${p.party} ha sospeso l’accordo «${p.title}». Ciò che apriva è chiuso fino alla revoca della sospensione.`,
    },
    lifted: {
      subject: (p) => `Ripreso: ${p.title}`,
      body: (p) => `${p.party} ha revocato la sospensione dell’accordo «${p.title}». Ciò che apre è di nuovo aperto.`,
    },
    noticed: {
      subject: (p) => `Disdetta: ${p.title}`,
      body: (p) => `${p.party} ha dato disdetta dell’accordo «${p.title}». La pagina indica da quando cessa.`,
    },
    retracted: {
      subject: (p) => `Disdetta ritirata: ${p.title}`,
      body: (p) => `${p.party} ha ritirato la disdetta dell’accordo «${p.title}».`,
    },
    ending: {
      subject: (p) =>
        plural('it', p.days, { one: `Manca un giorno: ${p.title}`, other: `Mancano # giorni: ${p.title}` }),
      body: (p) =>
        plural('it', p.days, {
          one: `L’accordo «${p.title}» cessa tra un giorno. La sua pagina mostra che cosa si è ottenuto e prepara il rinnovo.`,
          other: `L’accordo «${p.title}» cessa tra # giorni. La sua pagina mostra che cosa si è ottenuto e prepara il rinnovo.`,
        }),
    },
  },
}
