import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { concat, fromLatin1 } from '../bytes.ts'
import { boolean, octets, oid, sequence } from '../der.ts'
import { OID } from '../oids.ts'
import { openPdf } from '../pdf/open.ts'
import { type Ceremony, concluded, later } from '../testing/ceremony.ts'
import { typstAgreement } from '../testing/documents.ts'
import { signCertificate, keyUsage, p256PublicKey, readCertificate, subjectOf } from '../certificate.ts'
import { createAuthority, type Authority } from '../authority.ts'
import { findChain } from './chain.ts'
import { presentedSignatures } from './signatureFields.ts'
import { verifyPdf } from './verifyPdf.ts'

let ceremony: Ceremony & { pdf: Uint8Array }
/** The last time-stamp's own value is the only part of the file that nothing covers. */
let uncovered: { start: number; end: number }
beforeAll(async () => {
  ceremony = await concluded(typstAgreement(), 1)
  const last = presentedSignatures(await openPdf(ceremony.pdf)).at(-1)!
  uncovered = 'malformed' in last ? { start: 0, end: 0 } : last.gap
})

/** One more certificate for the same key and name: each of them has issued each other. */
async function another({ certificate, privateKey }: Authority): Promise<ReturnType<typeof readCertificate>> {
  const first = readCertificate(certificate)
  const name = subjectOf(first)
  const publicKey = await p256PublicKey(await first.getPublicKey())
  const extensions = [anyLength(), keyUsage('digitalSignature', 'keyCertSign')]
  const parts = { issuer: name, subject: name, publicKey, validFrom: later(-1), validUntil: later(1), extensions }
  return readCertificate(await signCertificate(parts, privateKey))
}

const anyLength = () => sequence(oid(OID.basicConstraints), boolean(true), octets(sequence(boolean(true))))

const check = (bytes: Uint8Array) => verifyPdf(bytes, { roots: [ceremony.authority.certificate], now: later(1) })

describe('hostile bytes', () => {
  it('the unharmed file holds, so the tests below can fail', async () => {
    expect((await check(ceremony.pdf)).level).toBe('holds')
  })

  it('a changed byte that is covered never passes', async () => {
    const place = fc.nat(ceremony.pdf.length - 1).filter((at) => at < uncovered.start || at >= uncovered.end)
    await fc.assert(
      fc.asyncProperty(place, fc.integer({ min: 1, max: 255 }), async (at, mask) => {
        const changed = ceremony.pdf.slice()
        changed[at]! ^= mask
        expect((await check(changed)).level).toBe('fails')
      }),
      { numRuns: 150 },
    )
  })

  it('any damage, cut or insertion gets an answer', async () => {
    const damage = fc.record({
      at: fc.nat(ceremony.pdf.length),
      remove: fc.nat(4000),
      insert: fc.uint8Array({ maxLength: 60 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 4 }), async (steps) => {
        let bytes: Uint8Array = ceremony.pdf
        for (const { at, remove, insert } of steps)
          bytes = concat([bytes.subarray(0, at), insert, bytes.subarray(at + remove)])
        const report = await check(bytes)
        expect(['holds', 'warns', 'fails']).toContain(report.level)
      }),
      { numRuns: 150 },
    )
  })

  it('words of PDF in any order get an answer', async () => {
    const word = fc.constantFrom(
      '<<',
      '>>',
      '[',
      ']',
      '(',
      ')',
      '/Type',
      '/Prev 9',
      '1 0 obj',
      'endobj',
      'xref',
      'trailer',
      'startxref',
      '0',
      '7',
      '<',
      '>',
      '1 0 R',
      'stream\n',
      '%%EOF',
      '/Root 1 0 R',
      '\n',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 80 }), async (words) => {
        expect((await check(fromLatin1(`%PDF-1.7\n${words.join(' ')}\nstartxref\n9\n%%EOF`))).level).toBe('fails')
      }),
      { numRuns: 300 },
    )
  })

  const traps: [what: string, text: string][] = [
    ['nothing at all', ''],
    ['nesting without end', `%PDF\n1 0 obj\n${'['.repeat(100_000)}`],
    ['cross-references in a circle', 'xref\n0 0\ntrailer\n<</Prev 0 /Root 1 0 R>>\nstartxref\n0\n%%EOF'],
    ['a cross-reference to itself', '\nxref\n0 0\ntrailer\n<</Prev 1 /Root 1 0 R>>\nstartxref\n1\n%%EOF'],
    ['millions of objects that are not there', '\nxref\n0 499999\ntrailer\n<<>>\nstartxref\n1\n%%EOF'],
    [
      'an object that contains itself',
      '\n1 0 obj\n<</Length 1 0 R>>\nstream\nx\nendstream\nendobj\nxref\n1 1\n0000000001 00000 n \ntrailer\n<</Root 1 0 R>>\nstartxref\n63\n%%EOF',
    ],
    ['a string without end', '\nxref\n0 0\ntrailer\n<</A (((((((((\nstartxref\n1\n%%EOF'],
  ]
  it.each(traps)('%s', async (_, text) => {
    const report = await check(fromLatin1(text))
    expect(report.findings.map(({ code }) => code)).toEqual(['document.unreadable'])
  })

  it('an object stream whose objects lie on top of each other', async () => {
    const heads = Array.from({ length: 20_000 }, (_, index) => `${index + 10} 0`).join(' ')
    const body = `${heads} [${'0 '.repeat(200_000)}]`
    const head = `\n1 0 obj\n<</Type /ObjStm /N 20000 /First ${heads.length + 1} /Length ${body.length}>>\nstream\n${body}\nendstream\nendobj\n`
    const rows = fromLatin1('\u0001\u0000\u0001\u0000\u0002\u0000\u0001\u0000')
    const xref = `2 0 obj\n<</Type /XRef /W [1 2 1] /Index [1 1 10 1] /Size 20010 /Root 10 0 R /Length ${rows.length}>>\nstream\n`
    const report = await check(
      concat([fromLatin1(head + xref), rows, fromLatin1(`\nendstream\nendobj\nstartxref\n${head.length}\n%%EOF`)]),
    )
    expect(report.findings[0]).toMatchObject({ code: 'document.unreadable', detail: 'objects on top of each other' })
  })

  it('certificates that all issue each other', async () => {
    const wish = {
      name: { commonName: 'Everybody', organisation: 'Nobody' },
      validFrom: later(-1),
      validUntil: later(1),
    }
    const first = await createAuthority(wish)
    const ring = await Promise.all(Array.from({ length: 16 }, () => another(first)))
    const chain = await findChain(ring[0]!, { pool: ring, roots: [], at: later(0), purpose: 'signing' })
    expect(chain).toEqual({ failed: 'too-long' })
  })

  it('a page tree in a circle', async () => {
    const body = '\n1 0 obj\n<</Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type /Pages /Kids [2 0 R 2 0 R]>>\nendobj\n'
    const [one, two] = [1, body.indexOf('2 0 obj')].map((at) => `${String(at).padStart(10, '0')} 00000 n \n`)
    const report = await check(
      fromLatin1(`${body}xref\n1 2\n${one}${two}trailer\n<</Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF`),
    )
    expect(report.findings[0]).toMatchObject({ code: 'document.unreadable', detail: 'a bad page tree' })
  })
})
