/** A scan, or a paper laid down as evidence; what is larger does not belong in a register. */
export const LARGEST_PAPER = 10 * 1024 * 1024

const starts: readonly [type: string, bytes: readonly number[]][] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
]

/** PDF, JPEG or PNG by what the bytes are; the name and type that came with them are the sender's word. */
export const fileTypeOf = (bytes: Uint8Array): string | null =>
  starts.find(([, start]) => start.every((byte, index) => bytes[index] === byte))?.[0] ?? null
