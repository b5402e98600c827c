import type { RoomTwins, Twin } from './twin.ts'

const twin = (operation: string): Twin => ({
  operation,
  verb: operation,
  screen: 'organisations/import/routes.tsx',
  program: 'organisations/import/api.ts',
})

export const imports: RoomTwins = {
  twins: {
    '/:locale/imports/:cluster': twin('uploadList'),
    '/:locale/imports/:cluster/:id': twin('chooseReading'),
    '/:locale/imports/:cluster/:id/application': twin('applyImport'),
    '/:locale/imports/:cluster/:id/undoing': twin('undoImport'),
  },
  screensOnly: {},
}
