import { startZoomFake } from '../events/access/providers/zoom/fake/server.ts'
import { zoomProvider } from '../events/access/providers/zoom/provider.ts'
import type { Services } from '../web/env.ts'

export type StandIn = { listen(): Promise<void>; close(): Promise<void> }

const SECOND = 1000

/** A demonstration without an account of Zoom gets a stand-in, on loopback, that says what it is. */
export async function standInForZoom(services: Services): Promise<StandIn> {
  if (!services.config.demo || services.webinars)
    return { listen: () => Promise.resolve(), close: () => Promise.resolve() }
  const fake = await startZoomFake({ clock: services.clock, every: SECOND })
  services.webinars = zoomProvider(fake.settings, services.clock)
  return {
    /** Once our own door is open it is told what happens over there. */
    listen: async () => void (await fake.subscribe(`${services.config.origin}/webhooks/zoom`)),
    close: () => fake.close(),
  }
}
