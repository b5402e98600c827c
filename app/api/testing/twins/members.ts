import type { RoomTwins, Twin } from './twin.ts'

const twin = (operation: string): Twin => ({
  operation,
  verb: operation,
  screen: 'organisations/members/routes.tsx',
  program: 'organisations/members/api.ts',
})

export const members: RoomTwins = {
  twins: {
    '/:locale/members/:slug/edit/:group': twin('writePart'),
    '/:locale/members/:slug/contacts': twin('readContacts'),
    '/:locale/clusters/:cluster/members': twin('admitMember'),
    '/:locale/clusters/:cluster/members/:slug/end': twin('endMembership'),
  },
  screensOnly: {},
}
