// `npm run bench:pages`: what a public page costs. Processor time and requests a second of the home page and of the agreement page, beside
// a bare page from the same HTTP library in the same process; and the bytes of every public page.
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { freePort } from '../test/harness/freePort.ts'
import { openMusubi } from '../test/journeys/musubi.ts'
import { printFigures, printTable, round } from './measuring.ts'
import { weighPublicPages, weightHead, weightRow } from './publicPages.ts'

const SECONDS = 4
const AT_ONCE = 8

/** Milliseconds of processor time a request, requests a second, and how long they took (milliseconds). */
type Cost = { processor: number; perSecond: number; median: number; p99: number; failed: number }

const musubi = await openMusubi()
const bare = await openBarePage()
try {
  const { reference } = await musubi.services.database.db
    .selectFrom('agreement')
    .select('reference')
    .orderBy('created_at')
    .executeTakeFirstOrThrow()
  const addresses = {
    bare: bare.address,
    home: `${musubi.origin}/en`,
    agreement: `${musubi.origin}/en/agreements/${reference}`,
  }
  const costs: Record<string, Cost> = {}
  for (const [name, address] of Object.entries(addresses)) costs[name] = await costOf(address)
  const { weights } = await weighPublicPages(
    (path) => fetch(`${musubi.origin}${path}`, { redirect: 'manual' }),
    musubi.services.assets,
  )

  printTable(
    ['page', 'processor ms', 'requests/s', 'median ms', 'p99 ms', 'not 200'],
    Object.entries(costs).map(([name, { processor, perSecond, median, p99, failed }]) => [
      name,
      processor,
      perSecond,
      median,
      p99,
      failed,
    ]),
  )
  console.log()
  printTable(weightHead, weights.map(weightRow))
  printFigures('pages', { costs, weights })
  if (Object.values(costs).some(({ failed }) => failed > 0)) process.exitCode = 1
} finally {
  bare.close()
  await musubi.close()
}

/** A page of one sentence, without anything of ours: what the library and Node.js cost by themselves. */
async function openBarePage(): Promise<{ address: string; close(): void }> {
  const server = createAdaptorServer({ fetch: new Hono().get('/', (c) => c.html('<p>Hello</p>')).fetch }) as Server
  const port = await freePort()
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return { address: `http://127.0.0.1:${port}/`, close: () => server.closeAllConnections() ?? server.close() }
}

async function costOf(address: string): Promise<Cost> {
  await load(address, 1)
  const before = process.cpuUsage()
  const { requests, failed, perSecond, median, p99 } = await load(address, SECONDS)
  const { user, system } = process.cpuUsage(before)
  return {
    processor: round((user + system) / 1000 / requests, 3),
    perSecond,
    median: round(median, 1),
    p99: round(p99, 1),
    failed,
  }
}

type Load = { requests: number; failed: number; perSecond: number; median: number; p99: number }

async function load(address: string, seconds: number): Promise<Load> {
  const args = ['--import', 'tsx', join(import.meta.dirname, 'load.ts'), address, String(seconds), String(AT_ONCE)]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  return JSON.parse(stdout) as Load
}
