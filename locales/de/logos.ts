import type { Catalogue } from '../en.ts'

export const logos: Catalogue['logos'] = {
  title: (p) => `Logo: ${p.member}`,
  short: 'Logo',
  lede: 'Wer den Namen sieht, sieht das Logo. Verwenden Sie eines, das Sie verwenden dürfen.',
  file: 'Bild',
  hint: 'PNG, JPEG oder WebP, bis 300 kB',
  upload: 'Auf das Profil setzen',
  remove: 'Logo entfernen',
  toProfile: 'Zum Profil',
  notices: {
    set: 'Das Logo steht auf dem Profil.',
    removed: 'Das Logo ist entfernt.',
  },
  refusals: {
    'not-yours': 'Nur das Mitglied selbst und die Koordinatoren seiner Cluster führen dieses Profil.',
    'no-profile': 'Dieses Profil gibt es nicht.',
    'not-an-image': 'Wählen Sie ein Bild als PNG, JPEG oder WebP.',
    'image-too-large': 'Das Bild ist größer als 300 kB.',
  },
}
