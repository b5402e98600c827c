import { lookup as systemLookup } from 'node:dns'
import { type RequestOptions, request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { BlockList, type LookupFunction, isIP } from 'node:net'
import { makeRequest, readResponse } from './request.ts'
import type { Stamp, StampFailure, TimestampService } from './service.ts'

export type HttpTimestampOptions = {
  /** DER of the roots its certificate must lead to. Without them only the token's own consistency is checked. */
  trustRoots?: readonly Uint8Array[]
  /** Object identifier of the policy to ask for. */
  policy?: string
  /** For a service in one's own network; otherwise an address from outside could make us knock on inner doors. */
  allowPrivateAddresses?: boolean
  /** Milliseconds; 10,000 when absent. */
  timeout?: number
}

const MAX_ANSWER = 64 * 1024

/** An RFC 3161 service over HTTP or HTTPS. Throws TypeError on an address of another kind; redirects are not followed. */
export function httpTimestampService(address: string, options: HttpTimestampOptions = {}): TimestampService {
  const url = new URL(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new TypeError(`not a web address: ${address}`)
  return {
    name: url.host,
    trial: false,
    async stamp(sha256: Uint8Array): Promise<Stamp | StampFailure> {
      const { request, nonce } = makeRequest(sha256, options.policy)
      const answer = await ask(url, request, options)
      if ('failed' in answer) return answer
      const { trustRoots, policy } = options
      return readResponse(answer.body, { sha256, nonce, ...(policy && { policy }), ...(trustRoots && { trustRoots }) })
    },
  }
}

function ask(url: URL, body: Uint8Array, options: HttpTimestampOptions): Promise<{ body: Uint8Array } | StampFailure> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (!options.allowPrivateAddresses && isPrivate(host)) return Promise.resolve(unreachable('a private address'))
  return new Promise((resolve) => {
    const settings: RequestOptions = {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query', 'content-length': body.length },
      // One clock for everything, connecting included: a service that drips bytes must not hold a signing up.
      signal: AbortSignal.timeout(options.timeout ?? 10_000),
      ...(!options.allowPrivateAddresses && { lookup: publicLookup }),
    }
    const sent = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, settings, (response) => {
      const parts: Buffer[] = []
      let length = 0
      response.on('data', (part: Buffer) => {
        length += part.length
        if (length > MAX_ANSWER) sent.destroy(new Error('an answer too long'))
        parts.push(part)
      })
      response.on('error', (error) => resolve(unreachable(error.message)))
      response.on('end', () => {
        const ok = response.statusCode === 200
        resolve(ok ? { body: Buffer.concat(parts) } : { failed: 'refused', detail: `HTTP ${response.statusCode}` })
      })
    })
    sent.on('error', (error) => resolve(unreachable(error.message)))
    sent.end(body)
  })
}

const unreachable = (detail: string): StampFailure => ({ failed: 'unreachable', detail })

/** Refuses after resolving, in the very look-up that the connection uses: a name cannot change its mind in between. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  systemLookup(hostname, { ...options, all: true }, (error, addresses) => {
    const first = addresses?.find(({ address }) => !isPrivate(address))
    if (error || !first) callback(error ?? new Error('a private address'), '', 4)
    else if (options.all) callback(null, [first])
    else callback(null, first.address, first.family)
  })
}

const inner = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  inner.addSubnet(network, prefix, 'ipv4')
}
for (const [network, prefix] of [
  ['::', 128],
  ['::1', 128],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  inner.addSubnet(network, prefix, 'ipv6')
}

/** Loopback, private, link-local, shared and multicast addresses; IPv4 written as IPv6 counts as IPv4. */
export function isPrivate(host: string): boolean {
  const family = isIP(host)
  if (family === 0) return host === 'localhost' || host.endsWith('.localhost')
  return inner.check(host, family === 6 ? 'ipv6' : 'ipv4')
}
