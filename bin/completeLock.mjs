// `npm run lock`, after a dependency was added: completes package-lock.json with the packages of other platforms.
//
// Compilers and linters come as one package a platform. npm leaves those out of the lock file that the registry at hand could not
// give it (mirrors often keep only some platforms), and `npm ci` then refuses the file everywhere. Their names say for which system
// they are, so the missing entries can be written down; npm skips them elsewhere and fetches them where they fit.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './node24.mjs'

const path = join(root, 'package-lock.json')
const lock = JSON.parse(readFileSync(path, 'utf8'))
const added = []

for (const [parent, { optionalDependencies = {}, dev }] of Object.entries(lock.packages)) {
  if (parent === '') continue
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if (isLocked(parent, name)) continue
    const platform = platformOf(name)
    if (!platform) continue
    lock.packages[`node_modules/${name}`] = { version, ...(dev ? { dev: true } : {}), ...platform, optional: true }
    added.push(name)
  }
}

if (process.argv.includes('--check')) {
  if (added.length > 0)
    console.error(`package-lock.json lacks ${added.length} packages of other platforms: run \`npm run lock\`.`)
  process.exit(added.length > 0 ? 1 : 0)
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`)
console.log(added.length > 0 ? `Added ${added.length} packages of other platforms.` : 'The lock file is complete.')

/** Looks where Node.js would: beside the parent first, then upwards. */
function isLocked(parent, name) {
  for (let at = parent; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (lock.packages[`${at ? `${at}/` : ''}node_modules/${name}`]) return true
    if (!at) return false
  }
}

/** From names such as `@scope/tool-linux-arm64-musl` or `@scope/win32-x64`; null for what is no package of one platform. */
function platformOf(name) {
  const found =
    /(?:^|[-/])(aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32)-([a-z0-9]+)(?:-([a-z]+))?$/.exec(
      name,
    )
  if (!found) return name.endsWith('wasm32-wasi') ? { cpu: ['wasm32'] } : null
  const [, os, cpu, abi] = found
  const libc = abi?.startsWith('musl') ? { libc: ['musl'] } : abi?.startsWith('gnu') ? { libc: ['glibc'] } : {}
  return { cpu: [cpu], os: [os], ...libc }
}
