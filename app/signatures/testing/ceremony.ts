import { utf8 } from '../bytes.ts'
import { type Authority, createAuthority, issueCertificate } from '../authority.ts'
import { signRaw } from '../ecdsa.ts'
import { makeOneTimeKey, makeOneTimeSigner } from '../oneTimeKey.ts'
import { archive } from '../pdf/archiving.ts'
import type { SigningResult } from '../pdf/results.ts'
import { type FieldPlace, fieldName, reserveAndSeal } from '../pdf/sealing.ts'
import { signField } from '../pdf/signing.ts'
import { type Revocation, issueRevocationList } from '../revocationList.ts'
import type { Signer } from '../signer.ts'
import { builtInTimestampService } from '../timestamp/builtIn.ts'
import type { TimestampService } from '../timestamp/service.ts'
import { makeToken } from '../timestamp/token.ts'

const YEAR = 365 * 24 * 60 * 60 * 1000
export const crlUrl = 'http://pki.example/revoked.crl'

/** The afternoon of the signing in Kobe. */
export const ceremonyAt = new Date('2026-03-22T08:00:00Z')
export const later = (years: number): Date => new Date(ceremonyAt.getTime() + years * YEAR)

export const makeAuthority = (commonName = 'Root under test', demonstration = false): Promise<Authority> =>
  createAuthority({
    name: { commonName, organisation: 'Test' },
    validFrom: new Date(ceremonyAt.getTime() - YEAR),
    validUntil: later(40),
    demonstration,
  })

/** A service with a policy of its own, so that nothing warns of a trial. */
export async function stampingWith(authority: Authority, at: () => Date, years = 10): Promise<TimestampService> {
  const signer = await timeSigner(authority, at(), years)
  return {
    name: 'service under test',
    trial: false,
    stamp: async (imprint) => ({ token: await makeToken(signer, { imprint, policy: '1.2.3.4', at: at() }), at: at() }),
  }
}

export async function timeSigner(
  authority: Authority,
  at: Date,
  years = 10,
  use: 'timestamp' | 'signatory' = 'timestamp',
): Promise<Signer> {
  const { privateKey, publicKey } = await makeOneTimeKey()
  const certificate = await issueCertificate(authority, {
    publicKey,
    subject: { commonName: 'Time-stamp under test', organisation: 'Test' },
    validFrom: new Date(at.getTime() - 1000),
    validUntil: new Date(at.getTime() + years * YEAR),
    crlUrl,
    use,
  })
  return { certificate, chain: [authority.certificate], sign: (data) => signRaw(privateKey, data) }
}

export const places = (count: number): FieldPlace[] =>
  Array.from({ length: count }, (_, index) => ({
    name: fieldName(index + 1),
    page: 1,
    rect: [60 + (index % 3) * 165, 560 - Math.floor(index / 3) * 80, 150, 60],
    title: `署名 Signature ${index + 1}`,
  }))

export function must(result: SigningResult): Uint8Array {
  if ('failed' in result) throw new Error(`${result.failed}: ${result.detail}`)
  return result.pdf
}

export const signatoryName = (index: number): string => `髙﨑𠮷 ${index + 1}`

export type Ceremony = {
  at: Date
  authority: Authority
  timestamp: TimestampService
  sealed: Uint8Array
  signers: Signer[]
}

/** `trial`: with a demonstration root and the built-in time-stamp service. */
type Kind = { at?: Date; trial?: boolean }

export async function sealedCeremony(approved: Uint8Array, count: number, kind: Kind = {}): Promise<Ceremony> {
  const { at = ceremonyAt, trial = false } = kind
  const root = await makeAuthority(undefined, trial)
  const timestamp = trial ? builtInTimestampService(root, { now: () => at }) : await stampingWith(root, () => at)
  const seal = await makeOneTimeSigner(root, {
    subject: { commonName: 'Seal', organisation: 'Alliance' },
    crlUrl,
    use: 'seal',
    at,
  })
  const attachments = [
    {
      name: 'text.json',
      mediaType: 'application/json',
      bytes: utf8('{"clauses":2}'),
      description: 'The approved text',
    },
  ]
  const wish = {
    fields: places(count),
    attachments,
    seal,
    timestamp,
    reason: 'Approved by all parties 承認済',
    at,
  }
  const sealed = must(await reserveAndSeal(approved, wish))
  const signers = await Promise.all(
    Array.from({ length: count }, (_, index) =>
      makeOneTimeSigner(root, {
        subject: { commonName: signatoryName(index), organisation: '神戸医療産業都市', country: 'JP', title: '理事長' },
        crlUrl,
        use: 'signatory',
        at,
      }),
    ),
  )
  return { at, authority: root, timestamp, sealed, signers }
}

export async function signInTurn(ceremony: Ceremony, pdf: Uint8Array, index: number): Promise<Uint8Array> {
  const wish = {
    field: fieldName(index + 1),
    signer: ceremony.signers[index]!,
    timestamp: ceremony.timestamp,
    evidence: utf8(JSON.stringify({ consent: index + 1 })),
    reason: '締結 Conclusion',
    name: signatoryName(index),
    location: '神戸',
    at: ceremony.at,
  }
  return must(await signField(pdf, wish))
}

export async function archived(ceremony: Ceremony, pdf: Uint8Array, revoked: Revocation[] = []): Promise<Uint8Array> {
  const list = await issueRevocationList(ceremony.authority, { at: ceremony.at, revoked })
  return must(await archive(pdf, { timestamp: ceremony.timestamp, revocationLists: [list] }))
}

/** Sealed, signed by all, archived. */
export async function concluded(
  approved: Uint8Array,
  count: number,
  kind: Kind = {},
): Promise<Ceremony & { pdf: Uint8Array }> {
  const ceremony = await sealedCeremony(approved, count, kind)
  let pdf = ceremony.sealed
  for (let index = 0; index < count; index++) pdf = await signInTurn(ceremony, pdf, index)
  return { ...ceremony, pdf: await archived(ceremony, pdf) }
}
