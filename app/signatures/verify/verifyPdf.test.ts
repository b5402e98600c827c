import { beforeAll, describe, expect, it } from 'vitest'
import { concat, equal, fromLatin1, latin1, sha256, toHex, utf8 } from '../bytes.ts'
import { archive } from '../pdf/archiving.ts'
import {
  PdfRef,
  PdfStream,
  PdfString,
  type PdfValue,
  dictionary,
  isDictionary,
  name,
  readText,
} from '../pdf/objects.ts'
import { openPdf } from '../pdf/open.ts'
import { fieldsOf, pagesOf } from '../pdf/pages.ts'
import { fill, prepare, signatureDictionary } from '../pdf/placeholder.ts'
import { Update } from '../pdf/update.ts'
import { issueRevocationList, serialOf } from '../revocationList.ts'
import {
  type Ceremony,
  archived,
  ceremonyAt,
  concluded,
  later,
  makeAuthority,
  must,
  sealedCeremony,
  signInTurn,
  signatoryName,
  stampingWith,
  timeSigner,
} from '../testing/ceremony.ts'
import { typstAgreement } from '../testing/documents.ts'
import { issueCertificate } from '../authority.ts'
import { readCertificate } from '../certificate.ts'
import { signedAttributes } from '../cms.ts'
import { makeToken } from '../timestamp/token.ts'
import { oneDay } from '../oneTimeKey.ts'
import { type PendingSignature, completeSignature } from '../pdf/completing.ts'
import { prepareSignature } from '../pdf/signing.ts'
import type { TimestampService } from '../timestamp/service.ts'
import { differences } from './differences.ts'
import type { VerificationReport } from './findings.ts'
import { type Question, verifyPdf } from './verifyPdf.ts'

const approved = typstAgreement()
let ceremony: Ceremony & { pdf: Uint8Array }
beforeAll(async () => {
  ceremony = await concluded(approved, 2)
})

const check = (pdf: Uint8Array, more: Partial<Question> = {}): Promise<VerificationReport> =>
  verifyPdf(pdf, { roots: [ceremony.authority.certificate], now: later(1), ...more })
const codes = (report: VerificationReport): string[] => report.findings.map(({ code }) => code)
const codesOf = (report: VerificationReport, field: string): string[] =>
  report.signatures.find((signature) => signature.field === field)?.findings.map(({ code }) => code) ?? []
const changes = (report: VerificationReport): string[] =>
  report.findings.flatMap((finding) => (finding.code === 'changes.not-allowed' ? [finding.part] : []))

/** A save on top of a file, as an attacker (or a careless program) would make it. */
async function tamper(pdf: Uint8Array, change: (update: Update) => void): Promise<Uint8Array> {
  const update = new Update(await openPdf(pdf))
  change(update)
  return update.save().bytes
}
function edit(update: Update, ref: PdfValue | undefined, entries: Record<string, PdfValue>): void {
  const old = update.current(ref)
  if (!(ref instanceof PdfRef) || !isDictionary(old)) throw new TypeError('nothing to edit')
  update.set(ref, new Map([...old, ...Object.entries(entries)]))
}
const overlay = (update: Update): void => {
  const [page] = pagesOf(update.pdf)
  const drawing = update.add(new PdfStream(new Map(), fromLatin1('1 1 1 rg 0 0 600 800 re f')))
  edit(update, page, { Contents: [update.pdf.dictionary(page)!.get('Contents')!, drawing] })
}

