import { beforeAll, describe, expect, it } from 'vitest'
import { fromLatin1, sha256, toHex, utf8 } from '../bytes.ts'
import { PdfStream } from '../pdf/objects.ts'
import { openPdf } from '../pdf/open.ts'
import { pagesOf } from '../pdf/pages.ts'
import { prepareSignature } from '../pdf/signing.ts'
import { Update } from '../pdf/update.ts'
import { type Ceremony, ceremonyAt, sealedCeremony, signInTurn } from '../testing/ceremony.ts'
import { typstAgreement } from '../testing/documents.ts'
import { type Own, type Proposal, objectionToSigning } from './beforeSigning.ts'

const approved = typstAgreement()
const evidence = utf8('{"passkey":"assertion"}')
let ceremony: Ceremony
let own: Own
beforeAll(async () => {
  ceremony = await sealedCeremony(approved, 2)
  own = {
    field: 'sig_p02',
    certificate: ceremony.signers[1]!.certificate,
    evidence,
    approved: { length: approved.length, sha256: toHex(await sha256(approved)) },
    roots: [ceremony.authority.certificate],
    now: ceremonyAt,
  }
})

async function proposal(pdf: Uint8Array, field = 'sig_p02'): Promise<Proposal> {
  const wish = {
    field,
    evidence,
    reason: 'r',
    name: 'n',
    at: ceremonyAt,
    signer: ceremony.signers[1]!,
    timestamp: ceremony.timestamp,
  }
  const pending = await prepareSignature(pdf, wish)
  if ('failed' in pending) throw new Error(pending.detail)
  return pending
}

describe('a device that is asked to sign', () => {
  it('agrees to what it showed, also as the second one', async () => {
    expect(await objectionToSigning(await proposal(ceremony.sealed), own)).toBeNull()
    expect(await objectionToSigning(await proposal(await signInTurn(ceremony, ceremony.sealed, 0)), own)).toBeNull()
  })

  it('does not sign another text', async () => {
    const other = { ...own, approved: { ...own.approved, sha256: '0'.repeat(64) } }
    expect(await objectionToSigning(await proposal(ceremony.sealed), other)).toBe('other-text')
  })

  it('does not sign the text under an overlay', async () => {
    const update = new Update(await openPdf(ceremony.sealed))
    const [page] = pagesOf(update.pdf)
    const drawing = update.add(new PdfStream(new Map(), fromLatin1('0 0 600 800 re f')))
    update.set(page!, new Map(update.pdf.dictionary(page)).set('Contents', drawing))
    expect(await objectionToSigning(await proposal(update.save().bytes), own)).toBe('other-changes')
  })

  it('does not sign under a seal it does not know', async () => {
    expect(await objectionToSigning(await proposal(ceremony.sealed), { ...own, roots: [] })).toBe('other-changes')
  })

  it('does not sign in another’s place', async () => {
    const elsewhere = await proposal(ceremony.sealed, 'sig_p01')
    expect(await objectionToSigning(elsewhere, own)).toBe('other-changes')
    const proposed = await proposal(ceremony.sealed)
    const gap = { start: proposed.gap.start - 2, end: proposed.gap.end }
    expect(await objectionToSigning({ ...proposed, gap }, own)).toBe('other-field')
  })

  it('does not sign other attributes, another certificate or other evidence', async () => {
    const proposed = await proposal(ceremony.sealed)
    const attributes = proposed.attributes.slice()
    attributes[attributes.length - 1]! ^= 1
    expect(await objectionToSigning({ ...proposed, attributes }, own)).toBe('other-attributes')
    expect(await objectionToSigning(proposed, { ...own, certificate: ceremony.signers[0]!.certificate })).toBe(
      'other-attributes',
    )
    expect(await objectionToSigning(proposed, { ...own, evidence: utf8('{}') })).toBe('other-attributes')
  })
})
