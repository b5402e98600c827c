import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, globSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import type { Readable } from 'node:stream'
import { freePort } from './freePort.ts'

/** A PostgreSQL of our own, for one test run. */
export type TestServer = { url: string; stop(): Promise<void> }

/** Folder that holds `initdb` and `postgres`: from the newest Debian package, else from PATH. */
export function findPostgres(): string | undefined {
  if (process.platform === 'win32') return undefined // We watch over it with a shell, see `WATCH`.
  const packaged = globSync('/usr/lib/postgresql/*/bin').toSorted(
    (a, b) => Number(b.split('/')[4]) - Number(a.split('/')[4]),
  )
  const folders = [...packaged, ...(process.env.PATH ?? '').split(delimiter)]
  return folders.find((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name))))
}

/**
 * Runs the server until standard input ends, which it also does when whoever holds its other end is killed; so no server
 * and no directory outlives a test run. SIGINT is the shutdown that ends open connections instead of waiting for them.
 */
const WATCH = '"$@" & server=$!; cat >/dev/null; kill -INT $server; wait $server; rm -rf "$PWD"'

/** Makes and starts a server on a free loopback port. Nothing of it is kept, so nothing is synced to disk. */
export async function startPostgres(binaries: string): Promise<TestServer> {
  const directory = mkdtempSync(join(tmpdir(), 'musubi-postgres-'))
  const user = plainUser()
  if (user) chownSync(directory, user.uid, user.gid)
  const place = { cwd: directory, ...user }
  const data = join(directory, 'data')
  const setUp = ['-D', data, '-U', 'musubi', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
  execFileSync(join(binaries, 'initdb'), setUp, { stdio: ['ignore', 'ignore', 'pipe'], ...place })
  const port = await freePort()
  const command = [join(binaries, 'postgres'), '-D', data, ...settings({ port, directory })]
  const server = spawn('/bin/sh', ['-c', WATCH, 'sh', ...command], { stdio: ['pipe', 'ignore', 'pipe'], ...place })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const stop = () => {
    server.stdin.end()
    return ended
  }
  try {
    await untilReady(server.stderr)
  } catch (error) {
    await stop()
    throw error
  }
  return { url: `postgres://musubi@127.0.0.1:${port}/postgres`, stop }
}

function settings({ port, directory }: { port: number; directory: string }): string[] {
  const values = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: directory,
    fsync: 'off',
    // Every test application keeps a few connections for its jobs, and a worker lives through many of them.
    max_connections: '600',
    full_page_writes: 'off',
  }
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** PostgreSQL refuses to run as root. */
function plainUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }))
    if (uid?.status === 0 && gid?.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  }
  return undefined
}

function untilReady(log: Readable): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    log.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-4000)
      if (said.includes('ready to accept connections')) resolve()
      if (/FATAL|PANIC/.test(said)) reject(new Error(`PostgreSQL did not start: ${said}`))
    })
    log.once('end', () => reject(new Error(`PostgreSQL ended: ${said}`)))
  })
}
