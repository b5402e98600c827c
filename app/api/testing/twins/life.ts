import type { RoomTwins, Twin } from './twin.ts'

const here = '/:locale/agreements/:reference'

const twin = (operation: string, room: 'life' | 'undertakings'): Twin => ({
  operation,
  verb: operation,
  screen: `agreements/${room}/routes.tsx`,
  program: `agreements/${room}/api.ts`,
})

export const life: RoomTwins = {
  twins: {
    [`${here}/grants`]: twin('setGrants', 'life'),
    [`${here}/suspension`]: twin('suspendAgreement', 'life'),
    [`${here}/suspension/lifting`]: twin('liftSuspension', 'life'),
    [`${here}/termination`]: twin('terminateAgreement', 'life'),
    [`${here}/termination/retraction`]: twin('retractNotice', 'life'),
    [`${here}/renewal`]: twin('renewAgreement', 'life'),
    [`${here}/undertakings`]: twin('addUndertaking', 'undertakings'),
    [`${here}/undertakings/:undertaking/evidence`]: twin('showEvidence', 'undertakings'),
    [`${here}/undertakings/:undertaking/assignment`]: twin('assignUndertaking', 'undertakings'),
    [`${here}/undertakings/:undertaking/end`]: twin('endUndertaking', 'undertakings'),
    [`${here}/evidence/:evidence/answers`]: twin('judgeEvidence', 'undertakings'),
    [`${here}/evidence/:evidence/withdrawal`]: twin('withdrawEvidence', 'undertakings'),
  },
  screensOnly: {},
}
