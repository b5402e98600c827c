const types = {
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'image/jpeg': [0xff, 0xd8, 0xff],
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
} as const

export type KitMediaType = keyof typeof types | 'image/svg+xml'

/** What a file is by its contents; its name and what the browser said are not asked. Null: nothing that a kit takes. */
export function mediaTypeOf(bytes: Uint8Array): KitMediaType | null {
  for (const [type, start] of Object.entries(types))
    if (start.every((byte, index) => bytes[index] === byte)) return type as KitMediaType
  const head = new TextDecoder('utf-8').decode(bytes.subarray(0, 4096)).replace(/^\uFEFF/, '')
  return /^\s*(<\?xml[^>]*\?>\s*)?(<!--[\s\S]*?-->\s*)*(<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/i.test(head)
    ? 'image/svg+xml'
    : null
}
