import { type Bytes, fromLatin1, latin1 } from './bytes.ts'

/** RFC 7468 text around bytes, e.g. label `CERTIFICATE`. */
export function toPem(label: string, bytes: Uint8Array): string {
  const base64 = btoa(latin1(bytes))
  return `-----BEGIN ${label}-----\n${base64.replace(/.{1,64}/g, '$&\n')}-----END ${label}-----\n`
}

/** The bytes of the first block with that label. Throws RangeError when there is none. */
export function fromPem(label: string, text: string): Bytes {
  const found = new RegExp(`-----BEGIN ${label}-----([A-Za-z0-9+/=\\s]+)-----END ${label}-----`).exec(text)
  if (!found?.[1]) throw new RangeError(`no ${label} in this text`)
  return fromLatin1(atob(found[1].replace(/\s/g, '')))
}
