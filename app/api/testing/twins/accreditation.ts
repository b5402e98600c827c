import type { RoomTwins, Twin } from './twin.ts'

const twin = (operation: string, verb: string, screen: string): Twin => ({
  operation,
  verb,
  screen: `events/accreditation/routes/${screen}.tsx`,
  program: 'events/accreditation/api.ts',
})

const form = '/:locale/events/:slug/registration/press'
const desk = '/:locale/events/:slug/accreditations'
const fromAMail = 'opened by a link from a mail, by somebody without an account'

export const accreditation: RoomTwins = {
  twins: {
    [`${desk}/rules`]: twin('writeCoverageRules', 'writeCoverageRules', 'rules'),
    [`${desk}/terms`]: twin('setAccreditationTerms', 'setAccreditationTerms', 'rules'),
    [`${desk}/:registration/decision`]: twin('decideAccreditation', 'reviewApplication', 'review'),
    [`${desk}/:registration/requests`]: twin('askJournalistForMore', 'askForMore', 'review'),
    [`${desk}/:registration/standing`]: twin('giveStandingAccreditation', 'giveStanding', 'review'),
    '/:locale/standing-accreditations/:standing/revocation': twin(
      'revokeStandingAccreditation',
      'revokeStanding',
      'standing',
    ),
  },
  screensOnly: {
    [form]: 'a journalist has no account here, reads the rules on the page and adds a photograph of a press card',
    [`${form}/standing`]: 'sends a link to a mailbox, for a browser',
    [`${form}/standing/:token`]: fromAMail,
    [`${form}/answers/:token`]: fromAMail,
    [`${desk}/decisions`]: 'many at once, for whoever ticks boxes; a program decides on each',
  },
}
