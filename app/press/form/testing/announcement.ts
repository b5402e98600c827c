import { readExample } from '../../../examples/reading.ts'
import { readRelease } from '../../../examples/release.ts'
import { recordOfAnnouncement } from '../../../examples/releaseRecord.ts'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../../..', import.meta.url))

/** The real announcement of March 2022: as data, and as the record of its release. */
export async function announcement() {
  const example = await readExample(root)
  return { example, record: recordOfAnnouncement(example, await readRelease(root, example)) }
}
