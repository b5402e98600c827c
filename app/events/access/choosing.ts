import type { Services } from '../../web/env.ts'
import { unlockLink } from './locks.ts'
import { linkProvider } from './providers/link.ts'
import type { Provider } from './providers/provider.ts'
import type { ProviderName } from './tables.ts'

/** The provider of an event's room; null where the installation has none of that kind. */
export function providerOf(
  services: Services,
  plan: { provider: ProviderName; link_locked: Uint8Array | null },
): Provider | null {
  if (plan.provider === 'zoom-webinar') return services.webinars ?? null
  return plan.link_locked ? linkProvider(unlockLink(services, plan.link_locked)) : null
}
