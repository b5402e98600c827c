export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'shift_jis', 'windows-1252'] as const
export type Encoding = (typeof encodings)[number]

/** What speaks for an encoding; `guess` where the bytes allow several. */
export type Evidence = 'mark' | 'zeros' | 'plain' | 'valid' | 'japanese' | 'latin' | 'guess' | 'chosen'

/**
 * Which encoding these bytes are in, and why. A mark at the beginning decides; zeros at every other place are UTF-16; whatever is valid
 * UTF-8 is UTF-8, for nothing else is by chance. Between Shift_JIS and Windows-1252 the letters decide that would come out.
 */
export function detectEncoding(bytes: Uint8Array): { encoding: Encoding; evidence: Evidence } {
  const marked = byMark(bytes) ?? byZeros(bytes)
  if (marked) return marked
  const sample = bytes.subarray(0, 1 << 20)
  if (!sample.some((byte) => byte > 0x7f) && !bytes.some((byte) => byte > 0x7f))
    return { encoding: 'utf-8', evidence: 'plain' }
  if (decodes(bytes, 'utf-8')) return { encoding: 'utf-8', evidence: 'valid' }
  const japanese = japaneseIn(sample)
  const latin = latinIn(sample)
  if (japanese > latin) return { encoding: 'shift_jis', evidence: 'japanese' }
  return { encoding: 'windows-1252', evidence: latin > japanese ? 'latin' : 'guess' }
}

function byMark([first, second, third]: Uint8Array): { encoding: Encoding; evidence: Evidence } | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'utf-8', evidence: 'mark' }
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', evidence: 'mark' }
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', evidence: 'mark' }
  return null
}

/** Line ends, commas and digits have a zero beside them in UTF-16, even in a Japanese text. */
function byZeros(bytes: Uint8Array): { encoding: Encoding; evidence: Evidence } | null {
  const sample = bytes.subarray(0, 4096)
  const zeros = [0, 0]
  sample.forEach((byte, place) => {
    if (byte === 0) zeros[place % 2]! += 1
  })
  const [even = 0, odd = 0] = zeros
  if (even + odd < 2 || even + odd < sample.length / 100) return null
  if (odd > even * 4) return { encoding: 'utf-16le', evidence: 'zeros' }
  return even > odd * 4 ? { encoding: 'utf-16be', evidence: 'zeros' } : null
}

function decodes(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Kana and the characters of which addresses and company names are made; kanji by chance are hardly ever these. */
const common =
  /[\u3040-\u30ff\uff66-\uff9f]|[株式会社有限合同市区町村県都府道東西南北京大阪神戸名古屋日本医療機器製作所工業]/g

function japaneseIn(bytes: Uint8Array): number {
  const text = new TextDecoder('shift_jis').decode(bytes)
  return (text.match(common)?.length ?? 0) - 4 * (text.match(/\ufffd/g)?.length ?? 0)
}

/** Letters with accents stand alone among plain ones; in Shift_JIS whole runs are above 0x7f. */
function latinIn(bytes: Uint8Array): number {
  const text = new TextDecoder('windows-1252').decode(bytes)
  // oxlint-disable-next-line no-control-regex -- all of ASCII is meant
  return text.match(/(?<![^\x00-\x7f])[À-ÖØ-öø-ÿœŒ’–](?![^\x00-\x7f])/g)?.length ?? 0
}

/** Reads text; what is no text in that encoding becomes U+FFFD, which is found row by row later. A mark is taken off. */
export const decode = (bytes: Uint8Array, encoding: Encoding): string => new TextDecoder(encoding).decode(bytes)
