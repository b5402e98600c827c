import type { RoomTwins, Twin } from './twin.ts'

const twin = (operation: string, verb: string, screen: string, program: string): Twin => ({
  operation,
  verb,
  screen: `press/routes/${screen}.tsx`,
  program: `press/api/${program}.ts`,
})

export const press: RoomTwins = {
  twins: {
    '/:locale/releases': twin('draftRelease', 'draftRelease', 'drafting', 'drafting'),
  },
  screensOnly: {},
}
