import { createHash } from 'node:crypto'
import type { FieldGroup, PartContents, Visibility } from '../../members/profile.ts'
import type { ProfileText } from '../../profileText.ts'

/** The columns of an organisation that an import may fill. */
export type Core = {
  name: ProfileText
  legalForm: string | null
  country: string
  seat: ProfileText | null
  website: string | null
}

export type Part = {
  content: PartContents[FieldGroup]
  visibility: Visibility
  revision: number
  changedBy: string | null
  changedAt: string
}

/** What stood there before an import wrote; null for what it did not touch. */
export type Before = { core: Core | null; parts: Partial<Record<FieldGroup, Part | null>> }

/** Digests of what an import left. Whoever finds something else there knows that somebody has written since. */
export type Left = { core?: string; parts?: Partial<Record<FieldGroup, string>> }

/** The same for the same contents, whatever the order in which a database gives the keys back. */
export const digestOf = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(sorted(value)))
    .digest('base64url')
    .slice(0, 22)

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}

/** Digests of what was just written. */
export const leftOf = (core: Core, parts: Partial<PartContents>): Left => ({
  core: digestOf(core),
  parts: Object.fromEntries(Object.entries(parts).map(([group, content]) => [group, digestOf(content)])),
})
