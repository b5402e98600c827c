import { beforeAll, describe, expect, it } from 'vitest'
import { PDF } from '@libpdf/core'
import { equal, latin1, sha256, concat, toHex } from '../bytes.ts'
import {
  type Ceremony,
  archived,
  ceremonyAt,
  concluded,
  later,
  must,
  places,
  sealedCeremony,
  signInTurn,
} from '../testing/ceremony.ts'
import { typstAgreement } from '../testing/documents.ts'
import { readSignature } from '../verify/signedData.ts'
import { verifyPdf } from '../verify/verifyPdf.ts'
import { completeSignature } from './completing.ts'
import { PdfString, readText } from './objects.ts'
import { openPdf } from './open.ts'
import { fieldsOf } from './pages.ts'
import { fieldName, reserveAndSeal } from './sealing.ts'
import { prepareSignature, signField } from './signing.ts'

const approved = typstAgreement()
let ceremony: Ceremony
beforeAll(async () => {
  ceremony = await sealedCeremony(approved, 3)
})
const wish = (field: string) => ({
  field,
  signer: ceremony.signers[0]!,
  timestamp: ceremony.timestamp,
  reason: 'r',
  name: '村上',
  at: ceremonyAt,
})

describe('reserving and sealing', () => {
  it('leaves the approved file as the exact beginning and names its digest', async () => {
    expect(equal(ceremony.sealed.subarray(0, approved.length), approved)).toBe(true)
    const report = await verifyPdf(ceremony.sealed, { roots: [ceremony.authority.certificate], now: later(0) })
    expect(report.signatures[0]).toMatchObject({
      kind: 'seal',
      evidence: { approved: { length: approved.length, sha256: toHex(await sha256(approved)) } },
    })
  })

  it('gives each field its alternate text and its tag', async () => {
    const pdf = await openPdf(ceremony.sealed)
    const [first] = fieldsOf(pdf)
    expect(readText(first!.field.get('TU'))).toBe('署名 Signature 1')
    const root = pdf.dictionary(pdf.catalogue.get('StructTreeRoot'))!
    const numbers = pdf.array(pdf.dictionary(root.get('ParentTree'))!.get('Nums'))
    const element = pdf.dictionary(numbers[numbers.indexOf(first!.field.get('StructParent')!) + 1])!
    expect(element.get('S')).toMatchObject({ name: 'Form' })
    expect(pdf.dictionary(element.get('K'))!.get('Obj')).toMatchObject({ number: first!.ref.number })
    expect(root.get('ParentTreeNextKey')).toBe((first!.field.get('StructParent') as number) + 3)
  })

  it('refuses what it cannot do well', async () => {
    const seal = ceremony.signers[0]!
    const { timestamp } = ceremony
    const base = { seal, timestamp, reason: 'r', at: ceremonyAt }
    const far = places(1).map((place) => ({ ...place, page: 2 }))
    expect(await reserveAndSeal(approved, { ...base, fields: far })).toMatchObject({ failed: 'no-such-page' })
    expect(await reserveAndSeal(ceremony.sealed, { ...base, fields: places(1) })).toMatchObject({
      failed: 'already-sealed',
    })
    expect(await reserveAndSeal(new Uint8Array(9), { ...base, fields: places(1) })).toMatchObject({
      failed: 'unreadable-pdf',
    })
    const dotted = places(1).map((place) => ({ ...place, name: 'sig.p1' }))
    await expect(reserveAndSeal(approved, { ...base, fields: dotted })).rejects.toThrow(RangeError)
    const uneven = [...places(1), { ...places(1)[0]!, name: 'sig_p1' }]
    await expect(reserveAndSeal(approved, { ...base, fields: uneven })).rejects.toThrow(RangeError)
  })
})

