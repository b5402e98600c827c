import type { z } from 'zod'
import type { Web } from '../web/env.ts'
import { flawIn } from '../web/forms.ts'
import type { Mistake, Refused } from './refusing.ts'

const understood = (value: unknown) => ({ value })
export type Read = { value: unknown } | Refused

/** The query by its schema; each mistake with a JSON Pointer below `/query`. */
export function readQuery(c: Web, schema: z.ZodType | undefined): Read {
  if (!schema) return understood(undefined)
  const parsed = schema.safeParse(c.req.query())
  return parsed.success ? understood(parsed.data) : notUnderstood(mistakesIn(parsed.error, '/query'))
}

/** A JSON body by its schema. Texts are read as the forms read them: one kind of line end, no control characters. */
export async function readBody(c: Web, schema: z.ZodType): Promise<Read> {
  if (mediaTypeOf(c) !== 'application/json') return { refused: 'other-content-type', expected: 'application/json' }
  const json = parse(await c.req.arrayBuffer())
  if (json === undefined) return { refused: 'malformed-json' }
  const parsed = schema.safeParse(json)
  if (!parsed.success) return notUnderstood(mistakesIn(parsed.error, ''))
  const mistakes: Mistake[] = []
  const value = settle(parsed.data, '', (pointer, flaw) =>
    mistakes.push({ pointer, detail: c.var.t.errors.fields[flaw] }),
  )
  return mistakes.length > 0 ? notUnderstood(mistakes) : understood(value)
}

/** Without parameters, in lower case; '' where none is given. */
export const mediaTypeOf = (c: Web): string =>
  (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''

/** Undefined for what is no JSON, or no UTF-8. */
function parse(bytes: ArrayBuffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

export const notUnderstood = (errors: Mistake[]): Refused => ({ refused: 'not-understood', errors })

const mistakesIn = (error: z.ZodError, below: string): Mistake[] =>
  error.issues.map(({ path, message }) => ({ pointer: below + pointerOf(path), detail: message }))

/** RFC 6901. */
const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

type Tell = (pointer: string, flaw: NonNullable<ReturnType<typeof flawIn>>) => void

/** The value with its texts settled; as deep as its schema, which has been checked before. */
function settle(value: unknown, pointer: string, tell: Tell): unknown {
  if (typeof value === 'string') {
    const text = value.replaceAll('\r\n', '\n')
    const flaw = flawIn(text)
    if (flaw) tell(pointer, flaw)
    return text
  }
  if (Array.isArray(value)) return value.map((item, index) => settle(item, `${pointer}/${index}`, tell))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, settle(item, pointer + pointerOf([name]), tell)]),
  )
}
