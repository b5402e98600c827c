import { ConfigError } from '../platform/config.ts'
import { DatabaseUnreachable, DataDirectoryInUse } from '../platform/db/failures.ts'
import { DatabaseAhead } from '../platform/db/migrate.ts'

/** The sentence for what a person can mend themselves; null for what is a fault of ours. */
export function sentenceOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  const known = [ConfigError, DataDirectoryInUse, DatabaseUnreachable, DatabaseAhead, CommandRefused]
  if (known.some((kind) => error instanceof kind)) return error.message
  const { code, port, address } = error as NodeJS.ErrnoException & { port?: number; address?: string }
  if (code === 'EADDRINUSE') return `Port ${port} on ${address} is taken. Choose another one: PORT=3001 npm start`
  if (code === 'EACCES' && port)
    return `Port ${port} needs rights this account does not have. Choose one above 1024: PORT=3001 npm start`
  return null
}

/** A command that cannot do what was asked, with what to do instead. */
export class CommandRefused extends Error {}
