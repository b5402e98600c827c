import type { Catalogue } from '../en.ts'

export const replay: Catalogue['replay'] = {
  title: 'Rivivere il pomeriggio',
  lede: 'La cerimonia di firma del 22 marzo 2022 come sarebbe potuta andare: persone dimostrative seguono gli stessi passi di una vera.',
  what: 'Che cosa vedrà',
  points: [
    'Cinque firmatari firmano uno dopo l’altro; con l’ultima firma il cordone si annoda.',
    'Undici giornalisti dimostrativi in quattro fusi orari sono stati ammessi; un dodicesimo ha fatto domanda un secondo troppo tardi.',
    'Le domande attendono la fine della cerimonia; il comunicato esce alla fine dell’embargo.',
  ],
  speed: 'Velocità',
  speeds: (p: { speed: number; minutes: string }) => `${p.speed} volte: circa ${p.minutes}`,
  start: 'Avvia la replica',
  running: 'È in corso una replica.',
  follow: 'Seguila',
  note: 'Le firme sono apposte adesso, con i certificati della dimostrazione, e lo dicono; solo l’orologio della cerimonia è quello del pomeriggio.',
  views: 'Da aprire una accanto all’altra',
  viewer: 'La pagina per tutti',
  stage: 'Il palco, per uno schermo condiviso',
  cues: 'La scaletta dell’operatore',
  ended: 'La replica è finita. Tutto ciò che ha prodotto è ancora disponibile.',
  again: 'Ripetila',
  preparing: 'La preparazione richiede qualche secondo: cinque parti approvano il testo, poi si compone il documento.',
  operator: 'Per aprirla, agisca prima come coordinatore dimostrativo di FBRI.',
}