describe('an agreement that was concluded properly', () => {
  it('holds in every respect', async () => {
    const signatories = [0, 1].map((index) => ({
      field: `sig_p0${index + 1}`,
      commonName: signatoryName(index),
      organisation: '神戸医療産業都市',
    }))
    const expected = { approvedSha256: toHex(await sha256(approved)), approvedLength: approved.length, signatories }
    const report = await check(ceremony.pdf, { expected })
    expect(report.level).toBe('holds')
    expect(codes(report)).toEqual([
      'approved.unchanged',
      'certification.holds',
      'changes.only-signatures',
      'signatories.complete',
      'archive.holds',
    ])
    expect(report.signatures.map(({ field, kind }) => [field, kind])).toEqual([
      ['seal', 'seal'],
      ['sig_p01', 'signature'],
      ['sig_p02', 'signature'],
      ['archive_01', 'archive'],
    ])
    expect(report.pages).toBe(2)
  })

  it('says who signed what, when, and with which evidence', async () => {
    const [, first] = (await check(ceremony.pdf)).signatures
    expect(first).toMatchObject({
      holder: { commonName: '髙﨑𠮷 1', organisation: '神戸医療産業都市', title: '理事長', country: 'JP' },
      claimed: { name: '髙﨑𠮷 1', reason: '締結 Conclusion', location: '神戸', at: ceremonyAt },
      timeStamp: { at: ceremonyAt, trial: false },
      root: { commonName: 'Root under test', demonstration: false },
      evidence: { consent: 1 },
    })
  })

  it('keeps the approved file as its exact beginning', () => {
    expect(equal(ceremony.pdf.subarray(0, approved.length), approved)).toBe(true)
  })

  it('leaves identity open when the root is not known', async () => {
    const report = await check(ceremony.pdf, { roots: [] })
    expect(report.level).toBe('warns')
    expect(codesOf(report, 'sig_p01')).toContain('certificate.unknown-root')
  })

  it('does not take a name for a person under an unknown root', async () => {
    const report = await check(ceremony.pdf, {
      roots: [],
      expected: { signatories: [{ field: 'sig_p01', commonName: signatoryName(0) }] },
    })
    expect(codes(report)).toContain('signatory.missing')
  })

  it('is not fooled by another authority of the same name', async () => {
    const report = await check(ceremony.pdf, { roots: [(await makeAuthority()).certificate] })
    expect(codesOf(report, 'sig_p01')).toContain('certificate.unknown-root')
  })
})

describe('what the record expects', () => {
  it('fails when another text was approved', async () => {
    const report = await check(ceremony.pdf, {
      expected: { approvedSha256: '00'.repeat(32), approvedLength: approved.length },
    })
    expect(codes(report)).toContain('approved.changed')
    expect(report.level).toBe('fails')
  })

  it('fails when the file has no seal that names the approved text', async () => {
    const timestamp = await stampingWith(ceremony.authority, () => ceremonyAt)
    const update = new Update(await openPdf(approved))
    const signature = update.add(signatureDictionary({ subFilter: 'ETSI.RFC3161', room: 4096 }))
    const field = update.add(dictionary({ FT: name('Sig'), T: new PdfString(fromLatin1('x')), V: signature }))
    edit(update, update.pdf.trailer.get('Root'), { AcroForm: dictionary({ Fields: [field], SigFlags: 3 }) })
    const prepared = await prepare(update, signature)
    const stamp = await timestamp.stamp(prepared.digest)
    const stamped = 'failed' in stamp ? approved : fill(prepared, stamp.token)
    expect(codes(await check(stamped))).toContain('approved.unknown')
    expect(codes(await check(stamped))).toContain('certification.missing')
    const report = await check(stamped, { expected: { approvedSha256: toHex(await sha256(approved)) } })
    expect(codes(report)).toContain('approved.changed')
  })

  it('fails when the seal covers a longer approved part than the record knows', async () => {
    const grown = await tamper(approved, overlay)
    const other = await sealedCeremony(grown, 1)
    const expected = { approvedSha256: toHex(await sha256(approved)), approvedLength: approved.length }
    const report = await check(other.sealed, { roots: [other.authority.certificate], expected })
    expect(codes(report)).toContain('approved.changed')
  })

  it('names a signatory who did not sign, and one who is somebody else', async () => {
    const signatories = [{ field: 'sig_p01', commonName: 'Somebody else' }, { field: 'sig_p07' }]
    const report = await check(ceremony.pdf, { expected: { signatories } })
    expect(report.findings).toContainEqual({ code: 'signatory.missing', level: 'fails', field: 'sig_p07' })
    expect(report.findings).toContainEqual(expect.objectContaining({ code: 'signatory.other', field: 'sig_p01' }))
  })
})

