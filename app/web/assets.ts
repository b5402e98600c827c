import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Addresses of the built style sheet and islands, named by content hash so that browsers may keep them for ever. */
export type Assets = { css: string; island(name: string): string; directory: string }

type Manifest = Record<string, { file: string; css?: string[] }>

/**
 * Reads Vite's manifest from `dist/assets`.
 * @throws when the assets were not built (`npm start` and `npm test` build them).
 */
export function readAssets(root: string): Assets {
  const directory = join(root, 'dist', 'assets')
  const path = join(directory, '.vite', 'manifest.json')
  if (!existsSync(path)) throw new Error('The style sheet and scripts are not built: run `node bin/setup.mjs`.')
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest
  const file = (source: string) => {
    const entry = manifest[source]
    if (!entry) throw new Error(`No built asset for ${source}`)
    return `/assets/${entry.file}`
  }
  return { css: file('app/styles/index.css'), island: (name) => file(`app/islands/${name}.ts`), directory }
}
