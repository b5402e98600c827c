import { mkdtempSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type Plugin } from 'vite'
import { root } from '../../app/main.ts'

const source = join(import.meta.dirname, 'signer.ts')

export type Signer = { path: string; remove(): void }

/**
 * Makes one plain file of the signer and all of ours that it needs, so that the many processes that run it need not translate TypeScript
 * each: that is two thirds of a start. It lies below node_modules, where packages are found.
 */
export async function buildSigner(): Promise<Signer> {
  const cache = join(root, 'node_modules/.cache/musubi')
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'faults-'))
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [stayWhereWritten],
    oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
    build: {
      ssr: source,
      outDir: folder,
      target: 'node24',
      minify: false,
      rollupOptions: { output: { entryFileNames: 'signer.mjs' } },
    },
  })
  return { path: join(folder, 'signer.mjs'), remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Files that lie beside the source (the template of the paper, the examples) are looked for there. */
const stayWhereWritten: Plugin = {
  name: 'stay-where-written',
  transform: (code, id) =>
    code.includes('import.meta.') && id.startsWith(root)
      ? code
          .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
          .replaceAll('import.meta.dirname', JSON.stringify(join(id, '..')))
      : null,
}
