/** Longest line in octets without its end, RFC 5545 §3.1. */
const LONGEST = 75

const encoder = new TextEncoder()

/** Other line ends than ours (vertical tab, form feed, NEL, LS, PS) would end a line for some readers. */
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g
// Controls end lines or values; half characters are no UTF-8.
const CONTROLS = /[^\P{Cc}\n\t]/gu

/** TEXT, RFC 5545 §3.3.11: nothing in it ends the value, the property or the line. */
export const textValue = (text: string): string =>
  readableText(text)
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')

/** What a reader gets back from `textValue`: every letter as it was, line ends as LF, no controls. */
export const readableText = (text: string): string => text.toWellFormed().replace(LINE_ENDS, '\n').replace(CONTROLS, '')

/**
 * A parameter between quotes. A quote cannot be written in one at all (§3.2), and what RFC 6868 offers instead (`^'`) is read by few; so
 * quotes become typographic ones, and the two characters that readers undo differently, `\` and `^`, their nearest likenesses.
 */
export const parameterText = (text: string): string =>
  readableText(text)
    .replace(/[\n\t]+/g, ' ')
    .replace(/(^|[\s([{])"/g, '$1“')
    .replaceAll('"', '”')
    .replaceAll('\\', '/')
    .replaceAll('^', 'ˆ')

/** A date-time in UTC, §3.3.5: needs no VTIMEZONE, and is right in every zone. Seconds and finer are kept and cut. */
export const utc = (instant: Date): string => `${instant.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`

/** `mailto:`, RFC 6068: what would end the address or begin a header field is encoded. */
export const mailto = (address: string): string =>
  `mailto:${address.toWellFormed().replace(/[%?#&"<>\\^`{|}\s\p{Cc}]/gu, encodeURIComponent)}`

/** An address of a page: only what a URI may hold. */
export const uri = (address: string): string => new URL(address).href

/** One property as lines. Parameters come as pairs, their texts unquoted; the value has been made safe by one of the functions above. */
export function line(name: string, value: string, parameters: Record<string, string | undefined> = {}): string {
  const written = Object.entries(parameters).flatMap(([key, text]) =>
    text === undefined ? [] : [`;${key}=${/^[\w-]+$/.test(text) ? text : `"${parameterText(text)}"`}`],
  )
  return fold(`${name}${written.join('')}:${value}`)
}

/** Ends the line after at most 75 octets, never inside a character; what follows begins with a space. */
export function fold(text: string): string {
  if (encoder.encode(text).length <= LONGEST) return text
  const lines: string[] = []
  let current = ''
  let octets = 0
  for (const character of text) {
    const size = encoder.encode(character).length
    if (octets + size > LONGEST) {
      lines.push(current)
      current = ' '
      octets = 1
    }
    current += character
    octets += size
  }
  return [...lines, current].join('\r\n')
}
