import { z } from 'zod'
import { DataFileError, readYamlFile } from '../agreements/templates/dataFile.ts'
import { inEveryLanguage, slug, text } from '../agreements/templates/schema.ts'
import { isZone } from '../language/times.ts'
import type { Example } from './reading.ts'
import { sourced } from './sourced.ts'

const releaseFile = z.strictObject({
  place: inEveryLanguage,
  zones: z.array(z.string().refine(isZone, 'is no time zone')),
  lead: z.array(sourced).min(1),
  venue: sourced,
  programmeOf: sourced,
  descriptions: z.array(z.strictObject({ slug, written: text })),
  slipNotes: z.array(
    z.strictObject({
      slug,
      open: z.literal(true).optional(),
      written: text.optional(),
      ja: text,
      fr: text,
      de: text,
      it: text,
    }),
  ),
})

/** What the release of an announcement needs beyond what is in the example already. */
export type ExampleRelease = z.output<typeof releaseFile>

/** Reads `examples/<name>/release.yaml`. Throws DataFileError where a field is wrong, or speaks of a cluster or slip that is not in the example. */
export async function readRelease(root: string, example: Example, name = 'magia-kobe'): Promise<ExampleRelease> {
  const path = `examples/${name}/release.yaml`
  const release = await readYamlFile(root, path, releaseFile)
  const clusters = new Set(example.clusters.map((cluster) => cluster.slug))
  const slips = new Set(example.slips.map((slip) => slip.slug))
  const noted = new Set(release.slipNotes.map((note) => note.slug))
  const findings = [
    ...release.descriptions
      .filter((one) => !clusters.has(one.slug))
      .map((one) => `descriptions: there is no ${one.slug}`),
    ...release.slipNotes.filter((one) => !slips.has(one.slug)).map((one) => `slipNotes: there is no ${one.slug}`),
    ...example.slips.filter((one) => !noted.has(one.slug)).map((one) => `slipNotes: ${one.slug} is missing`),
  ]
  if (findings.length > 0) throw new DataFileError(path, findings)
  return release
}
