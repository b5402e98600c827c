import type { RoomTwins, Twin } from './twin.ts'

const twin = (operation: string): Twin => ({
  operation,
  verb: operation,
  screen: 'exchange/contacts/routes.tsx',
  program: 'exchange/contacts/api.ts',
})
const mailIn = (operation: string, verb: string): Twin => ({
  operation,
  verb,
  screen: 'exchange/contacts/mailIn/routes.tsx',
  program: 'exchange/contacts/mailIn/api.ts',
})
const here = '/:locale/contacts/:organisation'

export const contacts: RoomTwins = {
  twins: {
    [here]: twin('logContact'),
    [`${here}/mail/address`]: mailIn('renewMailAddress', 'renewAddress'),
    [`${here}/mail/:draft`]: mailIn('discardMailDraft', 'discardDraft'),
    [`${here}/:entry/withdrawal`]: twin('withdrawContact'),
    [`${here}/steps/:step/completion`]: twin('finishStep'),
  },
  screensOnly: {},
}
