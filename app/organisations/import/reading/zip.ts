import { inflateRawSync } from 'node:zlib'
import { LARGEST_UNPACKED, STEEPEST_RATIO } from './limits.ts'

export type ZipEntry = {
  name: string
  method: number
  packed: number
  unpacked: number
  offset: number
  isEncrypted: boolean
}

/**
 * The directory at the end of a zip file (APPNOTE 4.3.12), read without unpacking anything. Null for what is none, or says things that
 * cannot be: then nobody unpacks it.
 */
export function zipDirectory(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfDirectory(view)
  if (end === null) return null
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const entries: ZipEntry[] = []
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return null
    const length = {
      name: view.getUint16(at + 28, true),
      extra: view.getUint16(at + 30, true),
      comment: view.getUint16(at + 32, true),
    }
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length.name)),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    })
    at += 46 + length.name + length.extra + length.comment
  }
  return entries
}

function endOfDirectory(view: DataView): number | null {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at
  }
  return null
}

/** Whether unpacking would fill the memory: by its directory, or because entries share bytes or reach beyond the file. */
export function isBomb(entries: ZipEntry[], bytes: Uint8Array): boolean {
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0)
  const packed = entries.reduce((sum, entry) => sum + entry.packed, 0)
  if (entries.length > 2000 || unpacked > LARGEST_UNPACKED || packed > bytes.length) return true
  return entries.some((entry) => entry.unpacked > 1 << 20 && entry.unpacked > entry.packed * STEEPEST_RATIO)
}

/** One entry's bytes, never more than its directory entry said; null where that is not true. */
export function unpack(bytes: Uint8Array, entry: ZipEntry): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== 0x04034b50) return null
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  const packed = bytes.subarray(start, start + entry.packed)
  if (entry.method === 0) return packed.length === entry.unpacked ? packed : null
  if (entry.method !== 8) return null
  try {
    const out = inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.unpacked) })
    return out.length === entry.unpacked ? out : null
  } catch {
    return null
  }
}
