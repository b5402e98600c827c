import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

/** A PostgreSQL of our own, for one test run. */
export type TestServer = { url: string; stop(): Promise<void> }

/** Folder that holds `initdb` and `postgres`: from the newest Debian package, else from PATH. */
export function findPostgres(): string | undefined {
  const packaged = globSync('/usr/lib/postgresql/*/bin').toSorted(
    (a, b) => Number(b.split('/')[4]) - Number(a.split('/')[4]),
  )
  const folders = [...packaged, ...(process.env.PATH ?? '').split(delimiter)]
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return folders.find((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name + suffix))))
}

/** Makes and starts a server on a free loopback port. Nothing of it is kept, so nothing is synced to disk. */
export async function startPostgres(binaries: string): Promise<TestServer> {
  const directory = mkdtempSync(join(tmpdir(), 'musubi-postgres-'))
  const user = plainUser()
  if (user) chownSync(directory, user.uid, user.gid)
  const data = join(directory, 'data')
  try {
    execFileSync(
      join(binaries, 'initdb'),
      ['-D', data, '-U', 'musubi', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
      {
        stdio: ['ignore', 'ignore', 'pipe'],
        cwd: directory,
        ...user,
      },
    )
    const port = await freePort()
    const settings = {
      port,
      listen_addresses: '127.0.0.1',
      unix_socket_directories: directory,
      fsync: 'off',
      full_page_writes: 'off',
    }
    const arguments_ = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    const server = spawn(join(binaries, 'postgres'), ['-D', data, ...arguments_], {
      stdio: ['ignore', 'ignore', 'pipe'],
      cwd: directory,
      ...user,
    })
    await untilReady(server)
    return { url: `postgres://musubi@127.0.0.1:${port}/postgres`, stop: () => stop(server, directory) }
  } catch (error) {
    rmSync(directory, { recursive: true, force: true })
    throw error
  }
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

function untilReady(server: ReturnType<typeof spawn>): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-4000)
      if (said.includes('ready to accept connections')) resolve()
    })
    server.once('error', reject)
    server.once('exit', (code) => reject(new Error(`PostgreSQL ended with ${code}: ${said}`)))
  })
}

function stop(server: ReturnType<typeof spawn>, directory: string): Promise<void> {
  return new Promise((resolve) => {
    const gone = () => {
      rmSync(directory, { recursive: true, force: true })
      resolve()
    }
    if (server.exitCode !== null) return gone()
    server.once('exit', gone)
    // "Fast" shutdown: open connections are ended, not waited for.
    server.kill('SIGINT')
  })
}

/** Loopback ports beyond 32767 are given out to clients and may be taken at any moment. */
async function freePort(): Promise<number> {
  for (let tries = 0; tries < 50; tries++) {
    const port = 20_000 + Math.floor(Math.random() * 12_000)
    if (await isFree(port)) return port
  }
  throw new Error('No free port between 20000 and 32000')
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}
