import type { Catalogue } from '../en.ts'

export const logos: Catalogue['logos'] = {
  title: (p) => `Logo: ${p.member}`,
  short: 'Logo',
  lede: 'Chi vede il nome vede il logo. Ne usi uno di cui ha il diritto d’uso.',
  file: 'Immagine',
  hint: 'PNG, JPEG o WebP, fino a 300 kB',
  upload: 'Metterla sul profilo',
  remove: 'Togliere il logo',
  toProfile: 'Al profilo',
  notices: {
    set: 'Il logo è sul profilo.',
    removed: 'Il logo è stato tolto.',
  },
  refusals: {
    'not-yours': 'Solo il membro stesso e i coordinatori dei suoi cluster tengono questo profilo.',
    'no-profile': 'Questo profilo non esiste.',
    'not-an-image': 'Scelga un’immagine PNG, JPEG o WebP.',
    'image-too-large': 'L’immagine supera 300 kB.',
  },
}
