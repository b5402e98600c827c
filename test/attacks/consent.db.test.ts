import { expect, test } from 'vitest'
import { signatoryOf } from '../../app/agreements/agreement.ts'
import { documentToSign, giveConsent, requestConsentCode, withdrawConsent } from '../../app/agreements/consenting.ts'
import { nameSignatory } from '../../app/agreements/naming.ts'
import {
  approveForAll,
  codeFor,
  consentFor,
  draftFor,
  granted,
  makeAlliance,
  nameSignatories,
  prepareFor,
  readAgreement,
  scopeOf,
  signFor,
  type TestParty,
} from '../../app/agreements/testing/alliance.ts'
import { signAgreement } from '../../app/agreements/signing.ts'
import { verifyStored } from '../../app/agreements/verifying.ts'
import type { TimestampService } from '../../app/signatures/timestamp/service.ts'
import { makeRole } from '../factories/people.ts'
import { testApplication } from '../harness/application.ts'
import { newTestDatabase } from '../harness/testDatabase.ts'

test('guesses made at the same moment count like others, and a lost code stays lost', async () => {
  const at = await testApplication({ database: await newTestDatabase() })
  const alliance = await makeAlliance(at, 2)
  const { id } = await prepareFor(at, alliance)
  const [, { signatory }] = alliance.parties as [TestParty, TestParty]
  const scope = await scopeOf(at, signatory)
  const documentSha256 = documentToSign(await readAgreement(at, id))?.sha256 ?? ''
  granted(await requestConsentCode(at.services, scope, id))
  const right = await codeFor(at, signatory)
  const wrong = right === '000000' ? '111111' : '000000'
  const guess = (code: string) => giveConsent(at.services, scope, id, { documentSha256, code })
  const guesses = await Promise.all(Array.from({ length: 12 }, () => guess(wrong)))
  expect(guesses.filter((outcome) => 'refused' in outcome && outcome.refused === 'wrong-code')).toHaveLength(5)
  expect(await guess(right)).toEqual({ refused: 'too-many-attempts' })
  for (let asked = 1; asked < 6; asked++) granted(await requestConsentCode(at.services, scope, id))
  expect(await requestConsentCode(at.services, scope, id)).toEqual({ refused: 'too-many-codes' })
})

test('somebody named for two parties cannot bring the agreement to a halt: they sign for both', async () => {
  const at = await testApplication({ database: await newTestDatabase() })
  const alliance = await makeAlliance(at, 2)
  const [ours, theirs] = alliance.parties as [TestParty, TestParty]
  const { id } = await draftFor(at, alliance)
  await nameSignatories(at, alliance, id)
  await makeRole(at.db, ours.signatory, 'signatory', theirs.id)
  granted(
    await nameSignatory(at.services, await scopeOf(at, theirs.coordinator), id, {
      organisationId: theirs.id,
      personId: ours.signatory.id,
      name: { order: 'given-first', native: { family: 'Example', given: 'Ada' } },
      office: { original: 'en', text: { ja: '理事長', en: 'President' } },
      ground: 'delegation',
      groundReference: 'Resolution 7',
      displayOrder: 2,
      signingOrder: 1,
    }),
  )
  await approveForAll(at, alliance, id)
  await at.drain()
  const actsFor = async () => signatoryOf(await readAgreement(at, id), { personId: ours.signatory.id })?.organisationId
  expect(await actsFor()).toBe(theirs.id)
  await signFor(at, id, ours.signatory)
  expect(await actsFor()).toBe(ours.id)
  await signFor(at, id, ours.signatory)
  expect((await readAgreement(at, id)).standing).toBe('in-force')
})

test('a consent taken back and given anew while the signature is made leaves no evidence of the first', async () => {
  const at = await testApplication({ database: await newTestDatabase() })
  const alliance = await makeAlliance(at, 2)
  const { id } = await prepareFor(at, alliance)
  const [, { signatory }] = alliance.parties as [TestParty, TestParty]
  const documentSha256 = await consentFor(at, id, signatory)
  const scope = await scopeOf(at, signatory)
  let changed = false
  const timestamps: TimestampService = {
    ...at.services.timestamps,
    async stamp(...asked) {
      if (!changed) {
        changed = true
        granted(await withdrawConsent(at.services, scope, id))
        await consentFor(at, id, signatory)
      }
      return at.services.timestamps.stamp(...asked)
    },
  }
  granted(await signAgreement({ ...at.services, timestamps }, scope, id, { documentSha256 }))
  const agreement = await readAgreement(at, id)
  const consent = agreement.signatories.find(({ personId }) => personId === signatory.id)?.consent
  const verification = await verifyStored(at.services, scope, agreement)
  const signature = verification?.file.signatures.find(({ kind }) => kind === 'signature')
  expect(signature?.evidence).toMatchObject({ consent: { id: consent?.id } })
})
