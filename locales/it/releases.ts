import type { Catalogue } from '../en.ts'

export const releases: Catalogue['releases'] = {
  title: 'Comunicati stampa',
  form: {
    kind: 'Comunicato stampa',
    addressees: 'Alle redazioni',
    immediate: 'Per diffusione immediata',
    embargoed: (p) => `Sotto embargo fino a ${p.until}`,
    uponSignature: 'Sotto embargo fino alla firma di tutte le parti',
    outline: 'L’evento in sintesi',
    when: 'Quando',
    where: 'Dove',
    attendees: 'Partecipanti',
    counterpart: 'Partner',
    own: 'Organizzatore',
    aboutAlliance: (p) => `Informazioni su ${p.name}`,
    aboutOrganisation: (p) => `Informazioni su ${p.name}`,
    programme: (p) => `del programma ${p.programme} (${p.of})`,
    plainProgramme: (p) => `del programma ${p.programme}`,
    takingPart: (p) =>
      p.count === 1 ? `Vi partecipa un cluster: ${p.members}.` : `I ${p.word} cluster partecipanti sono ${p.members}.`,
    takingPartThrough: (p) =>
      p.count === 1
        ? `Nell’ambito ${p.programme} vi partecipa un cluster: ${p.members}.`
        : `Nell’ambito ${p.programme} vi partecipano ${p.word} cluster: ${p.members}.`,
    countWords: [
      'nessun',
      'un',
      'due',
      'tre',
      'quattro',
      'cinque',
      'sei',
      'sette',
      'otto',
      'nove',
      'dieci',
      'undici',
      'dodici',
    ],
    standsFor: (p) => `${p.short} è l’abbreviazione di «${p.long}».`,
    qualified: {
      exactly: (p) => `${p.value} ${p.counted}`,
      about: (p) => `circa ${p.value} ${p.counted}`,
      'more-than': (p) => `oltre ${p.value} ${p.counted}`,
    },
    figures: (p) => `In cifre: ${p.figures}.`,
    coverage: 'Informazioni per la stampa',
    apply:
      'I giornalisti che desiderano partecipare sono invitati a scrivere per e-mail al contatto stampa indicato di seguito.',
    deadline: (p) => `Termine: ${p.until}.`,
    applyOnPage: (p) =>
      `I giornalisti che desiderano partecipare sono invitati a iscriversi in questa pagina: ${p.page}`,
    applyUntil: (p) => `Termine: ${p.until}.`,
    contact: 'Contatto stampa',
    telephone: (p) => `Telefono: ${p.number}`,
    address: (p) => `E-mail: ${p.address}`,
    closing: 'Fine del comunicato',
    notes: 'Note per le redazioni',
    countedApart: 'Le cifre relative ai cluster contano cose diverse e non possono essere sommate:',
    nativeNames: (p) => `Nomi in giapponese: ${p.names}.`,
    mark: 'DIMOSTRAZIONE',
    page: (p) => `${p.page} di ${p.pages}`,
  },
  slips: {
    title: 'Sviste della fonte',
    intro:
      'L’annuncio da cui sono tratti questi dati contiene le sviste seguenti. Il comunicato non le ripete; La preghiamo di segnalarle a chi ha scritto l’annuncio.',
    caption: 'Che cosa dice la fonte e che cosa scrive il comunicato',
    columns: { source: 'Nella fonte', written: 'Nel comunicato', note: 'Perché' },
    open: 'Non corretto, da verificare. Proposta:',
    additions: 'Aggiunto dal modulo',
    addition: {
      year: 'L’anno del termine, che è sempre scritto per esteso.',
      zone: 'Il fuso di ogni orario, poiché i lettori vivono in più di uno.',
    },
    none: 'Per questo comunicato non sono registrate sviste.',
  },
}
