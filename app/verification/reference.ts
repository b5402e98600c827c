/**
 * A reference as people type it, in the form in which it is stored: `7k3f 9qx2`, `７Ｋ３Ｆ−９ＱＸ２` and a letter O for a zero are all the
 * same (Crockford's base 32 has no I, L, O). Null when it cannot be one.
 */
export function readReference(typed: string): string | null {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-\u2010-\u2015\u2212\u30FC]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]{8}$/.test(letters) ? `${letters.slice(0, 4)}-${letters.slice(4)}` : null
}
