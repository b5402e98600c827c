import type { RoomTwins } from './twin.ts'

export const handover: RoomTwins = {
  twins: {
    '/:locale/handover/:organisation': {
      operation: 'handOver',
      verb: 'handOver',
      screen: 'handover/routes.tsx',
      program: 'handover/api.ts',
    },
  },
  screensOnly: {},
}
