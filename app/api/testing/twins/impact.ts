import type { RoomTwins, Twin } from './twin.ts'

const twin = (operation: string): Twin => ({
  operation,
  verb: operation,
  screen: 'impact/routes.tsx',
  program: 'impact/api.ts',
})
const here = '/:locale/outcomes/:reference'

export const impact: RoomTwins = {
  twins: {
    '/:locale/follow-ups/:token': twin('answerFollowUp'),
    [here]: twin('reportOutcome'),
    [`${here}/meetings`]: twin('reportMeeting'),
    [`${here}/meetings/:meeting/withdrawal`]: twin('withdrawMeeting'),
    [`${here}/:outcome/answers`]: twin('judgeOutcome'),
    [`${here}/:outcome/withdrawal`]: twin('withdrawOutcome'),
  },
  screensOnly: {},
}
