import { installationAuthority, revocationListUrl, timestampRoots } from './agreements/custody.ts'
import { builtInTimestampService } from './signatures/timestamp/builtIn.ts'
import { httpTimestampService } from './signatures/timestamp/http.ts'
import type { TimestampService } from './signatures/timestamp/service.ts'
import type { Services } from './web/env.ts'

/** The configured time-stamp service, else the built-in one, which is for trial and says so. */
export function timestampService(services: Services): TimestampService {
  const { timestampUrl } = services.config
  const trustRoots = timestampRoots(services.config)
  // Whoever sets the address also runs this machine: a service in their own network is theirs to name.
  if (timestampUrl) {
    return httpTimestampService(timestampUrl, {
      allowPrivateAddresses: true,
      ...(trustRoots.length > 0 ? { trustRoots } : {}),
    })
  }
  let builtIn: Promise<TimestampService> | undefined
  return {
    name: 'Musubi trial time-stamp',
    trial: true,
    async stamp(sha256) {
      // Made on first use: the authority is not needed to read pages.
      builtIn ??= installationAuthority(services).then((authority) =>
        builtInTimestampService(authority, services.clock, revocationListUrl(services)),
      )
      return (await builtIn).stamp(sha256)
    },
  }
}
