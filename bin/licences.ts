// `npm run licences`: writes LICENCES.md anew, and ends with 1 when a package has a licence that nobody has agreed to.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { licencePage, type Lock, notAllowed, usedPackages } from './licenceList.ts'

const root = join(import.meta.dirname, '..')
const used = usedPackages(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock)
writeFileSync(join(root, 'LICENCES.md'), licencePage(used))
const refused = notAllowed(used)
for (const { name, version, licence } of refused) {
  console.error(
    `${name} ${version} is under “${licence}”, which bin/licenceList.ts does not allow. Read it, then decide.`,
  )
}
console.log(`LICENCES.md names ${used.length} packages.`)
if (refused.length > 0) process.exitCode = 1
