import type { RoomTwins } from './twin.ts'

export const duplicates: RoomTwins = {
  twins: {
    '/:locale/duplicates/:cluster/:pair': {
      operation: 'decideDuplicate',
      verb: 'decideDuplicate',
      screen: 'organisations/duplicates/routes.tsx',
      program: 'organisations/duplicates/api.ts',
    },
  },
  screensOnly: {},
}
