import type { RoomTwins, Twin } from './twin.ts'

const here = '/:locale/events/:slug'
const mine = '/:locale/registrations/:token'

const twin = (operation: string, verb: string, screen: string, program = 'eventApi.ts'): Twin => ({
  operation,
  verb,
  screen: `events/routes/${screen}.tsx`,
  program: `events/${program}`,
})

const registration = 'registration/api.ts'

export const events: RoomTwins = {
  twins: {
    '/:locale/events': twin('planEvent', 'planEvent', 'planning'),
    [`${here}/facts`]: twin('reviseEvent', 'reviseEvent', 'planning'),
    [`${here}/programme`]: twin('reviseProgramme', 'reviseProgramme', 'programme'),
    [`${here}/publication`]: twin('publishEvent', 'publishEvent', 'workspace'),
    [`${here}/cancellation`]: twin('cancelEvent', 'cancelEvent', 'workspace'),
    [`${here}/categories/:category{press|guest|member|speaker}`]: twin(
      'setCategory',
      'setCategory',
      'categories',
      registration,
    ),
    [`${here}/registration/:category{guest|member|speaker}`]: twin('register', 'register', 'registering', registration),
    [`${here}/registrations/decisions`]: twin('decideRegistrations', 'decideRegistrations', 'deciding', registration),
    [`${here}/registrations/:registration/undo`]: twin('undoDecision', 'undoDecision', 'deciding', registration),
  },
  screensOnly: {
    [mine]: 'done with a personal address, which is the registrant’s own and no token',
    [`${mine}/withdrawal`]: 'done with a personal address, which is the registrant’s own and no token',
  },
}