describe('what comes after a signature', () => {
  const attempts: [what: string, part: string, change: (update: Update) => void][] = [
    ['an overlay that hides a clause', 'page', overlay],
    [
      'a note on a page',
      'page',
      (update) => {
        const [page] = pagesOf(update.pdf)
        const note = update.add(dictionary({ Type: name('Annot'), Subtype: name('FreeText'), Rect: [0, 0, 500, 500] }))
        edit(update, page, { Annots: [...update.pdf.array(update.pdf.dictionary(page)!.get('Annots')), note] })
      },
    ],
    [
      'another drawing under the same number',
      'contents',
      (update) => {
        const contents = update.pdf.dictionary(pagesOf(update.pdf)[0])!.get('Contents') as PdfRef
        update.set(contents, new PdfStream(new Map(), fromLatin1('')))
      },
    ],
    ['other resources', 'page', (update) => edit(update, pagesOf(update.pdf)[0], { Resources: new Map() })],
    [
      'a page less',
      'page',
      (update) => edit(update, update.pdf.catalogue.get('Pages'), { Count: 1, Kids: [pagesOf(update.pdf)[0]!] }),
    ],
    [
      'a script on opening',
      'catalogue',
      (update) =>
        edit(update, update.pdf.trailer.get('Root'), {
          OpenAction: dictionary({ S: name('JavaScript'), JS: new PdfString(fromLatin1('1')) }),
        }),
    ],
    [
      'the certification taken away',
      'catalogue',
      (update) => edit(update, update.pdf.trailer.get('Root'), { Perms: new Map() }),
    ],
    [
      'other metadata',
      'metadata',
      (update) =>
        update.set(
          update.pdf.catalogue.get('Metadata') as PdfRef,
          new PdfStream(dictionary({ Type: name('Metadata') }), fromLatin1('<x/>')),
        ),
    ],
    [
      'another title in the information',
      'other',
      (update) => edit(update, update.pdf.trailer.get('Info'), { Title: new PdfString(fromLatin1('Other')) }),
    ],
    ['another structure', 'structure', (update) => edit(update, update.pdf.catalogue.get('StructTreeRoot'), { K: [] })],
    [
      'another appearance of a signature',
      'field',
      (update) => {
        const [first] = fieldsOf(update.pdf)
        edit(update, first!.ref, {
          AP: dictionary({ N: update.add(new PdfStream(new Map(), fromLatin1('0 0 100 100 re f'))) }),
        })
      },
    ],
    [
      'another drawing under the appearance',
      'contents',
      (update) => {
        const ap = fieldsOf(update.pdf)[0]!.field.get('AP')
        update.set((ap as Map<string, PdfValue>).get('N') as PdfRef, new PdfStream(new Map(), fromLatin1('')))
      },
    ],
    [
      'a bigger signature field',
      'field',
      (update) => edit(update, fieldsOf(update.pdf)[0]!.ref, { Rect: [0, 0, 600, 800] }),
    ],
    [
      'a visible field more',
      'form',
      (update) => {
        const field = update.add(
          dictionary({ FT: name('Sig'), Rect: [0, 0, 600, 800], T: new PdfString(fromLatin1('x')) }),
        )
        edit(update, update.pdf.catalogue.get('AcroForm'), {
          Fields: [...fieldsOf(update.pdf).map(({ ref }) => ref), field],
        })
      },
    ],
    [
      'fields that ask viewers to redraw',
      'form',
      (update) => edit(update, update.pdf.catalogue.get('AcroForm'), { NeedAppearances: true }),
    ],
    ['attachments added late', 'catalogue', (update) => edit(update, update.pdf.trailer.get('Root'), { AF: [] })],
  ]
  const more: typeof attempts = [
    [
      'a signature taken out of the form',
      'form',
      (update) => {
        const rest = fieldsOf(update.pdf).slice(1)
        edit(update, update.pdf.catalogue.get('AcroForm'), { Fields: rest.map(({ ref }) => ref) })
      },
    ],
    [
      'something else beside the validation data',
      'catalogue',
      (update) => edit(update, update.pdf.trailer.get('Root'), { DSS: dictionary({ Type: name('DSS'), Other: 1 }) }),
    ],
  ]
  it.each([...attempts, ...more])('%s', async (_, part, change) => {
    const report = await check(await tamper(ceremony.pdf, change))
    expect(changes(report)).toContain(part)
    expect(report.level).toBe('fails')
  })

  it('is found between two signatures as well', async () => {
    const half = await sealedCeremony(approved, 2)
    const tampered = await tamper(await signInTurn(half, half.sealed, 0), overlay)
    const report = await check(await signInTurn(half, tampered, 1), { roots: [half.authority.certificate] })
    expect(changes(report)).toEqual(['page'])
    expect(codesOf(report, 'sig_p02')).toContain('signature.intact')
  })

  it('must not be another time-stamp in the place of an earlier one', async () => {
    const twice = must(await archive(ceremony.pdf, { timestamp: ceremony.timestamp, revocationLists: [] }))
    const update = new Update(await openPdf(twice))
    const signature = update.add(signatureDictionary({ subFilter: 'ETSI.RFC3161', room: 4096 }))
    const first = fieldsOf(update.pdf).find(({ field }) => readText(field.get('T')) === 'archive_01')
    edit(update, first!.ref, { V: signature })
    const prepared = await prepare(update, signature)
    const stamp = await ceremony.timestamp.stamp(prepared.digest)
    const replaced = await check(fill(prepared, 'failed' in stamp ? new Uint8Array() : stamp.token))
    expect(codesOf(replaced, 'archive_01')).toContain('signature.intact')
    expect(changes(replaced)).toEqual(['field'])
  })

  it('must not fill in an object that was mentioned and missing', async () => {
    const gap = await tamper(approved, (update) =>
      edit(update, pagesOf(update.pdf)[0], {
        Contents: [update.pdf.dictionary(pagesOf(update.pdf)[0])!.get('Contents')!, new PdfRef(900)],
      }),
    )
    const odd = await sealedCeremony(gap, 1)
    const filled = await tamper(await signInTurn(odd, odd.sealed, 0), (update) =>
      update.set(new PdfRef(900), new PdfStream(new Map(), fromLatin1('0 0 600 800 re f'))),
    )
    expect(changes(await check(filled, { roots: [odd.authority.certificate] }))).toEqual(['filled-in'])
  })

  it('may be an object said again in the same words', async () => {
    const page = await tamper(ceremony.pdf, (update) => edit(update, pagesOf(update.pdf)[0], {}))
    const report = await check(page)
    expect(changes(report)).toEqual([])
    expect(codes(report)).toContain('changes.unsigned')
  })

  it('must not be bytes that belong to nothing', async () => {
    const report = await check(concat([ceremony.pdf, fromLatin1('more')]))
    expect(report.findings).toContainEqual({ code: 'trailing-bytes', level: 'fails', count: 4 })
  })

  it('must not sit between a signature and its gap', async () => {
    const text = latin1(ceremony.pdf)
    const at = text.lastIndexOf('/ByteRange [0 ') + '/ByteRange [0 '.length
    const first = Number(text.slice(at, at + 10))
    const widened = ceremony.pdf.slice()
    widened.set(fromLatin1(String(first - 2).padEnd(10)), at)
    expect(codesOf(await check(widened), 'archive_01')).toEqual(['signature.malformed'])
  })

  it('must not be a signature moved here from elsewhere', async () => {
    const other = await concluded(approved, 2)
    const [mine, theirs] = await Promise.all([openPdf(ceremony.pdf), openPdf(other.pdf)])
    const contents = (pdf: typeof mine) =>
      pdf.dictionary(fieldsOf(pdf)[0]!.field.get('V'))!.get('Contents') as PdfString
    const moved = ceremony.pdf.slice()
    const { start, end } = contents(mine).span!
    const digits = toHex(contents(theirs).bytes).slice(0, end - start - 2)
    moved.set(fromLatin1(digits.padEnd(end - start - 2, '0')), start + 1)
    const report = await check(moved, { roots: [ceremony.authority.certificate, other.authority.certificate] })
    expect(codesOf(report, 'sig_p01')).toContain('signature.broken')
  })
})

