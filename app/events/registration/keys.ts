import { domainToASCII } from 'node:url'
import { displaySafe } from '../../language/displaySafe.ts'

/**
 * What is the same for two spellings of one thing: width and compatibility forms (NFKC: ＡＢＣ, ㈱, ｶﾅ), upper and lower case (ß as ss),
 * all spacing, and characters that show nothing. It equates nothing else: `Kobe Shimbun` and `神戸新聞`, a name with and without its
 * legal form, `ō` and `o` stay different, and a person has to see that they are one.
 */
export function affiliationKey(text: string): string {
  const plain = displaySafe(text).normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC')
  return plain.replace(/\s+/gu, '')
}

/**
 * The same for mail addresses, with the domain in its ASCII form. Case in the local part is ignored, which every provider does though
 * RFC 5321 (2.4) leaves it to them. Dots and `+tags` are kept: only some providers ignore those, and two people must never be one.
 */
export function addressKey(text: string): string {
  const plain = affiliationKey(text)
  const at = plain.lastIndexOf('@')
  if (at < 1) return plain
  const domain = domainToASCII(plain.slice(at + 1))
  return `${plain.slice(0, at)}@${domain || plain.slice(at + 1)}`
}
