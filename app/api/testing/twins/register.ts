import type { RoomTwins, Twin } from './twin.ts'

const twin = (operation: string): Twin => ({
  operation,
  verb: operation,
  screen: 'agreements/register/routes.tsx',
  program: 'agreements/register/api.ts',
})
const entry = '/:locale/agreements/:reference/registration'

export const register: RoomTwins = {
  twins: {
    '/:locale/register/:organisation': twin('registerAgreement'),
    [entry]: twin('correctRegistration'),
    [`${entry}/withdrawal`]: twin('strikeRegistration'),
  },
  screensOnly: {},
}
