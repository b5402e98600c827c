import type { RoomTwins, Twin } from './twin.ts'

const here = '/:locale/ceremonies/:slug'

const twin = (operation: string, verb: string, screen: string, program: string): Twin => ({
  operation,
  verb,
  screen: `ceremonies/routes/${screen}.tsx`,
  program: `ceremonies/api/${program}.ts`,
})

/** One operation moves the ceremony, in as many ways as the cue sheet has buttons. */
const move = (verb: string) => twin('moveCeremony', verb, 'cues', 'moving')

export const ceremonies: RoomTwins = {
  twins: {
    [`${here}/plan`]: twin('planCeremony', 'planCeremony', 'planning', 'moving'),
    [`${here}/cues/stage`]: move('beginStage'),
    [`${here}/cues/stage-end`]: move('endStage'),
    [`${here}/cues/end`]: move('endCeremony'),
    [`${here}/cues/pause`]: move('pauseCeremony'),
    [`${here}/cues/resumption`]: move('resumeCeremony'),
    [`${here}/cues/abort`]: move('abortCeremony'),
    [`${here}/cues/undoing`]: move('undoMove'),
    [`${here}/cues/questions`]: move('openQuestions'),
    [`${here}/cues/signatories/:signatory/prevented`]: twin('markSignatory', 'preventSignatory', 'cues', 'moving'),
    [`${here}/cues/signatories/:signatory/awaited`]: twin('markSignatory', 'awaitSignatory', 'cues', 'moving'),
    [`${here}/signatory/ready`]: twin('markSignatory', 'markReady', 'working', 'moving'),
    [`${here}/signatory/absence`]: twin('markSignatory', 'awaitSignatory', 'working', 'moving'),
    [`${here}/questions/:question/state`]: twin('moderateQuestion', 'moderateQuestion', 'working', 'questions'),
    [`${here}/questions/:question/answers`]: twin('answerQuestion', 'answerQuestion', 'working', 'questions'),
    [`${here}/questions/:question/translation`]: twin('translateQuestion', 'translateQuestion', 'working', 'questions'),
  },
  screensOnly: {
    [`${here}/press/questions`]: 'asked from a seat, which a personal address opens in a browser',
    [`${here}/press/questions/:question/withdrawal`]: 'taken back from the seat it was asked from',
  },
}
