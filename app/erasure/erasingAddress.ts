import { recordActivity } from '../platform/audit/record.ts'
import { transaction } from '../platform/db/transaction.ts'
import { newId } from '../platform/ids.ts'
import { purgeMails } from '../platform/mail/purge.ts'
import type { Services } from '../web/env.ts'
import { addressErasers } from './rooms.ts'

export type AddressRefusal = { refused: 'has-account' }

/**
 * Erases somebody who has no account, at a request that reached the operator: contact persons of members, whom a list brought or a colleague
 * entered. Whoever has an account erases themselves, since only they can say who they are. `mails` were emptied.
 */
export async function eraseAddress(
  { database, clock }: Services,
  written: string,
): Promise<{ mails: number } | AddressRefusal> {
  const address = written.trim().toLowerCase()
  const at = clock.now()
  return transaction(database.db, async (tx) => {
    const person = await tx.selectFrom('person').select('id').where('address', '=', address).executeTakeFirst()
    if (person) return { refused: 'has-account' as const }
    for (const erase of addressErasers) await erase(tx, { address, at })
    const mails = await purgeMails(tx, at, { address })
    // That an address was erased is on record; which one is what has just been erased.
    await recordActivity(tx, {
      subject: { kind: 'person', id: newId() },
      verb: 'person.address-erased',
      actor: { person: null, via: 'command-line' },
      facts: { mails },
      at,
    })
    return { mails }
  })
}
