import { assembleAgreement } from '../../app/agreements/assembling.ts'
import { systemScope } from '../../app/accounts/scope.ts'
import { verifyRecord, verifyStored } from '../../app/agreements/verifying.ts'
import type { Services } from '../../app/web/env.ts'

/**
 * Looks at a database after the killing: every acknowledged step must be there, every chain must verify, every document must hold, and no
 * signature may stand without its consent. Gives back what is wrong, in words; nothing is what one wants.
 */
export async function judge(services: Services, acknowledged: string[]): Promise<string[]> {
  const wrong: string[] = []
  const told = acknowledged.map((line) => line.split(' ')).map(([step = '', id = '', detail = '']) => ({ step, id, detail }))
  for (const id of new Set(told.map((line) => line.id))) {
    const agreement = await assembleAgreement(services.database.db, id, services.clock.now())
    if (!agreement) {
      wrong.push(`${id} was acknowledged and is gone`)
      continue
    }
    const addresses = await peopleOf(services, agreement.signatories.map((signatory) => signatory.personId))
    const done: Record<string, (detail: string) => boolean> = {
      drafted: () => true,
      named: () => agreement.signatories.length > 0,
      approved: (organisation) => agreement.parties.some((party) => party.organisationId === organisation && party.approval),
      prepared: () => agreement.documents.some((document) => document.kind === 'sealed'),
      consented: (slug) => agreement.signatories.some((signatory) => addresses.get(signatory.personId) === addressOf(slug) && signatory.consent),
      signed: (slug) => agreement.signatories.some((signatory) => addresses.get(signatory.personId) === addressOf(slug) && signatory.signature),
      archived: () => agreement.documents.at(-1)?.kind === 'archived',
    }
    for (const line of told.filter((candidate) => candidate.id === id)) {
      if (!done[line.step]?.(line.detail)) wrong.push(`“${line.step} ${line.detail}” of ${id} was acknowledged and is lost`)
    }
    for (const signatory of agreement.signatories) {
      if (signatory.signature && !signatory.consent) wrong.push(`${id}: a signature without consent`)
    }
    const signatures = agreement.signatories.filter((signatory) => signatory.signature).length
    const revisions = agreement.documents.filter((document) => document.kind === 'signed').length
    if (signatures !== revisions) wrong.push(`${id}: ${signatures} signatures but ${revisions} signed revisions`)
    const record = await verifyRecord(services, agreement, [])
    if (!record.sound) wrong.push(`${id}: the record is not sound: ${JSON.stringify(record.findings)}`)
    const verification = agreement.documents.length > 1 ? await verifyStored(services, systemScope('system'), agreement) : null
    if (verification?.file.level === 'fails') wrong.push(`${id}: the document does not verify`)
  }
  return wrong
}

/** The example gives each demonstration signatory an address made from their slug. */
const addressOf = (slug: string) => `${slug.replace(/^demonstration-signatory-/, 'signatory.')}@demo.example`

async function peopleOf(services: Services, ids: string[]): Promise<Map<string, string | null>> {
  if (ids.length === 0) return new Map()
  const rows = await services.database.db.selectFrom('person').select(['id', 'address']).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, row.address]))
}
