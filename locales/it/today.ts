import { plural } from '../../app/platform/i18n/plural.ts'
import type { Catalogue } from '../en.ts'

export const today: Catalogue['today'] = {
  title: 'Oggi',
  greeting: (p) => `${p.name}, ${p.date}`,
  rooms: { register: 'Registro degli accordi', contacts: 'Registro dei contatti', report: 'Indicatori' },
  yours: 'Da fare da parte Sua',
  others: 'Da fare da parte di altri',
  soon: 'In scadenza',
  happened: 'Che cosa è successo di recente',
  tasks: {
    sign: (p) => `Firmare «${p.title}»`,
    signLater: (p) => `«${p.title}»: Lei firma dopo chi La precede nell’ordine`,
    approve: (p) => `Approvare il testo di «${p.title}» per ${p.organisation}`,
    answer: (p) => `Rispondere alla proposta di ${p.organisation} sulla clausola ${p.clause} di «${p.title}»`,
    translate: (p) =>
      plural('it', p.count, {
        one: `# clausola di «${p.title}» non è aggiornata (${p.language})`,
        other: `# clausole di «${p.title}» non sono aggiornate (${p.language})`,
      }),
    name: (p) => `Indicare chi firma «${p.title}» per ${p.organisation}`,
  },
  waiting: {
    approvals: (p) => `«${p.title}» attende l’approvazione di: ${p.names}`,
    signatures: (p) => `«${p.title}» attende la firma di: ${p.names}`,
    answers: (p) => `La proposta sulla clausola ${p.clause} di «${p.title}» attende: ${p.names}`,
  },
  ends: (p) => `«${p.title}» è in vigore fino al ${p.date}`,
  daysLeft: (p) => plural('it', p.count, { one: 'ancora # giorno', other: 'ancora # giorni' }),
  overdue: 'In ritardo',
  until: (p) => `entro ${p.time}`,
  moreTitle: 'E nelle sezioni',
  more: {
    undertakings: (p) =>
      plural('it', p.count, { one: 'Un altro impegno è in scadenza.', other: 'Altri # impegni sono in scadenza.' }),
    referrals: (p) =>
      plural('it', p.count, {
        one: 'Un’altra presentazione attende una risposta.',
        other: 'Altre # presentazioni attendono una risposta.',
      }),
    contacts: (p) =>
      plural('it', p.count, {
        one: 'Un altro passo è da compiere nel registro dei contatti.',
        other: 'Altri # passi sono da compiere nel registro dei contatti.',
      }),
    needs: (p) =>
      plural('it', p.count, {
        one: 'Un’altra richiesta o offerta attende.',
        other: 'Altre # richieste e offerte attendono.',
      }),
    duplicates: (p) =>
      plural('it', p.count, {
        one: 'Un altro elenco ha coppie dubbie.',
        other: 'Altri # elenchi hanno coppie dubbie.',
      }),
    profiles: (p) =>
      plural('it', p.count, {
        one: 'Un altro membro non ha risposto sul suo profilo.',
        other: 'Altri # membri non hanno risposto sul loro profilo.',
      }),
    mailIn: (p) =>
      plural('it', p.count, {
        one: 'In un altro ufficio attendono messaggi.',
        other: 'In altri # uffici attendono messaggi.',
      }),
    certificates: (p) =>
      plural('it', p.count, {
        one: 'Un altro certificato scade presto.',
        other: 'Altri # certificati scadono presto.',
      }),
    followUps: (p) =>
      plural('it', p.count, {
        one: 'Un’altra domanda su una presentazione è senza risposta.',
        other: 'Altre # domande su presentazioni sono senza risposta.',
      }),
  },
  nothingForYou: {
    title: 'Nulla La attende',
    body: 'Ciò che Lei deve approvare, tradurre o firmare, e le proposte a cui rispondere, comparirà qui.',
    action: 'Vedere tutti gli accordi',
  },
  nothingElsewhere: 'Nulla è in attesa presso altri.',
  nothingHappened: 'Quando accade qualcosa a un Suo accordo, comparirà qui.',
  by: (p) => p.organisation,
  bySystem: 'Musubi',
  verbs: {
    'agreement.drafted': (p) => `«${p.title}» è stato redatto`,
    'clause.revised': (p) => `Una clausola di «${p.title}» è stata riscritta`,
    'change.proposed': (p) => `È stata proposta una modifica a «${p.title}»`,
    'change.accepted': (p) => `Una modifica a «${p.title}» è stata accettata`,
    'change.declined': (p) => `Una modifica a «${p.title}» è stata respinta`,
    'change.withdrawn': (p) => `Una proposta su «${p.title}» è stata ritirata`,
    'signatory.named': (p) => `È stato indicato un firmatario di «${p.title}»`,
    'signatory.invited-again': (p) => `Un firmatario di «${p.title}» è stato invitato di nuovo`,
    'text.approved': (p) => `Il testo di «${p.title}» è stato approvato`,
    'approval.withdrawn': (p) => `Un’approvazione di «${p.title}» è stata ritirata`,
    'document.prepared': (p) => `Il documento di «${p.title}» è stato preparato per la firma`,
    'document.refused': (p) => `Non è stato possibile preparare il documento di «${p.title}»`,
    'consent.given': (p) => `Un firmatario ha acconsentito a «${p.title}»`,
    'consent.withdrawn': (p) => `Un consenso a «${p.title}» è stato ritirato`,
    'signature.made': (p) => `«${p.title}» ha ricevuto una firma`,
    'agreement.entered-into-force': (p) => `«${p.title}» è entrato in vigore`,
    'document.archived': (p) => `Il documento di «${p.title}» è stato archiviato`,
    'agreement.published': (p) => `«${p.title}» è stato reso pubblico`,
    'agreement.unpublished': (p) => `La pagina pubblica di «${p.title}» è stata ritirata`,
  },
}
