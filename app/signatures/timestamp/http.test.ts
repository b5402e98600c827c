import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Authority } from '../authority.ts'
import { randomBytes } from '../bytes.ts'
import { later, makeAuthority, timeSigner } from '../testing/ceremony.ts'
import { type Mischief, startTimestampServer } from '../testing/timestampServer.ts'
import { readTimeStamp, stamps } from '../verify/timeStamp.ts'
import { readCertificate } from '../certificate.ts'
import { type HttpTimestampOptions, httpTimestampService, isPrivate } from './http.ts'

const at = later(0)
let authority: Authority
let server: { url: string; stop(): Promise<void> }
beforeAll(async () => {
  authority = await makeAuthority()
  server = await startTimestampServer(await timeSigner(authority, at), () => at)
})
afterAll(() => server.stop())

const ask = (path: Mischief | '' = '', more: HttpTimestampOptions = {}) =>
  httpTimestampService(server.url + path, {
    allowPrivateAddresses: true,
    trustRoots: [authority.certificate],
    ...more,
  }).stamp(new Uint8Array(32).fill(7))

describe('a time-stamp over HTTP', () => {
  it('comes back with a token for what was asked', async () => {
    const stamp = await ask()
    if ('failed' in stamp) throw new Error(stamp.detail)
    expect(stamp.at).toEqual(at)
    const token = await readTimeStamp(stamp.token, { roots: [readCertificate(authority.certificate)], pool: [] })
    expect(token?.imprint.hash).toEqual(new Uint8Array(32).fill(7))
    expect(await stamps(token!, randomBytes(3))).toBe(false)
  })

  const mischiefs: [Mischief, failed: string, detail: string][] = [
    ['other-imprint', 'bad-answer', 'another imprint than asked'],
    ['other-nonce', 'bad-answer', 'another nonce than asked'],
    ['no-nonce', 'bad-answer', 'another nonce than asked'],
    ['damaged', 'bad-answer', 'the signature of the token does not hold'],
    ['garbage', 'bad-answer', 'no time-stamp response'],
    ['refusal', 'refused', 'status 2'],
    ['error', 'refused', 'HTTP 503'],
    ['redirect', 'refused', 'HTTP 302'],
    ['endless', 'unreachable', 'an answer too long'],
  ]
  it.each(mischiefs)('is turned away when the service sends: %s', async (mischief, failed, detail) => {
    expect(await ask(mischief)).toEqual({ failed, detail })
  })

  it('is turned away when another policy, root or purpose stands behind it', async () => {
    expect(await ask('', { policy: '1.2.3.5' })).toMatchObject({ detail: 'another policy than asked' })
    const stranger = await makeAuthority('Another root')
    expect(await ask('', { trustRoots: [stranger.certificate] })).toMatchObject({
      detail: 'the certificate: unknown-root',
    })
    const misused = await startTimestampServer(await timeSigner(authority, at, 10, 'signatory'), () => at)
    const service = httpTimestampService(misused.url, { allowPrivateAddresses: true })
    expect(await service.stamp(new Uint8Array(32))).toMatchObject({ detail: 'the certificate: wrong-purpose' })
    await misused.stop()
  })

  it('gives up on a service that does not answer', async () => {
    expect(await ask('silent', { timeout: 50 })).toMatchObject({ failed: 'unreachable' })
  })

  it('does not knock on inner doors unless told to', async () => {
    expect(await ask('', { allowPrivateAddresses: false })).toEqual({
      failed: 'unreachable',
      detail: 'a private address',
    })
    const named = httpTimestampService(server.url.replace('127.0.0.1', 'localhost'))
    expect(await named.stamp(new Uint8Array(32))).toEqual({ failed: 'unreachable', detail: 'a private address' })
  })

  it('is not asked for at other kinds of address', () => {
    expect(() => httpTimestampService('file:///etc/passwd')).toThrow(TypeError)
  })
})

describe('private addresses', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '::1',
    'fe80::1',
    'fd00::1',
    '::ffff:10.0.0.1',
    'localhost',
  ])('%s is one', (host) => expect(isPrivate(host)).toBe(true))
  it.each(['93.184.216.34', '172.32.0.1', '2606:2800:220:1::1', '::ffff:93.184.216.34', 'example.org'])(
    '%s is none',
    (host) => expect(isPrivate(host)).toBe(false),
  )
})
