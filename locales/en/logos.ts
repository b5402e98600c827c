export const logos = {
  title: (p: { member: string }) => `Logo: ${p.member}`,
  short: 'Logo',
  lede: 'Everybody who sees the name sees the logo. Use one that you may use.',
  file: 'Image',
  hint: 'PNG, JPEG or WebP, up to 300 kB',
  upload: 'Put it on the profile',
  remove: 'Remove the logo',
  toProfile: 'To the profile',
  notices: {
    set: 'The logo stands on the profile.',
    removed: 'The logo is gone.',
  },
  refusals: {
    'not-yours': 'Only the member itself and the coordinators of its clusters keep this profile.',
    'no-profile': 'There is no such profile.',
    'not-an-image': 'Choose an image as PNG, JPEG or WebP.',
    'image-too-large': 'The image is larger than 300 kB.',
  },
}
