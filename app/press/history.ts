import type { Db } from '../platform/db/tables.ts'
import { type Correction, type Release, revisionsOf } from './assembling.ts'
import type { ReleaseContent } from './content.ts'

/** A correction that readers have, with what stood before it; null for a number that is none, or of a withdrawn release. */
export async function correctionOf(
  db: Db,
  release: Release,
  revision: number,
): Promise<{ correction: Correction; before: ReleaseContent; after: ReleaseContent } | null> {
  const correction = release.corrections.find((one) => one.revision === revision && one.effectiveAt)
  if (!correction || !release.lifting || !release.shown || revision > release.shown.revision) return null
  const shownBefore = Math.max(
    release.lifting.revision,
    ...release.corrections.filter((one) => one.effectiveAt && one.revision < revision).map((one) => one.revision),
  )
  const texts = await revisionsOf(db, release.id, [shownBefore, revision])
  const [before, after] = [texts.get(shownBefore), texts.get(revision)]
  return before && after ? { correction, before: before.content, after: after.content } : null
}