describe('signatures put together wrongly', () => {
  /** One signature on a sealed file, its parts exchanged before it is completed. */
  async function withParts(
    change: (pending: PendingSignature) => Promise<PendingSignature>,
    timestamp?: TimestampService,
  ) {
    const odd = await sealedCeremony(approved, 1)
    const signer = odd.signers[0]!
    const wish = { field: 'sig_p01', reason: 'r', name: 'n', at: ceremonyAt, signer, timestamp: odd.timestamp }
    const pending = await prepareSignature(odd.sealed, wish)
    if ('failed' in pending) throw new Error(pending.detail)
    const pdf = must(
      await completeSignature(await change(pending), await signer.sign(pending.attributes), timestamp ?? odd.timestamp),
    )
    return codesOf(await check(pdf, { roots: [odd.authority.certificate] }), 'sig_p01')
  }

  it('a time-stamp over something else', async () => {
    const timestamp = { ...ceremony.timestamp, stamp: () => ceremony.timestamp.stamp(new Uint8Array(32)) }
    expect(await withParts(async (pending) => pending, timestamp)).toContain('time-stamp.broken')
  })

  it('a time-stamp by a service that may not stamp: then the certificate must still be valid today', async () => {
    const service = await timeSigner(ceremony.authority, ceremonyAt, 10, 'signatory')
    const stamp = async (imprint: Uint8Array) => ({
      token: await makeToken(service, { imprint, policy: '1.2.3.4', at: ceremonyAt }),
      at: ceremonyAt,
    })
    const found = await withParts(async (pending) => pending, { ...ceremony.timestamp, stamp })
    expect(found).toContain('time-stamp.invalid')
    expect(found).toContain('certificate.invalid')
  })

  it('another certificate for the same key than the one that was signed', async () => {
    const exchanged = async (pending: PendingSignature) => {
      const publicKey = await readCertificate(pending.certificate).getPublicKey()
      const subject = { commonName: 'Somebody else', organisation: 'Elsewhere' }
      const certificate = await issueCertificate(ceremony.authority, {
        publicKey,
        subject,
        crlUrl: null,
        use: 'signatory',
        ...oneDay(ceremonyAt),
      })
      return { ...pending, certificate }
    }
    expect(await withParts(exchanged)).toContain('signature.broken')
  })

  it('bytes hidden in the padding', async () => {
    const hidden = ceremony.pdf.slice()
    const text = latin1(hidden)
    hidden[text.lastIndexOf('00>')] = '1'.charCodeAt(0)
    expect(codesOf(await check(hidden), 'archive_01')).toContain('signature.broken')
  })

  it('a certification that came after a signature', async () => {
    const late = await tamper(ceremony.pdf, (update) => {
      const signed = fieldsOf(update.pdf)[0]!.field.get('V')!
      edit(update, update.pdf.trailer.get('Root'), { Perms: dictionary({ DocMDP: signed }) })
    })
    expect(codes(await check(late))).toContain('certification.too-late')
  })

  it('a certification that would allow filling in and notes', async () => {
    const loose = ceremony.sealed.slice()
    loose[latin1(loose).indexOf('/P 2 /V') + 3] = '3'.charCodeAt(0)
    expect(codes(await check(loose))).toContain('certification.allows-too-much')
  })
})

