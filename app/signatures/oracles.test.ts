import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ask, describeOracle } from '../../test/oracles/program.ts'
import { concat, latin1 } from './bytes.ts'
import { openPdf } from './pdf/open.ts'
import { toPem } from './pem.ts'
import { typstAgreement } from './testing/documents.ts'
import { type Ceremony, ceremonyAt, concluded, later } from './testing/ceremony.ts'
import { readSignature } from './verify/signedData.ts'
import { verifyPdf } from './verify/verifyPdf.ts'
import { type Presented, presentedSignatures } from './verify/signatureFields.ts'
import { issueRevocationList, serialOf } from './revocationList.ts'

const folder = mkdtempSync(join(tmpdir(), 'musubi-signatures-'))
const at = (name: string): string => join(folder, name)
const write = (name: string, content: Uint8Array | string): string => {
  writeFileSync(at(name), content)
  return at(name)
}
let ceremony: Ceremony & { pdf: Uint8Array }
let signatures: Presented[]

beforeAll(async () => {
  ceremony = await concluded(typstAgreement(), 5)
  write('agreement.pdf', ceremony.pdf)
  write('root.pem', toPem('CERTIFICATE', ceremony.authority.certificate))
  signatures = presentedSignatures(await openPdf(ceremony.pdf)).filter(
    (item): item is Presented => !('malformed' in item),
  )
})
afterAll(() => rmSync(folder, { recursive: true }))

const covered = ({ gap, end }: Presented): Uint8Array =>
  concat([ceremony.pdf.subarray(0, gap.start), ceremony.pdf.subarray(gap.end, end)])
const unpadded = async ({ contents }: Presented): Promise<Uint8Array> =>
  contents.subarray(0, (await readSignature(contents))!.length)
/** The ceremony lies in the past; the certificates lived for one day. */
const then = String(ceremonyAt.getTime() / 1000)

describeOracle(['pdfsig', 'certutil'], 'pdfsig', () => {
  const database = `sql:${folder}`
  const pdfsig = (name: string): string => ask('pdfsig', ['-nssdir', database, at(name)]).output

  it('finds five signatures and the seal valid, and trusted once the root is known', async () => {
    // pdfsig asks whether the one-day certificates are valid today, not when they signed: so this ceremony is held now.
    const today = await concluded(typstAgreement(), 5, { at: new Date() })
    write('today.pdf', today.pdf)
    write('today.pem', toPem('CERTIFICATE', today.authority.certificate))
    ask('certutil', ['-N', '-d', database, '--empty-password'])
    expect(pdfsig('today.pdf').match(/Signature is Valid/g)).toHaveLength(6)
    expect(pdfsig('today.pdf')).not.toContain('Certificate is Trusted')
    ask('certutil', ['-A', '-d', database, '-n', 'root', '-t', 'C,C,C', '-i', at('today.pem')])
    expect(pdfsig('today.pdf').match(/Certificate is Trusted/g)).toHaveLength(6)
    expect(pdfsig('today.pdf')).toContain('Signature Field Name: sig_p05')
  })

  it('finds a changed byte', () => {
    const changed = ceremony.pdf.slice()
    changed[100]! ^= 1
    write('changed.pdf', changed)
    expect(pdfsig('changed.pdf')).not.toContain('Signature is Valid')
  })
})

describeOracle(['qpdf'], 'qpdf', () => {
  it('finds nothing wrong with the syntax', () => {
    const { code, output } = ask('qpdf', ['--check', at('agreement.pdf')])
    expect(output).toContain('No syntax or stream encoding errors')
    expect(code).toBe(0)
  })
})

