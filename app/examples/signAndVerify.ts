import { verifyStored, type Verification } from '../agreements/verifying.ts'
import { ownRoots } from '../agreements/custody.ts'
import { exportActivity } from '../platform/audit/export.ts'
import { getBlob } from '../platform/storage/blobs.ts'
import { toPem } from '../signatures/pem.ts'
import { systemScope } from '../accounts/scope.ts'
import type { Services } from '../web/env.ts'
import { loadExample } from './loading.ts'
import { readExample } from './reading.ts'
import { approveForAll, draftModel, nameSignatories, read, signForAll } from './signing.ts'

export type MainJob = { pdf: Uint8Array; verification: object; record: string; trustRoot: string; holds: boolean }

/** The main job on the real case, start to end: load, draft, approve, prepare, sign, seal, verify. Throws when a step is refused. */
export async function signAndVerify(
  services: Services,
  root: string,
  report: (step: string) => void,
): Promise<MainJob> {
  const example = await readExample(root)
  const loaded = await loadExample(services, example)
  report(
    `loaded ${loaded.organisations.size} organisations, ${loaded.clusters.size} clusters, ${loaded.people.size} demonstration people`,
  )
  const id = await draftModel(services, example, loaded)
  report('drafted the model memorandum in Japanese and English')
  await nameSignatories(services, example, loaded, id)
  report('named five signatories, each with the ground of their authority')
  await approveForAll(services, example, loaded, id, (organisation) => report(`approved by ${organisation}`))
  await services.jobs.drain()
  report('rendered, reserved the signature fields, sealed, invited')
  await signForAll(services, example, loaded, id, (organisation) => report(`signed for ${organisation}`))
  await services.jobs.drain()
  report('archived and time-stamped')
  const agreement = await read(services, id)
  const verification = await verifyStored(services, systemScope('command-line'), agreement)
  const newest = agreement.documents.at(-1)
  const pdf = newest && (await getBlob(services.database.db, newest.sha256))
  if (!verification || !pdf) throw new Error('There is no document to verify.')
  report(`verified: ${verification.file.signatures.length} signatures, level “${verification.file.level}”`)
  return {
    pdf: pdf.bytes,
    verification: publicPart(verification),
    record: await exportActivity(services.database.db, { kind: 'agreement', id }),
    trustRoot: (await ownRoots(services)).map((der) => toPem('CERTIFICATE', der)).join(''),
    holds: verification.file.level !== 'fails' && verification.record?.sound === true && agreement.inForce !== null,
  }
}

const publicPart = ({ file, agreement, revision, record }: Verification) => ({
  file,
  agreement: agreement
    ? { reference: agreement.reference, title: agreement.title, standing: agreement.standing }
    : null,
  revision,
  record,
})
