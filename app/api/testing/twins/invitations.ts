import type { RoomTwins, Twin } from './twin.ts'

const twin = (operation: string, verb: string, screen: string): Twin => ({
  operation,
  verb,
  screen: `events/attendance/routes/${screen}.tsx`,
  program: 'events/invitations/api.ts',
})

const here = '/:locale/events/:slug'

export const invitations: RoomTwins = {
  twins: {
    [`${here}/reminders`]: twin('setReminders', 'setReminders', 'organising'),
    [`${here}/attendance`]: twin('recordAttendance', 'recordAttendance', 'organising'),
    [`${here}/follow-up`]: twin('confirmFollowUp', 'confirmFollowUp', 'organising'),
    [`${here}/follow-up/:id/withdrawal`]: twin('takeFollowUpBack', 'takeFollowUpBack', 'organising'),
    [`${here}/material`]: twin('addMaterial', 'addMaterial', 'material'),
    [`${here}/material/:id/removal`]: twin('removeMaterial', 'removeMaterial', 'material'),
  },
  screensOnly: {
    '/:locale/calendar/address': 'A secret address is shown once, to the person whose calendar it opens.',
    '/:locale/calendar/address/end':
      'Whoever holds a token ends its person’s calendar address on the screen that made it.',
  },
}