describeOracle(['qpdf'], 'files that pack their objects into streams', () => {
  it('are signed in their own manner, and hold', async () => {
    write('plain.pdf', typstAgreement())
    ask('qpdf', ['--object-streams=generate', at('plain.pdf'), at('packed.pdf')])
    const packed = new Uint8Array(readFileSync(at('packed.pdf')))
    expect((await openPdf(packed)).sections[0]!.kind).toBe('stream')
    const { pdf, authority } = await concluded(packed, 2)
    write('packed-signed.pdf', pdf)
    expect(ask('qpdf', ['--check', at('packed-signed.pdf')])).toMatchObject({ code: 0 })
    const report = await verifyPdf(pdf, { roots: [authority.certificate], now: later(1) })
    expect(report.level).toBe('holds')
    expect(report.pages).toBe(2)
  })

  it('are read alike when linearised', async () => {
    write('plain.pdf', typstAgreement())
    ask('qpdf', ['--linearize', '--object-streams=generate', at('plain.pdf'), at('linear.pdf')])
    const { pdf, authority } = await concluded(new Uint8Array(readFileSync(at('linear.pdf'))), 1)
    write('linear-signed.pdf', pdf)
    expect(ask('qpdf', ['--check', at('linear-signed.pdf')]).output).toContain('No syntax or stream encoding errors')
    expect((await verifyPdf(pdf, { roots: [authority.certificate], now: later(1) })).level).toBe('holds')
  })
})

describeOracle(['openssl'], 'openssl', () => {
  const verifyCms = (cms: string, content: string) => {
    const how = 'cms -verify -cades -binary -inform DER -purpose any'.split(' ')
    return ask('openssl', [
      ...how,
      '-in',
      cms,
      '-content',
      content,
      '-CAfile',
      at('root.pem'),
      '-attime',
      then,
      '-out',
      at('out'),
    ])
  }

  it('verifies every CMS as CAdES under the root', async () => {
    for (const signature of signatures.filter(({ kind }) => kind !== 'archive')) {
      const cms = write(`${signature.field}.cms`, await unpadded(signature))
      const { code, output } = verifyCms(cms, write(`${signature.field}.bin`, covered(signature)))
      expect(output).toContain('CAdES Verification successful')
      expect(code).toBe(0)
    }
  })

  it('refuses the same CMS over other content', async () => {
    const cms = write('other.cms', await unpadded(signatures[0]!))
    expect(verifyCms(cms, write('other.bin', 'something else')).code).not.toBe(0)
  })

  it('verifies the time-stamps of signatures and of the archive', async () => {
    for (const signature of signatures) {
      const read = await readSignature(signature.contents)
      const archive = signature.kind === 'archive'
      const token = write('token.der', archive ? await unpadded(signature) : read!.timeStamp!)
      const data = write('stamped.bin', archive ? covered(signature) : read!.value)
      const { code, output } = ask('openssl', [
        'ts',
        '-verify',
        '-data',
        data,
        '-in',
        token,
        '-token_in',
        '-CAfile',
        at('root.pem'),
        '-attime',
        then,
      ])
      expect(output).toContain('Verification: OK')
      expect(code).toBe(0)
    }
  })

  it('reads the revocation list and turns a revoked signer away', async () => {
    const certificate = ceremony.signers[0]!.certificate
    const list = await issueRevocationList(ceremony.authority, {
      at: ceremonyAt,
      revoked: [{ serial: serialOf(certificate), at: ceremonyAt, reason: 'key-compromise' }],
    })
    write('leaf.pem', toPem('CERTIFICATE', certificate))
    write('revoked.pem', toPem('X509 CRL', list))
    const args = ['verify', '-CAfile', at('root.pem'), '-CRLfile', at('revoked.pem'), '-crl_check', '-attime', then]
    expect(ask('openssl', [...args, at('leaf.pem')]).output).toContain('certificate revoked')
    write('leaf.pem', toPem('CERTIFICATE', ceremony.signers[1]!.certificate))
    expect(ask('openssl', [...args, at('leaf.pem')]).output).toContain('OK')
  })

  it('reads names in any script', () => {
    write('leaf.pem', toPem('CERTIFICATE', ceremony.signers[0]!.certificate))
    const { output } = ask('openssl', [
      'x509',
      '-in',
      at('leaf.pem'),
      '-noout',
      '-subject',
      '-nameopt',
      'utf8',
      '-ext',
      'keyUsage,crlDistributionPoints',
    ])
    expect(output).toContain('髙﨑𠮷 1')
    expect(output).toContain('理事長')
    expect(output).toContain('http://pki.example/revoked.crl')
    expect(latin1(ceremony.signers[0]!.certificate)).not.toContain('\u0000\u0000\u0000\u0000')
  })
})