describe('signing', () => {
  it('writes no signing time into the CMS, and names in UTF-16', async () => {
    const signed = await openPdf(await signInTurn(ceremony, ceremony.sealed, 0))
    const dictionary = signed.dictionary(fieldsOf(signed)[0]!.field.get('V'))!
    const cms = await readSignature((dictionary.get('Contents') as PdfString).bytes)
    expect(cms).toMatchObject({ holds: true, namesCertificate: true, hasSigningTime: false, content: null })
    expect(latin1((dictionary.get('Name') as PdfString).bytes).startsWith('þÿ')).toBe(true)
    expect(readText(dictionary.get('Name'))).toBe('髙﨑𠮷 1')
  })

  it('refuses a field that is not there or is taken, and a file it cannot read', async () => {
    const once = await signInTurn(ceremony, ceremony.sealed, 0)
    expect(await signField(once, wish('sig_p01'))).toMatchObject({ failed: 'field-taken' })
    expect(await signField(once, wish('sig_p99'))).toMatchObject({ failed: 'no-such-field' })
    expect(await signField(new Uint8Array(), wish('sig_p01'))).toMatchObject({ failed: 'unreadable-pdf' })
  })

  it('passes on why there is no time-stamp', async () => {
    const timestamp = {
      name: 'down',
      trial: false,
      stamp: async () => ({ failed: 'unreachable' as const, detail: 'down' }),
    }
    expect(await signField(ceremony.sealed, { ...wish('sig_p01'), timestamp })).toEqual({
      failed: 'unreachable',
      detail: 'down',
    })
  })

  it('can wait for a signer elsewhere, who can check what they sign', async () => {
    const pending = await prepareSignature(ceremony.sealed, wish('sig_p02'))
    if ('failed' in pending) throw new Error(pending.detail)
    const { bytes, gap, digest, attributes } = pending
    expect(await sha256(concat([bytes.subarray(0, gap.start), bytes.subarray(gap.end)]))).toEqual(digest)
    expect(latin1(attributes)).toContain(latin1(digest))
    expect(
      await completeSignature(pending, await ceremony.signers[1]!.sign(attributes), ceremony.timestamp),
    ).toMatchObject({ failed: 'bad-signature' })
    const done = must(await completeSignature(pending, await ceremony.signers[0]!.sign(attributes), ceremony.timestamp))
    const report = await verifyPdf(done, { roots: [ceremony.authority.certificate], now: later(0) })
    expect(report.signatures.map(({ field, level }) => [field, level])).toEqual([
      ['seal', 'warns'],
      ['sig_p02', 'warns'],
    ])
  })

  it('works in any order, and for twelve', async () => {
    const many = await sealedCeremony(approved, 12)
    let pdf = many.sealed
    for (const index of [11, 3, 0, 7, 1, 10, 2, 9, 4, 8, 5, 6]) pdf = await signInTurn(many, pdf, index)
    pdf = await archived(many, pdf)
    const signatories = many.signers.map((_, index) => ({ field: fieldName(index + 1) }))
    const report = await verifyPdf(pdf, {
      roots: [many.authority.certificate],
      now: later(1),
      expected: { signatories },
    })
    expect(report.level).toBe('holds')
    expect(report.findings).toContainEqual({ code: 'signatories.complete', level: 'holds', count: 12 })
    expect(report.signatures[1]?.field).toBe('sig_p12')
  })
})

describe('another reader', () => {
  it('finds the same fields and attachments', async () => {
    const { pdf } = await concluded(approved, 2)
    const other = await PDF.load(pdf)
    expect(
      other
        .getForm()
        ?.getFields()
        .map(({ name }) => name),
    ).toEqual(['sig_p01', 'sig_p02', 'seal', 'archive_01'])
    expect(other.getPageCount()).toBe(2)
    expect(new TextDecoder().decode(other.getAttachment('text.json')!)).toBe('{"clauses":2}')
  })

  it('’s own files can be signed: a classic table, no tags', async () => {
    const made = PDF.create()
    made.addPage({ size: 'a4' })
    made.addPage({ size: 'a4' })
    const { pdf, authority } = await concluded(await made.save(), 2)
    expect((await verifyPdf(pdf, { roots: [authority.certificate], now: later(1) })).level).toBe('holds')
  })
})
