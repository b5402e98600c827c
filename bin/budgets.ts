// `node bin/run.mjs bin/budgets.ts`: weighs every public page of the demonstration, and ends with 1 when one is heavier than agreed.
import { budget, weighPublicPages, weightHead, weightRow } from '../bench/publicPages.ts'
import { printTable, round } from '../bench/measuring.ts'
import { openMusubi } from '../test/journeys/musubi.ts'

const musubi = await openMusubi()
try {
  const ask = (path: string) => fetch(`${musubi.origin}${path}`, { redirect: 'manual' })
  const { weights: pages, dead } = await weighPublicPages(ask, musubi.services.assets)
  for (const path of dead) console.error(`A public page links to ${path}, where there is nothing.`)
  if (dead.length > 0) process.exitCode = 1
  const heavy = pages.filter(({ text, script }) => text > budget.text || script > budget.script)
  if (heavy.length > 0) {
    printTable(weightHead, heavy.map(weightRow))
    console.error(
      `At most ${budget.text / 1000} kB of HTML and CSS and ${budget.script / 1000} kB of script, gzipped, are agreed.`,
    )
    process.exitCode = 1
  } else {
    const largest = (of: 'text' | 'script') => round(Math.max(...pages.map((page) => page[of])) / 1000, 1)
    console.log(
      `${pages.length} public pages, at most ${largest('text')} kB of HTML and CSS and ${largest('script')} kB of script, gzipped.`,
    )
  }
} finally {
  await musubi.close()
}
