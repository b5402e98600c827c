export type ImageType = 'image/png' | 'image/jpeg' | 'image/webp'

const begins: [ImageType, (number | null)[]][] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/webp', [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50]],
]

/** What an image is by its first bytes, whatever its name says; null for anything else. SVG can hold scripts and is not taken. */
export const imageTypeOf = (bytes: Uint8Array): ImageType | null =>
  begins.find(([, signature]) => signature.every((byte, at) => byte === null || bytes[at] === byte))?.[0] ?? null
