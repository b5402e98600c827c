import { concat, fromLatin1, toHex } from '../bytes.ts'
import { PdfName, PdfRef, PdfStream, PdfString, type PdfValue, PdfVerbatim, isDictionary } from './objects.ts'

/** A value as PDF syntax. Strings go out in hexadecimal: no escaping, nothing a mail gateway could damage. */
export function serialise(value: PdfValue): Uint8Array {
  if (value instanceof PdfStream) {
    const about = new Map(value.dictionary).set('Length', value.raw.length)
    return concat([fromLatin1(`${text(about)}\nstream\n`), value.raw, fromLatin1('\nendstream')])
  }
  return fromLatin1(text(value))
}

function text(value: PdfValue): string {
  if (value === null) return 'null'
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return number(value)
  if (value instanceof PdfName) return nameText(value.name)
  if (value instanceof PdfString) return `<${toHex(value.bytes)}>`
  if (value instanceof PdfRef) return `${value.number} ${value.generation} R`
  if (value instanceof PdfVerbatim) return value.text
  if (Array.isArray(value)) return `[${value.map(text).join(' ')}]`
  if (isDictionary(value)) return `<<${[...value].map(([key, item]) => `${nameText(key)} ${text(item)}`).join(' ')}>>`
  throw new TypeError('a stream can only stand as an object of its own')
}

/** Never in exponents, which PDF does not know. */
const number = (value: number): string =>
  Number.isInteger(value) ? value.toFixed(0) : value.toFixed(10).replace(/\.?0+$/, '')

const nameText = (name: string): string =>
  `/${name.replace(/[^\w.+\-*$&@!?;:=,'"|~^`]/g, (character) => `#${character.charCodeAt(0).toString(16).padStart(2, '0')}`)}`
