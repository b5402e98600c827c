import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { Readable } from 'node:stream'
import { callbackify } from 'node:util'
import { SMTPServer } from 'smtp-server'
import type { Services } from '../../../web/env.ts'
import { organisationAt, takeMail } from './taking.ts'

const LARGEST = 2_000_000
const MOST_RECIPIENTS = 5

/**
 * Opens the door for mails. A mail server of the installation stands before it and speaks TLS to the world; here only those addresses are
 * answered that are offices', nothing is passed on, and nothing is acknowledged before it is stored.
 */
export async function receiveMail(
  services: Services,
  { host, port, domain }: { host: string; port: number; domain: string },
): Promise<{ port: number; close(): Promise<void> }> {
  const server = new SMTPServer({
    name: domain,
    banner: 'Musubi',
    size: LARGEST,
    maxClients: 20,
    socketTimeout: 30_000,
    closeTimeout: 5_000,
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onMailFrom({ address }, _session, done) {
      // Reports of mails that could not be delivered have no sender, and nothing of ours was sent from here.
      done(address ? undefined : replying(550, '5.7.1 No reports, please'))
    },
    onRcptTo({ address }, session, done) {
      if (session.envelope.rcptTo.length >= MOST_RECIPIENTS) return done(replying(452, '4.5.3 Too many at once'))
      callbackify(() => officeAt(services, domain, address))(done)
    },
    onData(stream, session, done) {
      callbackify(() => take(services, domain, session.envelope.rcptTo, stream))(done)
    },
  })
  server.on('error', (error) => services.log('mail-in-failed', { error: error.message }))
  server.listen(port, host)
  await once(server.server, 'listening')
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function officeAt(services: Services, domain: string, address: string): Promise<void> {
  const [localPart = '', host = ''] = address.split('@')
  const organisation = host.toLowerCase() === domain ? await organisationAt(services.database.db, localPart) : null
  if (!organisation) throw replying(550, '5.1.1 There is no such address')
}

async function take(
  services: Services,
  domain: string,
  recipients: readonly { address: string }[],
  stream: Readable & { sizeExceeded?: boolean },
): Promise<void> {
  const raw = await bytesOf(stream)
  if (!raw) throw replying(552, '5.3.4 The mail is too large')
  for (const { address } of recipients) {
    const organisation = await organisationAt(services.database.db, address.split('@')[0] ?? '')
    // The address may have been renewed since it was asked for.
    if (!organisation) throw replying(550, '5.1.1 There is no such address')
    const taken = await takeMail(services, organisation, raw)
    if (taken === 'too-many') throw replying(451, '4.7.1 Too many mails, try later')
  }
}

/** The mail; null where it is larger than was agreed on. All of it is read, so that the other side hears the answer. */
async function bytesOf(stream: Readable): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size <= LARGEST) chunks.push(chunk)
  }
  return size <= LARGEST ? new Uint8Array(Buffer.concat(chunks)) : null
}

const replying = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode })
