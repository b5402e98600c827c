import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

const documents = globSync(['*.md', 'docs/**/*.md', 'examples/*/*.md', 'app/**/README.md'], { cwd: root }).toSorted()

/** As most hosts make the name of a heading: small letters, punctuation gone, blanks to hyphens. */
const anchorsOf = (text: string): string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  )

/** Links and pictures of a document that lead to no file, or to no heading of it. */
function deadLinksOf(path: string): string[] {
  const links = [...read(path).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target)
  return links.filter((link) => {
    if (/^[a-z]+:/.test(link)) return false
    const [file = '', anchor] = link.split('#')
    const target = file ? normalize(join(dirname(path), file)) : path
    return !existsSync(join(root, target)) || (anchor !== undefined && !anchorsOf(read(target)).includes(anchor))
  })
}

describe('the documents', () => {
  test('every link and picture leads somewhere', () => {
    expect(documents.length).toBeGreaterThan(20)
    expect(documents.flatMap((path) => deadLinksOf(path).map((link) => `${path}: ${link}`))).toEqual([])
  })

  test.each(['docs/decisions', 'docs/mechanisms'])('the index of %s names every page', (folder) => {
    const index = read(`${folder}/README.md`)
    const missing = readdirSync(join(root, folder)).filter(
      (file) => file.endsWith('.md') && file !== 'README.md' && !index.includes(`](${file})`),
    )
    expect(missing).toEqual([])
  })

  test('every decision is listed under its own title, and no number is used twice', () => {
    const index = read('docs/decisions/README.md')
    const titles = readdirSync(join(root, 'docs/decisions'))
      .filter((file) => /^\d{4}-/.test(file))
      .map((file) => [/^# (.+)$/m.exec(read(`docs/decisions/${file}`))?.[1] ?? '', file] as const)
    expect(titles.filter(([title, file]) => !index.includes(`[${title}](${file})`))).toEqual([])
    expect(titles.filter(([title, file]) => title.slice(0, 4) !== file.slice(0, 4))).toEqual([])
    expect(new Set(titles.map(([title]) => title.slice(0, 4))).size).toBe(titles.length)
  })

  test('the README and the help name every setting', () => {
    const schema = /const environment = z\.object\(\{([\s\S]*?)^\}\)/m.exec(read('app/platform/config.ts'))?.[1] ?? ''
    const settings = [...schema.matchAll(/^ {2}([A-Z_]+):/gm)].map(([, name = '']) => name)
    expect(settings.length).toBeGreaterThan(5)
    const help = read('app/commandLine/main.ts')
    expect(settings.filter((name) => !read('README.md').includes(`\`${name}\``))).toEqual([])
    expect(settings.filter((name) => !new RegExp(`^ {2}${name}\\b`, 'm').test(help))).toEqual([])
  })

  test('ARCHITECTURE names every room', () => {
    const rooms = readdirSync(join(root, 'app'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
    const plan = read('ARCHITECTURE.md')
    expect(rooms.map(({ name }) => `app/${name}/`).filter((room) => !plan.includes(room))).toEqual([])
  })

  test('no document tells to run a script that there is not', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const told = documents.flatMap((path) => [...read(path).matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name))
    expect(told.filter((name) => !(name in scripts))).toEqual([])
  })
})
