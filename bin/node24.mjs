// Finds a Node.js 24 or newer for everything but the set-up scripts. Plain JavaScript that Node 20 runs.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Path of a Node.js >= 24 binary: this process's own, else the one that npm installed beside us. */
export function findNode24() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  const binary = process.platform === 'win32' ? 'node.exe' : 'bin/node'
  const bundled = join(
    root,
    'node_modules',
    `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`,
    binary,
  )
  if (existsSync(bundled)) return bundled
  console.error(
    `Musubi needs Node.js 24 or newer; this is ${process.versions.node}, and no bundled one fits ${process.platform} ${process.arch}. Install Node.js 24, then try again.`,
  )
  process.exit(2)
}
