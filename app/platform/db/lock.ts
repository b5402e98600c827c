import { randomUUID } from 'node:crypto'
import { linkSync, readFileSync, readlinkSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { DataDirectoryInUse } from './failures.ts'

/** Who holds the directory. `where` tells apart machines, boots and containers: a pid means nothing outside its own. */
type Holder = { pid: number; started: string; where: string; token: string }

/** The holder touches the file this often; another machine's file that was not touched for `SILENT` is abandoned. */
const BEAT = 5_000
const SILENT = 60_000

export type Lock = { release(): void }

/**
 * Takes the directory for this process, for good or not at all. A lock left behind by a process that died is taken over.
 * @throws DataDirectoryInUse when another process, or this one, holds it.
 */
export function takeLock(directory: string): Lock {
  const path = join(directory, 'lock')
  const mine: Holder = {
    pid: process.pid,
    started: startOf(process.pid) ?? '',
    where: whereabouts(),
    token: randomUUID(),
  }
  while (!claim(path, mine)) evictDead(directory, path)
  const heart = setInterval(() => touch(path), BEAT)
  heart.unref()
  return {
    release: () => {
      clearInterval(heart)
      if (read(path)?.token === mine.token) rmSync(path, { force: true })
    },
  }
}

/** A link appears whole or not at all, and never replaces one that is there. */
function claim(path: string, mine: Holder): boolean {
  const draft = `${path}.${mine.token}`
  writeFileSync(draft, JSON.stringify(mine))
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return false
  } finally {
    rmSync(draft, { force: true })
  }
}

function evictDead(directory: string, path: string): void {
  const holder = read(path)
  if (!holder) return
  if (isAlive(holder, path)) throw new DataDirectoryInUse(directory, holder.pid)
  const aside = `${path}.${randomUUID()}`
  try {
    renameSync(path, aside)
  } catch {
    return // Somebody else evicted it first.
  }
  const moved = read(aside)
  if (moved && moved.token !== holder.token) {
    // Between our look and our move somebody took over: what we hold is their living lock, so it goes back.
    try {
      linkSync(aside, path)
    } catch {
      throw new DataDirectoryInUse(directory, moved.pid)
    }
  }
  rmSync(aside, { force: true })
}

function isAlive(holder: Holder, path: string): boolean {
  if (holder.where !== whereabouts()) return Date.now() - (modified(path) ?? 0) < SILENT
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  // The number may have gone to a new process since; where the system tells, the start gives it away.
  const started = startOf(holder.pid)
  return started === undefined || holder.started === '' || started === holder.started
}

function read(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    return { pid: 0, started: '', where: '', token: '' } // Unreadable: judged by its age alone.
  }
}

function modified(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs
}

function touch(path: string): void {
  try {
    utimesSync(path, new Date(), new Date())
  } catch {
    // The directory is gone or read-only: the database itself will say so.
  }
}

/** Field 22 of Linux' `stat` (proc(5)): when the process started, in ticks since boot. The name before it may hold spaces. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  } catch {
    return undefined
  }
}

function whereabouts(): string {
  const boot = attempt(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim())
  const processes = attempt(() => readlinkSync('/proc/self/ns/pid'))
  return [boot ?? hostname(), processes].filter(Boolean).join(' ')
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
