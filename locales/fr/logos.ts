import type { Catalogue } from '../en.ts'

export const logos: Catalogue['logos'] = {
  title: (p) => `Logo : ${p.member}`,
  short: 'Logo',
  lede: 'Qui voit le nom voit le logo. Utilisez-en un dont vous avez le droit d’usage.',
  file: 'Image',
  hint: 'PNG, JPEG ou WebP, jusqu’à 300 ko',
  upload: 'La mettre sur le profil',
  remove: 'Retirer le logo',
  toProfile: 'Vers le profil',
  notices: {
    set: 'Le logo figure sur le profil.',
    removed: 'Le logo est retiré.',
  },
  refusals: {
    'not-yours': 'Seuls le membre lui-même et les coordinateurs de ses pôles tiennent ce profil.',
    'no-profile': 'Ce profil n’existe pas.',
    'not-an-image': 'Choisissez une image PNG, JPEG ou WebP.',
    'image-too-large': 'L’image dépasse 300 ko.',
  },
}
