// Runs before `npm start` and `npm test`: installs what package-lock.json says when that changed, builds the style sheet
// and scripts when their sources changed. Plain JavaScript for Node 20; asks nothing; does nothing when all is in place.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(fileURLToPath(import.meta.url), '..', '..')
const at = (...parts) => join(root, ...parts)

// Engine warnings are about the Node.js that runs npm, not the one that runs us.
const QUIETLY = ['--no-audit', '--no-fund', '--loglevel=error']

const [major] = process.versions.node.split('.').map(Number)
if (major < 20) fail(`Musubi needs Node.js 20 or newer; this is ${process.versions.node}.`)

install()
buildAssets()

function install() {
  const wanted = fingerprint([at('package-lock.json')])
  const mark = at('node_modules', '.musubi-installed')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return
  console.log('Installing what Musubi is built on (this takes a minute the first time) …')
  const npm = process.env.npm_execpath
  const done = npm
    ? spawnSync(process.execPath, [npm, 'ci', ...QUIETLY], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', ['ci', ...QUIETLY], { cwd: root, stdio: 'inherit', shell: true })
  if (done.status !== 0)
    fail('The installation did not finish. Check the connection to the npm registry, then try again.')
  writeFileSync(mark, wanted)
}

function buildAssets() {
  const sources = [
    ...filesBelow(at('app', 'styles')),
    ...filesBelow(at('app', 'islands')),
    ...['signatures', 'verification', 'language'].flatMap((room) => filesBelow(at('app', room))),
    at('vite.config.ts'),
  ]
  const wanted = fingerprint(sources)
  const mark = at('dist', '.built')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return
  const done = spawnSync(process.execPath, [at('bin', 'run.mjs'), 'vite', 'build'], { cwd: root, stdio: 'inherit' })
  if (done.status !== 0) fail('The style sheet and scripts could not be built; the lines above say why.')
  mkdirSync(at('dist'), { recursive: true })
  writeFileSync(mark, wanted)
}

function fingerprint(files) {
  const hash = createHash('sha256')
  for (const file of files.sort()) if (existsSync(file)) hash.update(file.slice(root.length)).update(readFileSync(file))
  return hash.digest('hex')
}

function filesBelow(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesBelow(path) : [path]
  })
}

function fail(sentence) {
  console.error(sentence)
  process.exit(2)
}
