import { type Bytes, concat, fromLatin1, randomBytes, utf8 as encodeUtf8 } from './bytes.ts'

// Writing DER (ITU-T X.690): bytes in, bytes out. Reading is left to pkijs; writing by hand keeps every byte that others sign,
// hash or compare exactly as it came.

export function tlv(tag: number, ...content: Uint8Array[]): Bytes {
  const body = concat(content)
  return concat([Uint8Array.of(tag), lengthOctets(body.length), body])
}

function lengthOctets(length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(length)
  const octets: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256)
  return Uint8Array.of(0x80 | octets.length, ...octets)
}

export const sequence = (...items: Uint8Array[]): Bytes => tlv(0x30, ...items)

/** SET OF: DER wants its members in order of their bytes. */
export const setOf = (...items: Uint8Array[]): Bytes => tlv(0x31, ...items.toSorted(compareBytes))

function compareBytes(one: Uint8Array, other: Uint8Array): number {
  for (let at = 0; at < Math.min(one.length, other.length); at++)
    if (one[at] !== other[at]) return one[at]! - other[at]!
  return one.length - other.length
}

/** `[number]` around other items. */
export const context = (number: number, ...items: Uint8Array[]): Bytes => tlv(0xa0 | number, ...items)

/** `[number]` in place of a primitive type's own tag. */
export const contextPrimitive = (number: number, content: Uint8Array): Bytes => tlv(0x80 | number, content)

export const octets = (content: Uint8Array): Bytes => tlv(0x04, content)

export const bits = (content: Uint8Array, unused = 0): Bytes => tlv(0x03, Uint8Array.of(unused), content)

export const boolean = (value: boolean): Bytes => tlv(0x01, Uint8Array.of(value ? 0xff : 0))

/** A whole number ≥ 0, as a number or as its big-endian bytes. */
export function integer(value: number | Uint8Array): Bytes {
  const big = typeof value === 'number' ? numberBytes(value) : value
  let start = 0
  while (start < big.length - 1 && big[start] === 0) start++
  const digits = big.subarray(start)
  return tlv(0x02, digits[0]! >= 0x80 ? concat([Uint8Array.of(0), digits]) : digits)
}

function numberBytes(value: number): Uint8Array {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value))
  return bytes
}

export function oid(dotted: string): Bytes {
  const arcs = dotted.split('.').map(BigInt)
  const [first, second, ...rest] = arcs
  if (first === undefined || second === undefined) throw new RangeError(`not an object identifier: ${dotted}`)
  return tlv(0x06, ...[first * 40n + second, ...rest].map(base128))
}

function base128(arc: bigint): Uint8Array {
  const septets = [Number(arc & 0x7fn)]
  for (let rest = arc >> 7n; rest > 0n; rest >>= 7n) septets.unshift(Number(rest & 0x7fn) | 0x80)
  return Uint8Array.from(septets)
}

export const utf8String = (text: string): Bytes => tlv(0x0c, encodeUtf8(text))

export const printableString = (text: string): Bytes => tlv(0x13, fromLatin1(text))

const digits = (date: Date): string => date.toISOString().replace(/\.\d+/, '').replace(/[-:T]/g, '')

/** Whole seconds, UTC. */
export const generalizedTime = (date: Date): Bytes => tlv(0x18, fromLatin1(digits(date)))

/** X.509's Time: UTCTime until 2049, GeneralizedTime after (RFC 5280, 4.1.2.5). */
export const time = (date: Date): Bytes =>
  date.getUTCFullYear() < 2050 ? tlv(0x17, fromLatin1(digits(date).slice(2))) : generalizedTime(date)

/** 127 random bits: positive, never zero, no longer than the 20 octets that RFC 5280 allows. */
export function randomSerial(): Bytes {
  const bytes = randomBytes(16)
  bytes[0] = (bytes[0]! & 0x7f) | 0x40
  return bytes
}
