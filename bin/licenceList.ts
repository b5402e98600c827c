/** One entry of `packages` in package-lock.json (version 3), as far as licences go. */
type Locked = { version?: string; license?: string; dev?: boolean; os?: string[]; cpu?: string[] }

export type Lock = {
  packages: Record<
    string,
    Locked & { dependencies?: Record<string, string>; optionalDependencies?: Record<string, string> }
  >
}

export type Used = {
  name: string
  version: string
  /** As the package declares it: an SPDX expression; `none` when it declares nothing. See `declared`. */
  licence: string
  /** `direct`: named in package.json. `native`: one of several builds, of which a machine installs its own. */
  kind: 'direct' | 'native' | 'brought-along'
}

/**
 * What may be used, by SPDX identifier. Every licence here lets Musubi be passed on under the EUPL as long as notices stay. The
 * MPL covers the files of its package alone, which we use unaltered; the OFL covers fonts, which may be part of documents.
 */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'PSF-2.0',
  'Zlib',
])

/**
 * Whether an SPDX expression is on the list: of `A OR B` one suffices, of `A AND B` all must be. An expression that mixes both, or adds
 * an exception, is for a person to read, so it is not allowed.
 */
export function isAllowed(expression: string): boolean {
  const bare = expression.replace(/^\((.*)\)$/, '$1')
  if (bare.includes(' OR ')) return !bare.includes(' AND ') && bare.split(' OR ').some((one) => allowed.has(one))
  return bare.split(' AND ').every((one) => allowed.has(one))
}

/** Everything that an installation without development tools may hold, by name, then version. */
export function usedPackages(lock: Lock): Used[] {
  const own = lock.packages['']
  const direct = new Set(Object.keys({ ...own?.dependencies, ...own?.optionalDependencies }))
  const used = Object.entries(lock.packages)
    .filter(([path, entry]) => path !== '' && !entry.dev)
    .map(([path, entry]): Used => {
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
      const isTop = path === `node_modules/${name}`
      return {
        name,
        version: entry.version ?? '',
        licence: declared(lock, name, entry),
        kind: (entry.os ?? entry.cpu) ? 'native' : direct.has(name) && isTop ? 'direct' : 'brought-along',
      }
    })
  return used.toSorted((a, b) => (a.name === b.name ? compare(a.version, b.version) : compare(a.name, b.name)))
}

/**
 * npm knows what a build for another machine declares only if it fetched that one. Such a build is one product with the package that names
 * it as optional, and then stands under that package's licence.
 */
function declared(lock: Lock, name: string, entry: Locked): string {
  if (entry.license || !entry.os) return entry.license ?? 'none'
  const whole = Object.values(lock.packages).find(({ optionalDependencies }) => optionalDependencies?.[name])
  return whole?.license ?? 'none'
}

/** By code point: the order must not depend on the machine's language. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The packages whose licence nobody has agreed to. */
export const notAllowed = (used: readonly Used[]): Used[] => used.filter(({ licence }) => !isAllowed(licence))

/** LICENCES.md. */
export function licencePage(used: readonly Used[]): string {
  const of = (kind: Used['kind']) => used.filter((one) => one.kind === kind)
  return `# Licences of what Musubi is built on

Musubi itself is under the [EUPL 1.2](LICENCE). This list is made from package-lock.json by \`npm run licences\`, and a test holds it to
that. It names what runs; tools for developing are left out. The licence is the one each package declares; its text and notices come
with it into \`node_modules\`. Whoever passes Musubi on together with \`node_modules\` passes those on too.

- The fonts (Noto, under the OFL 1.1) are set into the documents that Musubi makes, which the OFL allows without conditions on the document.
- Lightning CSS (MPL 2.0) builds the style sheet and is used unaltered.
- Node.js carries further works, such as OpenSSL and ICU; the file LICENSE of its package names them.
- PostgreSQL is part of PGlite, in WebAssembly, under the PostgreSQL Licence.

${table('Licence', count(used))}

## Named in package.json

${packages(of('direct'))}

## What those bring along

${packages(of('brought-along'))}

## Builds for one kind of machine
An installation holds those that fit it.

${packages(of('native'))}
`
}

function count(used: readonly Used[]): [string, string][] {
  const counts = new Map<string, number>()
  for (const { licence } of used) counts.set(licence, (counts.get(licence) ?? 0) + 1)
  return [...counts].toSorted(([a], [b]) => compare(a, b)).map(([licence, packages]) => [licence, String(packages)])
}

const table = (head: string, rows: [string, string][]): string =>
  [`| ${head} | Packages |`, '| --- | ---: |', ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n')

const packages = (used: readonly Used[]): string =>
  [
    '| Package | Version | Licence |',
    '| --- | --- | --- |',
    ...used.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`),
  ].join('\n')
