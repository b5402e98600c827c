import type { Services } from '../../web/env.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/**
 * The address by which somebody on a list confirms or leaves. It has to stand in every mail, so it cannot be kept as a hash: it is the
 * subscription's id, locked with the installation's secret.
 */
export const mailingToken = ({ secrets }: Pick<Services, 'secrets'>, subscriptionId: string): string =>
  Buffer.from(secrets.lock(Buffer.from(subscriptionId), 'press-mailing')).toString('base64url')

export function subscriptionOf({ secrets }: Pick<Services, 'secrets'>, token: string): string | null {
  if (!/^[\w-]{40,200}$/.test(token)) return null
  try {
    const id = Buffer.from(secrets.unlock(new Uint8Array(Buffer.from(token, 'base64url')), 'press-mailing')).toString()
    return UUID.test(id) ? id : null
  } catch {
    return null
  }
}

/** Upper and lower case, and half and full width, are one mailbox here. */
export const addressKey = (address: string): string => address.normalize('NFKC').trim().toLowerCase()
