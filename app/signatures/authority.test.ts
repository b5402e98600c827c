import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAuthority, exportAuthority, importAuthority, issueCertificate } from './authority.ts'
import { keyUsage, notAnAuthority, p256PublicKey, readCertificate, signCertificate, subjectOf } from './certificate.ts'
import { encodeName, fitName } from './names.ts'
import { makeOneTimeKey, oneDay } from './oneTimeKey.ts'
import { serialOf } from './revocationList.ts'
import { crlUrl, later, makeAuthority } from './testing/ceremony.ts'
import { findChain } from './verify/chain.ts'
import { holderOf, isDemonstration } from './verify/subjects.ts'

const at = later(0)
const subject = { commonName: '村上 雅義', organisation: '神戸医療産業都市推進機構', country: 'JP', title: '専務理事' }
const issue = async (more: Partial<Parameters<typeof issueCertificate>[1]> = {}) => {
  const authority = await makeAuthority()
  const { publicKey } = await makeOneTimeKey()
  const certificate = await issueCertificate(authority, {
    publicKey,
    subject,
    crlUrl,
    use: 'signatory',
    ...oneDay(at),
    ...more,
  })
  return { authority, certificate: readCertificate(certificate), der: certificate }
}

describe('the authority', () => {
  it('survives storage, and its key cannot be read out again', async () => {
    const authority = await makeAuthority()
    const stored = await exportAuthority(authority)
    const restored = await importAuthority(stored)
    expect(restored.certificate).toEqual(authority.certificate)
    await expect(exportAuthority(restored)).rejects.toThrow(/extractable/)
  })

  it('does not take a key that is another’s', async () => {
    const [one, other] = await Promise.all([
      makeAuthority().then(exportAuthority),
      makeAuthority().then(exportAuthority),
    ])
    await expect(importAuthority({ ...one, privateKeyPem: other.privateKeyPem })).rejects.toThrow(RangeError)
    await expect(importAuthority({ ...one, certificatePem: 'nothing' })).rejects.toThrow(RangeError)
  })

  it('says in its name that it is a demonstration', async () => {
    expect(isDemonstration(readCertificate((await makeAuthority('Root', true)).certificate))).toBe(true)
    expect(isDemonstration(readCertificate((await makeAuthority('Root', false)).certificate))).toBe(false)
  })

  it('may live beyond 2049, where X.509 writes time differently', async () => {
    const name = { commonName: 'Root', organisation: 'Test' }
    const { certificate } = await createAuthority({ name, validFrom: at, validUntil: new Date('2060-01-01T00:00:00Z') })
    expect(readCertificate(certificate).notAfter.value).toEqual(new Date('2060-01-01T00:00:00Z'))
  })
})

describe('a certificate', () => {
  it('names its holder in any script and leads to the root for one day', async () => {
    const { authority, certificate } = await issue()
    expect(holderOf(certificate)).toEqual(subject)
    const roots = [readCertificate(authority.certificate)]
    const ask = (instant: Date, purpose: 'signing' | 'timeStamping' = 'signing') =>
      findChain(certificate, { pool: [], roots, at: instant, purpose })
    expect(await ask(at)).toMatchObject({ path: [certificate, roots[0]] })
    expect(await ask(new Date(at.getTime() + 25 * 3_600_000))).toEqual({ failed: 'expired' })
    expect(await ask(new Date(at.getTime() - 3_600_000))).toEqual({ failed: 'not-yet-valid' })
    expect(await ask(at, 'timeStamping')).toEqual({ failed: 'wrong-purpose' })
  })

  it('cannot issue further certificates', async () => {
    const authority = await makeAuthority()
    const { privateKey, publicKey } = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
      'sign',
      'verify',
    ])
    const middle = await issueCertificate(authority, { publicKey, subject, crlUrl, use: 'signatory', ...oneDay(at) })
    const forged = await issueCertificate(
      { certificate: middle, privateKey },
      { publicKey, subject, crlUrl, use: 'signatory', ...oneDay(at) },
    )
    const chain = await findChain(readCertificate(forged), {
      pool: [readCertificate(middle)],
      roots: [readCertificate(authority.certificate)],
      at,
      purpose: 'signing',
    })
    expect(chain).toEqual({ failed: 'unknown-root' })
  })

  it('that may sign certificates but is no authority does not lead anywhere', async () => {
    const authority = await makeAuthority()
    const { privateKey, publicKey } = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
      'sign',
      'verify',
    ])
    const root = readCertificate(authority.certificate)
    const [spki, name] = [await p256PublicKey(publicKey), encodeName(subject)]
    const times = { validFrom: later(-1), validUntil: later(1) }
    const extensions = [notAnAuthority(), keyUsage('keyCertSign')]
    const middle = await signCertificate(
      { issuer: subjectOf(root), subject: name, publicKey: spki, ...times, extensions },
      authority.privateKey,
    )
    const leaf = await issueCertificate(
      { certificate: middle, privateKey },
      { publicKey, subject, crlUrl, use: 'signatory', ...oneDay(at) },
    )
    const chain = await findChain(readCertificate(leaf), {
      pool: [],
      roots: [readCertificate(middle)],
      at,
      purpose: 'signing',
    })
    expect(chain).toEqual({ failed: 'unknown-root' })
  })

  it('takes a key as the bytes that a browser exports, and no other bytes', async () => {
    const { publicKey } = await makeOneTimeKey()
    const spki = new Uint8Array(await crypto.subtle.exportKey('spki', publicKey))
    const { certificate } = await issue({ publicKey: spki })
    expect(new Uint8Array(certificate.subjectPublicKeyInfo.toSchema().toBER())).toEqual(spki)
    await expect(issue({ publicKey: spki.fill(1, 40) })).rejects.toThrow(/Invalid key/i)
  })

  it('refuses names and countries that say nothing', async () => {
    await expect(issue({ subject: { ...subject, commonName: ' ' } })).rejects.toThrow(RangeError)
    await expect(issue({ subject: { ...subject, country: 'Japan' } })).rejects.toThrow(RangeError)
  })

  it('has a random positive serial number of at most twenty octets', async () => {
    const serials = await Promise.all(Array.from({ length: 8 }, async () => serialOf((await issue()).der)))
    expect(new Set(serials.map(String)).size).toBe(8)
    for (const serial of serials) expect([serial.length <= 20, serial[0]! < 0x80]).toEqual([true, true])
  })

  it('keeps its key inside: a one-time key cannot be exported', async () => {
    const { privateKey } = await makeOneTimeKey()
    await expect(crypto.subtle.exportKey('pkcs8', privateKey)).rejects.toThrow(/extractable/)
  })
})

describe('names in certificates', () => {
  it('fit 64 characters, are never cut within one, and keep what fits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const [fitted, whole] = [fitName(text), text.normalize('NFC').trim()]
        expect(Array.from(fitted).length).toBeLessThanOrEqual(64)
        expect(fitted.isWellFormed()).toBe(true)
        expect(fitted === whole).toBe(Array.from(whole).length <= 64)
      }),
    )
    expect(fitName('𠮷'.repeat(70))).toBe(`${'𠮷'.repeat(63)}…`)
  })
})
