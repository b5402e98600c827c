import { systemScope } from '../../app/accounts/scope.ts'
import type { Agreement } from '../../app/agreements/agreement.ts'
import { assembleAgreement } from '../../app/agreements/assembling.ts'
import { verifyRecord, verifyStored } from '../../app/agreements/verifying.ts'
import type { Services } from '../../app/web/env.ts'

/**
 * Looks at a database after the killing: every acknowledged step must be there, every chain must verify, every document must hold, and
 * nothing may be half-done. Gives back what is wrong, in words; nothing is what one wants.
 */
export async function judge(services: Services, acknowledged: readonly string[]): Promise<string[]> {
  const { db } = services.database
  const wrong: string[] = []
  const told = acknowledged.map((line) => {
    const [step = '', id = '', detail = ''] = line.split(' ')
    return { step, id, detail, line }
  })
  const made = await db.selectFrom('agreement').select('id').execute()
  for (const id of new Set([...made.map((agreement) => agreement.id), ...told.map((line) => line.id)])) {
    const agreement = await assembleAgreement(db, id, services.clock.now())
    const lines = told.filter((candidate) => candidate.id === id)
    if (!agreement) wrong.push(`${id} was acknowledged and is gone`)
    else wrong.push(...lost(agreement, lines), ...halfDone(agreement), ...(await unsound(services, agreement)))
  }
  return wrong
}

/** What was acknowledged and is not there. */
function lost(agreement: Agreement, lines: { step: string; detail: string; line: string }[]): string[] {
  const { signatories, parties, documents } = agreement
  const holds: Record<string, (detail: string) => unknown> = {
    drafted: () => true,
    named: (count) => signatories.length === Number(count),
    approved: (organisation) => parties.find((party) => party.organisationId === organisation)?.approval,
    prepared: () => documents.some((document) => document.kind === 'sealed'),
    consented: (person) => signatories.find((signatory) => signatory.personId === person)?.consent,
    signed: (person) => signatories.find((signatory) => signatory.personId === person)?.signature,
    archived: () => documents.at(-1)?.kind === 'archived',
  }
  return lines.flatMap(({ step, detail, line }) =>
    holds[step]?.(detail) ? [] : [`“${line}” was acknowledged and is lost`],
  )
}

/** A signature is its row, its revision of the document and its consent: all of them, or none. */
function halfDone({ id, signatories, documents, inForce }: Agreement): string[] {
  const wrong: string[] = []
  const signed = signatories.filter((signatory) => signatory.signature)
  const revisions = documents.filter((document) => document.kind === 'signed')
  if (signed.some((signatory) => !signatory.consent)) wrong.push(`${id}: a signature without a consent`)
  if (signed.length !== revisions.length) {
    wrong.push(`${id}: ${signed.length} signatures but ${revisions.length} signed revisions`)
  }
  const allSigned = signatories.length > 0 && signed.length === signatories.length
  if (allSigned !== (inForce !== null)) wrong.push(`${id}: ${signed.length} signatures, in force: ${inForce !== null}`)
  return wrong
}

/** The record recomputed, its entries held against the signatures, and the newest document verified as a stranger would. */
async function unsound(services: Services, agreement: Agreement): Promise<string[]> {
  const wrong: string[] = []
  const { id } = agreement
  const record = await verifyRecord(services, agreement, [])
  if (!record.sound) wrong.push(`${id}: the record is not sound: ${JSON.stringify(record.findings)}`)
  const entries = await services.database.db
    .selectFrom('activity')
    .select('id')
    .where('subject_id', '=', id)
    .where('verb', '=', 'signature.made')
    .execute()
  const signed = agreement.signatories.filter((signatory) => signatory.signature)
  if (entries.length !== signed.length) {
    wrong.push(`${id}: ${signed.length} signatures but ${entries.length} of them in the record`)
  }
  if (agreement.documents.length < 2) return wrong
  const verification = await verifyStored(services, systemScope('system'), agreement)
  const inFile = verification?.file.signatures.filter((signature) => signature.kind === 'signature').length
  if (!verification || verification.file.level === 'fails') wrong.push(`${id}: the document does not verify`)
  else if (inFile !== signed.length) wrong.push(`${id}: ${signed.length} signatures but ${inFile} in the file`)
  return wrong
}
