import { z } from 'zod'
import type { Web } from '../../web/env.ts'
import { type Entries, type FieldErrors, readForm } from '../../web/forms.ts'
import { page } from '../../web/page.tsx'
import { entriesOf, readPart, withMoreRows } from './forms.ts'
import { PartForm } from './pages/edit.tsx'
import { type FieldGroup, visibilities, type Visibility } from './profile.ts'
import type { Member } from './reading.ts'

const partForm = z.looseObject({
  visibility: z.enum(visibilities, 'choose'),
  basedOn: z.coerce.number().int().min(0),
})

export type PartShown = { entries?: Entries; errors?: FieldErrors; status?: 403 | 404 | 409 | 422 }

/** What somebody wrote into a part's form, ready to be stored, or what the form then shows again. `by` is null for whoever has no account. */
export async function readPartForm(c: Web, member: Member, group: FieldGroup, by: string | null) {
  const form = await readForm(c, partForm)
  const { entries } = form
  const again = (shown: PartShown) => ({ again: shown })
  if (entries['more']) return again({ entries: withMoreRows(entries) })
  if (!form.ok) return again({ entries, errors: form.errors, status: 422 })
  const { t, locale, services } = c.var
  const writer = { locale, by, at: services.clock.now() }
  const read = readPart[group](entries, (member.parts[group]?.content ?? null) as never, writer)
  const sentences: Record<string, string> = t.errors.fields
  const errors = Object.fromEntries(
    Object.entries(read.errors).map(([field, key]) => [field, sentences[key] ?? t.errors.fields.invalid]),
  )
  if (Object.keys(errors).length > 0) return again({ entries, errors, status: 422 })
  const { visibility, basedOn } = form.data
  return { entries, part: { group, content: read.content, visibility, basedOn } }
}

/** A part's form, as it is stored or as somebody wrote it. It is sent to `action`, or to the member's own address. */
export async function showPart(
  c: Web,
  member: Member,
  group: FieldGroup,
  shown: PartShown = {},
  action?: string,
): Promise<Response> {
  const { t, locale } = c.var
  const part = member.parts[group]
  const stored = part ? entriesOf[group](part.content as never, locale) : {}
  const entries = shown.entries ?? { ...stored, visibility: part?.visibility ?? usualVisibility(group) }
  const data = { t, locale, member, group, entries, errors: shown.errors ?? {}, revision: part?.revision ?? 0 }
  const facts = { title: t.members.groups[group], ...(shown.status ? { status: shown.status } : {}) }
  return page(c, facts, <PartForm {...data} {...(action ? { action } : {})} />)
}

/** Personal data is for partners at most, unless somebody says otherwise. */
const usualVisibility = (group: FieldGroup): Visibility => (group === 'contacts' ? 'partners' : 'public')
