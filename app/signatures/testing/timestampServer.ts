import { type Server, createServer } from 'node:http'
import { TimeStampReq } from 'pkijs'
import { exactBuffer } from '../bytes.ts'
import { integer, sequence } from '../der.ts'
import type { Signer } from '../signer.ts'
import { makeToken } from '../timestamp/token.ts'

/** How the service under test misbehaves, if it does. */
export type Mischief =
  | 'other-imprint'
  | 'other-nonce'
  | 'no-nonce'
  | 'refusal'
  | 'garbage'
  | 'endless'
  | 'silent'
  | 'error'
  | 'redirect'
  | 'damaged'

const POLICY = '1.2.3.4'

/** An RFC 3161 service on the loopback that answers by the book, but for the mischief asked for in its path. */
export async function startTimestampServer(
  signer: Signer,
  at: () => Date,
): Promise<{ url: string; stop(): Promise<void> }> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => void answer(Buffer.concat(parts), request.url!.slice(1) as Mischief))
    const answer = async (body: Uint8Array, mischief: Mischief): Promise<void> => {
      if (mischief === 'silent') return
      if (mischief === 'error') return void response.writeHead(503).end()
      if (mischief === 'redirect') return void response.writeHead(302, { location: '/' }).end()
      if (mischief === 'garbage') return void response.end('<html>')
      if (mischief === 'endless') return void response.end(Buffer.alloc(1_000_000))
      response.setHeader('content-type', 'application/timestamp-reply')
      response.end(await reply(signer, body, at(), mischief))
    }
  })
  const port = await listen(server)
  return {
    url: `http://127.0.0.1:${port}/`,
    stop: () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections()),
  }
}

async function reply(signer: Signer, body: Uint8Array, at: Date, mischief: Mischief): Promise<Uint8Array> {
  if (mischief === 'refusal') return sequence(sequence(integer(2)))
  const asked = TimeStampReq.fromBER(exactBuffer(body))
  const imprint = new Uint8Array(asked.messageImprint.hashedMessage.getValue())
  const nonce = new Uint8Array(asked.nonce!.valueBlock.valueHexView)
  if (mischief === 'other-imprint') imprint[0]! ^= 1
  if (mischief === 'other-nonce') nonce[1]! ^= 1
  const token = await makeToken(signer, { imprint, at, policy: POLICY, ...(mischief !== 'no-nonce' && { nonce }) })
  // The last byte belongs to the signature's value.
  if (mischief === 'damaged') token[token.length - 1]! ^= 1
  return sequence(sequence(integer(0)), token)
}

/** Ports below 32768 are ours to take; the first free one of a few. */
async function listen(server: Server): Promise<number> {
  for (let port = 21_300 + (process.pid % 500); ; port++) {
    const taken = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(true))
      server.listen(port, '127.0.0.1', () => resolve(false))
    })
    if (!taken) return port
  }
}
