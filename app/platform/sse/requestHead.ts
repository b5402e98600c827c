/** What a request begins with (RFC 9112). Names of fields in small letters; several fields of one name are one list. */
export type RequestHead = { method: string; target: string; fields: Map<string, string> }

const requestLine = /^([A-Z]{1,20}) (\/[\x21-\x7e]*) HTTP\/1\.[01]$/
const fieldLine = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([\t\x20-\x7e\x80-\xff]*?)[ \t]*$/

/** Reads the head, without its empty line; null for what is no head of a request that we could answer. */
export function readRequestHead(text: string): RequestHead | null {
  const [first = '', ...rest] = text.split('\r\n')
  const request = requestLine.exec(first)
  if (!request) return null
  const fields = new Map<string, string>()
  for (const line of rest) {
    const [, name = '', value = ''] = fieldLine.exec(line) ?? []
    if (!name) return null
    const key = name.toLowerCase()
    const before = fields.get(key)
    fields.set(key, before === undefined ? value : `${before}, ${value}`)
  }
  return { method: request[1] ?? '', target: request[2] ?? '', fields }
}
