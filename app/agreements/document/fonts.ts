import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Coverage, readCoverage } from './cmap.ts'
import { renameFamily } from './renameFamily.ts'

/** Each family in the two weights that the paper uses; the Japanese ones a step heavier, since their strokes are finer at equal weight. */
const FAMILIES = [
  ['noto-serif/400Regular/NotoSerif_400Regular.ttf', 'noto-serif/600SemiBold/NotoSerif_600SemiBold.ttf'],
  ['noto-serif-jp/500Medium/NotoSerifJP_500Medium.ttf', 'noto-serif-jp/700Bold/NotoSerifJP_700Bold.ttf'],
]

export type Fonts = { files: Buffer[]; families: Coverage[] }

let loaded: Fonts | undefined

/** The fonts of the paper, read once: some 16 MB, kept, since every agreement needs them. */
export function loadFonts(): Fonts {
  loaded ??= readFonts()
  return loaded
}

function readFonts(): Fonts {
  const require = createRequire(import.meta.url)
  const read = (file: string) => readFileSync(require.resolve(`@expo-google-fonts/${file}`))
  const weights = FAMILIES.map((files) => files.map((file) => renameFamily(read(file), 'Noto', 'Knot')))
  return {
    files: weights.flat(),
    families: weights.map((files) => inEveryWeight(files.map((file) => readCoverage(file)))),
  }
}

/** A name stands in bold in one place and in regular in another: what counts is what both weights have. */
const inEveryWeight = (weights: Coverage[]): Coverage => ({
  has: (codePoint) => weights.every((weight) => weight.has(codePoint)),
  hasVariant: (codePoint, selector) => weights.every((weight) => weight.hasVariant(codePoint, selector)),
})
