import type { RoomTwins, Twin } from './twin.ts'

const twin = (operation: string): Twin => ({
  operation,
  verb: operation,
  screen: 'exchange/contacts/routes.tsx',
  program: 'exchange/contacts/api.ts',
})
const here = '/:locale/contacts/:organisation'

export const contacts: RoomTwins = {
  twins: {
    [here]: twin('logContact'),
    [`${here}/:entry/withdrawal`]: twin('withdrawContact'),
    [`${here}/steps/:step/completion`]: twin('finishStep'),
  },
  screensOnly: {},
}
