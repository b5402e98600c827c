import type { RoomTwins, Twin } from './twin.ts'

const twin = (operation: string): Twin => ({
  operation,
  verb: operation,
  screen: 'exchange/directory/routes.tsx',
  program: 'exchange/directory/api.ts',
})
const here = '/:locale/directory'

export const directory: RoomTwins = {
  twins: {
    [`${here}/searches`]: twin('saveSearch'),
    [`${here}/searches/:search/removal`]: twin('removeSearch'),
  },
  screensOnly: { [`${here}/stop/:token`]: 'ends mails by the link that stands in them' },
}