describe('what the seal may add to the approved text', () => {
  it('is looked at in every file: a seal that hides a clause is found out', async () => {
    const odd = await sealedCeremony(approved, 1)
    const update = new Update(await openPdf(approved))
    overlay(update)
    const params = dictionary({ Type: name('TransformParams'), P: 2, V: name('1.2') })
    const reference = [dictionary({ Type: name('SigRef'), TransformMethod: name('DocMDP'), TransformParams: params })]
    const signature = update.add(signatureDictionary({ subFilter: 'ETSI.CAdES.detached', room: 8192, reference }))
    const field = update.add(dictionary({ FT: name('Sig'), T: new PdfString(fromLatin1('seal')), V: signature }))
    const form = update.add(dictionary({ Fields: [field], SigFlags: 3 }))
    edit(update, update.pdf.trailer.get('Root'), { AcroForm: form, Perms: dictionary({ DocMDP: signature }) })
    const prepared = await prepare(update, signature)
    const { certificate, chain, sign } = odd.signers[0]!
    const evidence = utf8(
      JSON.stringify({ approved: { length: approved.length, sha256: toHex(await sha256(approved)) } }),
    )
    const attributes = await signedAttributes({ digest: prepared.digest, certificate, evidence })
    const sealed = must(
      await completeSignature({ ...prepared, attributes, certificate, chain }, await sign(attributes), odd.timestamp),
    )
    const report = await check(sealed, { roots: [odd.authority.certificate] })
    expect(codes(report)).toContain('approved.unchanged')
    expect(report.findings.filter(({ level }) => level === 'fails')).toMatchObject([
      { code: 'changes.not-allowed', part: 'page', after: 'approval' },
    ])
  })

  it('is not another order of reading', async () => {
    const reordered = await tamper(approved, (update) => edit(update, pagesOf(update.pdf)[0], { Tabs: name('R') }))
    const [older, newer] = await Promise.all([openPdf(approved), openPdf(reordered)])
    expect(differences(older, newer, 'sealing', new Set())).toHaveLength(1)
  })

  it('is fields, tags and attachments; an overlay is reported', async () => {
    const older = await openPdf(approved)
    const newer = await openPdf(await tamper(approved, overlay))
    expect(differences(older, newer, 'sealing', new Set()).map(({ part }) => part)).toEqual(['page'])
  })
})

