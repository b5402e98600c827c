import type { RoomTwins, Twin } from './twin.ts'

const twin = (operation: string): Twin => ({
  operation,
  verb: operation,
  screen: 'exchange/needs/routes.tsx',
  program: 'exchange/needs/api.ts',
})

export const needs: RoomTwins = {
  twins: {
    '/:locale/needs': twin('enterNeed'),
    '/:locale/needs/:reference': twin('reviseNeed'),
    '/:locale/needs/:reference/dismissals': twin('dismissMatch'),
    '/:locale/needs/:reference/dismissals/removal': twin('restoreMatch'),
    '/:locale/needs/:reference/steps': twin('takeNeedStep'),
  },
  screensOnly: {},
}
