import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { organisationsOf, type Scope } from '../../accounts/scope.ts'
import { finishStep } from '../../exchange/contacts/finishing.ts'
import { logContact } from '../../exchange/contacts/logging.ts'
import { contactKinds } from '../../exchange/contacts/tables.ts'
import { addToDate } from '../../language/dates.ts'
import { localTime } from '../../language/times.ts'
import type { Services } from '../../web/env.ts'
import { actAs, done } from '../loading.ts'
import type { Year } from './loading.ts'

const contactsFile = z.strictObject({
  contacts: z.array(
    z.strictObject({
      by: z.string(),
      day: z.int().min(0),
      kind: z.enum(contactKinds),
      counterpart: z.string(),
      people: z.string().optional(),
      agreed: z.string(),
      next: z.strictObject({ what: z.string(), within: z.int().min(0), isDone: z.boolean().default(false) }).optional(),
    }),
  ),
})

type Contact = z.output<typeof contactsFile>['contacts'][number]

const DAY = 24 * 60 * 60 * 1000

/** Whom the demonstration's coordinators met in the year, each entered on its day. */
export async function loadContacts({ services, clock, root, loaded, agreementId, signedAt }: Year): Promise<void> {
  const text = await readFile(join(root, 'examples/magia-kobe/demonstration-contacts.yaml'), 'utf8')
  for (const contact of contactsFile.parse(parse(text)).contacts) {
    clock.travel(new Date(signedAt.getTime() + contact.day * DAY))
    await enter(services, await actAs(services, loaded, contact.by), agreementId, contact)
  }
}

async function enter(services: Services, scope: Scope, agreementId: string, contact: Contact): Promise<void> {
  const [organisationId = ''] = organisationsOf(scope, 'coordinator')
  const { date } = localTime(services.clock.now().toISOString(), scope.person?.timeZone ?? 'UTC')
  const { kind, counterpart, people, agreed, next } = contact
  const said = { kind, counterpart, people: people ?? null, agreed, organisationId, agreementId, heldOn: date }
  const step = next ? { what: next.what, dueOn: addToDate(date, { days: next.within }) } : null
  const { stepId } = done(await logContact(services, scope, { ...said, next: step }))
  if (next?.isDone && stepId) done(await finishStep(services, scope, { organisationId, stepId }))
}
