import { isLocale } from '../language/locales.ts'
import { storedNameText } from '../organisations/storedName.ts'
import { transaction } from '../platform/db/transaction.ts'
import { queueMail } from '../platform/mail/queue.ts'
import type { Services } from '../web/env.ts'
import { signInMail } from './mails.ts'
import { newSignInLink } from './signInLinks.ts'

/**
 * Sends a sign-in link if the address is somebody's. The answer tells nothing either way: who has an account here is nobody
 * else's business.
 */
export async function askForLink(
  services: Services,
  entry: { address: string; returnTo: string | null },
): Promise<void> {
  const now = services.clock.now()
  await transaction(services.database.db, async (tx) => {
    const person = await tx
      .selectFrom('person')
      .select(['id', 'name', 'locale'])
      .where('address', '=', entry.address.toLowerCase())
      .where('erased_at', 'is', null)
      .executeTakeFirst()
    if (!person) return
    const locale = isLocale(person.locale) ? person.locale : 'en'
    const token = await newSignInLink(tx, { personId: person.id, returnTo: entry.returnTo }, now)
    const link = `${services.config.origin}/${locale}/sign-in/${token}`
    const to = { name: storedNameText(person.name, locale), address: entry.address, locale }
    await queueMail(tx, services.jobs.enqueue, { ...signInMail({ ...to, link }), at: now })
  })
}
