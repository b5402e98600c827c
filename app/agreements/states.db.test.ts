import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { type TestApplication, testApplication } from '../../test/harness/application.ts'
import { newTestDatabase } from '../../test/harness/testDatabase.ts'
import { verifyChain } from '../platform/audit/verify.ts'
import { type Agreement, whoseTurn } from './agreement.ts'
import { approveText, withdrawApproval } from './approving.ts'
import { documentToSign, giveConsent, requestConsentCode, withdrawConsent } from './consenting.ts'
import { prepareDocument } from './preparing.ts'
import { reviseClause } from './revising.ts'
import { signAgreement } from './signing.ts'
import {
  codeFor,
  draftFor,
  makeAlliance,
  nameSignatories,
  prepareFor,
  readAgreement,
  scopeOf,
  type TestAlliance,
} from './testing/alliance.ts'

let app: TestApplication
beforeAll(async () => {
  app = await testApplication({ features: [], database: await newTestDatabase() })
})

const PARTIES = 2
const party = fc.nat({ max: PARTIES - 1 })
const stale = fc.boolean()

/** What anybody may try at any time; `stale` speaks of a text or a document other than the present one. */
const act = fc.oneof(
  { arbitrary: fc.record({ kind: fc.constant('revise' as const), inStep: fc.boolean() }), weight: 1 },
  { arbitrary: fc.record({ kind: fc.constant('approve' as const), party, stale }), weight: 4 },
  { arbitrary: fc.record({ kind: fc.constant('withdraw-approval' as const), party }), weight: 1 },
  { arbitrary: fc.record({ kind: fc.constant('prepare' as const) }), weight: 3 },
  { arbitrary: fc.record({ kind: fc.constant('consent' as const), party, stale }), weight: 4 },
  { arbitrary: fc.record({ kind: fc.constant('withdraw-consent' as const), party }), weight: 1 },
  { arbitrary: fc.record({ kind: fc.constant('sign' as const), party, stale }), weight: 5 },
)
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never

const otherHash = 'f'.repeat(64)
let wording = 0

async function attempt(deed: Act, alliance: TestAlliance, agreement: Agreement): Promise<object> {
  const { services } = app
  if (deed.kind === 'prepare') return prepareDocument(services, agreement.id)
  if (deed.kind === 'revise') return revise(deed.inStep, alliance, agreement)
  const { manager, signatory, id } = alliance.parties[deed.party]!
  const [asManager, asSignatory] = [await scopeOf(app, manager), await scopeOf(app, signatory)]
  const documentSha256 = documentToSign(agreement)?.sha256 ?? otherHash
  switch (deed.kind) {
    case 'approve':
      return approveText(services, asManager, agreement.id, {
        organisationId: id,
        textHash: deed.stale ? otherHash : agreement.textHash,
      })
    case 'withdraw-approval':
      return withdrawApproval(services, asManager, agreement.id, id)
    case 'consent': {
      const asked = await requestConsentCode(services, asSignatory, agreement.id)
      if ('refused' in asked) return asked
      const code = await codeFor(app, signatory)
      const shown = deed.stale ? otherHash : documentSha256
      return giveConsent(services, asSignatory, agreement.id, { documentSha256: shown, code })
    }
    case 'withdraw-consent':
      return withdrawConsent(services, asSignatory, agreement.id)
    case 'sign': {
      const shown = deed.stale ? otherHash : documentSha256
      return signAgreement(services, asSignatory, agreement.id, { documentSha256: shown })
    }
  }
}

async function revise(inStep: boolean, { lead }: TestAlliance, agreement: Agreement): Promise<object> {
  const clause = agreement.clauses[0]!
  const { en, ja } = clause.texts
  return reviseClause(app.services, await scopeOf(app, lead.coordinator), agreement.id, {
    clauseId: clause.id,
    wordings: [
      { language: 'en', heading: 'Purpose', body: `Wording ${++wording}.` },
      { language: 'ja', heading: '目的', body: `文面${wording}。` },
    ],
    basedOn: { en: en?.revision ?? 0, ja: ja?.revision ?? 0 },
    inStep,
  })
}

