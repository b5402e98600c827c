/** The values of a page's hidden fields and inputs, by name; the first wins. */
export function entriesOf(html: string): Record<string, string> {
  const entries: Record<string, string> = {}
  for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
    const name = /\bname="([^"]*)"/.exec(tag)?.[1]
    const value = /\bvalue="([^"]*)"/.exec(tag)?.[1]
    if (name && value !== undefined && !/type="(radio|checkbox)"/.test(tag)) entries[name] ??= decode(value)
  }
  for (const [, name = '', value = ''] of html.matchAll(/<textarea[^>]*\bname="([^"]*)"[^>]*>\n?([^<]*)<\/textarea>/g))
    entries[name] ??= decode(value)
  return entries
}

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }
const decode = (text: string) => text.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)
