/** Another process works on this data directory. Two at once lose data (see docs/decisions/0011). */
export class DataDirectoryInUse extends Error {
  override readonly name = 'DataDirectoryInUse'
  readonly path: string
  readonly pid: number

  constructor(path: string, pid: number) {
    super(
      `The data directory ${path} is in use by process ${pid}. Stop that process first, or choose another directory with MUSUBI_DATA.`,
    )
    this.path = path
    this.pid = pid
  }
}

/** The database server did not answer, or refused us. The message holds no password. */
export class DatabaseUnreachable extends Error {
  override readonly name = 'DatabaseUnreachable'
}

/** The outer `db` was used while a transaction of the same call was open; on one connection that would wait for itself for ever. */
export class OutsideTransaction extends Error {
  override readonly name = 'OutsideTransaction'
  constructor() {
    super(
      'The database was used outside the transaction that this code runs in: use the transaction (tx) that was handed to it',
    )
  }
}

/** Nobody gave the single connection of the embedded database back in time. */
export class DatabaseBusy extends Error {
  override readonly name = 'DatabaseBusy'
  constructor(milliseconds: number) {
    super(
      `The embedded database was busy for ${milliseconds} ms. Either one query is very slow, or code inside a transaction waits for the outer database: use the transaction (tx) there`,
    )
  }
}

/** PostgreSQL's five-character code of an error (its appendix A), on both databases; undefined for any other error. */
export function sqlState(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined
}

/** Whether a unique constraint was violated; name it when a table has several. */
export function isDuplicate(error: unknown, constraint?: string): boolean {
  if (sqlState(error) !== '23505') return false
  return constraint === undefined || (error as { constraint?: string }).constraint === constraint
}

/** Worth trying again from the start: serialisation failure, deadlock. */
export const isCollision = (error: unknown): boolean => ['40001', '40P01'].includes(sqlState(error) ?? '')

const lost = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT', 'EPIPE', 'EAI_AGAIN', 'EHOSTUNREACH'])

/** Whether the connection is what failed, not the statement: the server is down, restarting, full, or ended our session. */
export function isConnectionFailure(error: unknown): boolean {
  if (error instanceof DatabaseUnreachable) return true
  const state = sqlState(error)
  if (state) return /^(08|57P0|53300)/.test(state)
  if (!(error instanceof Error)) return false
  if (error instanceof AggregateError) return error.errors.some(isConnectionFailure)
  if ('code' in error && lost.has(String(error.code))) return true
  return /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(
    error.message,
  )
}
