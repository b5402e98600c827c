// Only to resolve against: an address that leaves it was not one of ours.
const HERE = 'http://here.invalid'

/**
 * A path of this site to go back to after signing in, or null. Browsers read `//host`, `/\host` and tabs inside as other
 * sites, so the text is judged by the same rules (WHATWG URL) and only what they made of it is used.
 */
export function localPath(text: string | null | undefined): string | null {
  if (!text || !text.startsWith('/') || text.length > 1000) return null
  if (!URL.canParse(text, HERE)) return null
  const { origin, pathname, search, hash } = new URL(text, HERE)
  // `/.//host` resolves to a path that begins with two slashes, which another resolution would take for a host.
  if (origin !== HERE || pathname.startsWith('//')) return null
  return `${pathname}${search}${hash}`
}