describe('time and revocation', () => {
  it('fails a signer who was revoked before signing, and keeps one revoked after', async () => {
    const signed = await sealedCeremony(approved, 1)
    const pdf = await signInTurn(signed, signed.sealed, 0)
    const serial = serialOf(signed.signers[0]!.certificate)
    const question = { roots: [signed.authority.certificate] }
    const minute = 60_000
    for (const [at, code] of [
      [new Date(ceremonyAt.getTime() - minute), 'revocation.revoked'],
      [new Date(ceremonyAt.getTime() + minute), 'revocation.revoked-later'],
    ] as const) {
      const report = await check(await archived(signed, pdf, [{ serial, at }]), question)
      expect(codesOf(report, 'sig_p01')).toContain(code)
    }
  })

  it('takes no comfort from a list made before the signature, or by another authority', async () => {
    const signed = await sealedCeremony(approved, 1)
    const pdf = await signInTurn(signed, signed.sealed, 0)
    const roots = [signed.authority.certificate]
    const early = await issueRevocationList(signed.authority, { at: later(-0.5), revoked: [] })
    const foreign = await issueRevocationList(await makeAuthority(), { at: later(1), revoked: [] })
    for (const list of [early, foreign]) {
      expect(codesOf(await check(pdf, { roots, revocationLists: [list] }), 'sig_p01')).toContain('revocation.unknown')
    }
  })

  it('still holds in year 9, fails in year 12, and holds when it was renewed in between', async () => {
    expect((await check(ceremony.pdf, { now: later(9) })).level).toBe('holds')
    const tooLate = await check(ceremony.pdf, { now: later(12) })
    expect(codesOf(tooLate, 'archive_01')).toContain('time-stamp.invalid')
    expect(tooLate.level).toBe('fails')
    const timestamp = await stampingWith(ceremony.authority, () => later(9))
    const list = await issueRevocationList(ceremony.authority, { at: later(9), revoked: [] })
    const renewed = must(await archive(ceremony.pdf, { timestamp, revocationLists: [list] }))
    const report = await check(renewed, { now: later(12) })
    expect(report.signatures.map(({ level }) => level)).toEqual(['holds', 'holds', 'holds', 'holds', 'holds'])
    expect(report.level).toBe('holds')
    const again = must(
      await archive(renewed, {
        timestamp: await stampingWith(ceremony.authority, () => later(18)),
        revocationLists: [],
      }),
    )
    expect((await check(again, { now: later(25) })).level).toBe('holds')
  })

  it('is not renewed by a service that nobody knows', async () => {
    const timestamp = await stampingWith(await makeAuthority('Unknown'), () => later(9))
    const renewed = must(await archive(ceremony.pdf, { timestamp, revocationLists: [] }))
    const report = await check(renewed, { now: later(12) })
    expect(codesOf(report, 'archive_02')).toContain('time-stamp.unknown-root')
    expect(report.level).toBe('fails')
  })

  it('says that a demonstration root and a built-in time-stamp are for trial', async () => {
    const trial = await concluded(approved, 1, { trial: true })
    const report = await check(trial.pdf, { roots: [trial.authority.certificate] })
    expect(codesOf(report, 'sig_p01')).toEqual(
      expect.arrayContaining(['root.demonstration', 'time-stamp.trial', 'signature.intact']),
    )
    expect(report.level).toBe('warns')
  })
})
