import type { z } from 'zod'
import type { Catalogue } from '../platform/i18n/catalogue.ts'
import type { Web } from './env.ts'

export type Entries = Record<string, string>

/** A sentence for each field that was not understood, in the reader's language. */
export type FieldErrors = Record<string, string>

export type Form<T> = { ok: true; data: T; entries: Entries } | { ok: false; errors: FieldErrors; entries: Entries }

/**
 * Reads a posted form. What cannot be read comes back with every entry kept, so that the page can be shown again (422).
 * Schemas name their refusals by catalogue key: `z.string().min(1, 'required')`.
 */
export async function readForm<S extends z.ZodType>(c: Web, schema: S): Promise<Form<z.output<S>>> {
  const body = await c.req.parseBody({ all: true }).catch(() => null)
  // A form that broke off, or is none.
  if (!body) return { ok: false, errors: { form: sentence(c.var.t, 'unreadable') }, entries: {} }
  const entries = textEntries(body)
  const unreadable = unreadableFields(entries)
  const parsed = schema.safeParse(entries)
  if (parsed.success && Object.keys(unreadable).length === 0) return { ok: true, data: parsed.data, entries }
  const errors: FieldErrors = {}
  for (const issue of parsed.success ? [] : parsed.error.issues) {
    const field = issue.path.join('.') || 'form'
    errors[field] ??= sentence(c.var.t, issue.message)
  }
  for (const [field, key] of Object.entries(unreadable)) errors[field] = sentence(c.var.t, key)
  return { ok: false, errors, entries }
}

function textEntries(body: Record<string, unknown>): Entries {
  const entries: Entries = {}
  for (const [name, value] of Object.entries(body)) {
    const last = Array.isArray(value) ? value.filter((item) => typeof item === 'string').join('\n') : value
    // Browsers send line ends as CR LF; texts are compared and hashed with LF.
    if (typeof last === 'string') entries[name] = last.replaceAll('\r\n', '\n')
  }
  return entries
}

function unreadableFields(entries: Entries): Record<string, Flaw> {
  const found: Record<string, Flaw> = {}
  for (const [name, value] of Object.entries(entries)) {
    const flaw = flawIn(value)
    if (flaw) found[name] = flaw
  }
  return found
}

type Flaw = 'unreadable' | 'controlCharacters'

/** Bytes that were no UTF-8 arrive as U+FFFD; control characters are never typed on purpose. */
export function flawIn(text: string): Flaw | null {
  if (text.includes('\uFFFD') || !text.isWellFormed()) return 'unreadable'
  // oxlint-disable-next-line no-control-regex -- these are the very characters to refuse
  return /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/.test(text) ? 'controlCharacters' : null
}

function sentence(t: Catalogue, key: string): string {
  const sentences: Record<string, string> = t.errors.fields
  return sentences[key] ?? t.errors.fields.invalid
}