/** What a lawyer would ask of the rows, whoever pressed what. */
async function holds(agreement: Agreement, before: Agreement): Promise<void> {
  const { db } = app
  const approvals = await db.selectFrom('approval').selectAll().where('agreement_id', '=', agreement.id).execute()
  const consents = await db.selectFrom('consent').selectAll().where('agreement_id', '=', agreement.id).execute()
  const signatures = await db.selectFrom('signature').selectAll().where('agreement_id', '=', agreement.id).execute()
  const standing = approvals.filter(({ withdrawn_at, text_hash }) => !withdrawn_at && text_hash === agreement.textHash)
  expect(agreement.parties.filter(({ approval }) => approval)).toHaveLength(standing.length)
  expect(agreement.textHash === before.textHash || before.documents.length === 0).toBe(true)
  // Nobody ever showed such a text or document.
  expect(approvals.map(({ text_hash }) => text_hash)).not.toContain(otherHash)
  expect(consents.map(({ document_sha256 }) => document_sha256)).not.toContain(otherHash)
  const document = documentToSign(agreement)
  expect(document ? [standing.length, document.textHash] : null).toEqual(
    document ? [PARTIES, agreement.textHash] : null,
  )
  for (const signature of signatures) {
    const consent = consents.find(({ id }) => id === signature.consent_id)
    expect(consent?.signatory_id).toBe(signature.signatory_id)
    expect(consent?.document_sha256).toBe(document?.sha256)
    expect(consent?.withdrawn_at).toBeNull()
  }
  expect(agreement.inForce !== null).toBe(signatures.length === PARTIES)
  const signedOrders = agreement.signatories
    .filter(({ signature }) => signature)
    .map(({ signingOrder }) => signingOrder)
  const next = whoseTurn(agreement.signatories)[0]?.signingOrder ?? Number.POSITIVE_INFINITY
  for (const order of signedOrders) expect(order).toBeLessThanOrEqual(next)
  expect(agreement.documents.map(({ revision }) => revision)).toEqual(agreement.documents.map((_, index) => index))
}

test('whatever is tried in whatever order, what stands in the database is what was agreed', async () => {
  const reached = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.boolean(), fc.array(act, { minLength: 6, maxLength: 16 }), async (isPrepared, deeds) => {
      const alliance = await makeAlliance(app, PARTIES)
      const { id } = await (isPrepared ? prepareFor : draftFor)(app, alliance)
      if (!isPrepared) await nameSignatories(app, alliance, id)
      let before = await readAgreement(app, id)
      for (const deed of deeds) {
        app.services.clock.forward(1000)
        const rows = await app.db.selectFrom('activity').select('id').where('subject_id', '=', id).execute()
        const outcome = await attempt(deed, alliance, before)
        const after = await readAgreement(app, id)
        await holds(after, before)
        // A refused act leaves no trace in the record; asking for a code is no act yet.
        const isRefused = 'refused' in outcome
        const now = await app.db.selectFrom('activity').select('id').where('subject_id', '=', id).execute()
        expect(isRefused ? now.length === rows.length : now.length > rows.length).toBe(true)
        before = after
        reached.add(after.standing)
      }
      expect((await verifyChain(app.db, { kind: 'agreement', id })).sound).toBe(true)
    }),
    { numRuns: 9, examples, endOnFailure: true },
  )
  expect([...reached]).toEqual(expect.arrayContaining(['drafting', 'approving', 'signing', 'in-force']))
}, 120_000)

/** Runs that surely come by every standing; the guest signs first, the host last. */
const signedByAll: Act[] = [
  { kind: 'consent', party: 0, stale: true },
  { kind: 'consent', party: 0, stale: false },
  { kind: 'sign', party: 0, stale: false },
  { kind: 'sign', party: 1, stale: false },
  { kind: 'consent', party: 1, stale: false },
  { kind: 'sign', party: 1, stale: true },
  { kind: 'sign', party: 1, stale: false },
  { kind: 'withdraw-consent', party: 1 },
  { kind: 'revise', inStep: true },
  { kind: 'sign', party: 0, stale: false },
]

const approvedAndTakenBack: Act[] = [
  { kind: 'approve', party: 0, stale: false },
  { kind: 'revise', inStep: true },
  { kind: 'approve', party: 1, stale: true },
  { kind: 'approve', party: 1, stale: false },
  { kind: 'prepare' },
  { kind: 'approve', party: 0, stale: false },
  { kind: 'withdraw-approval', party: 1 },
  { kind: 'prepare' },
]

const examples: [boolean, Act[]][] = [
  [true, signedByAll],
  [false, approvedAndTakenBack],
]
