import type { RoomTwins, Twin } from './twin.ts'

const twin = (operation: string, verb: string, screen: string, program: string): Twin => ({
  operation,
  verb,
  screen: `press/routes/${screen}.tsx`,
  program: `press/api/${program}.ts`,
})

const here = '/:locale/releases/:slug'

export const press: RoomTwins = {
  twins: {
    '/:locale/releases': twin('draftRelease', 'draftRelease', 'drafting', 'drafting'),
    [`${here}/text`]: twin('reviseRelease', 'reviseRelease', 'revising', 'working'),
    [`${here}/notes/:organisation`]: twin('sayForIssuer', 'sayForIssuer', 'revising', 'working'),
    [`${here}/approvals`]: twin('approveRelease', 'approveRelease', 'approvals', 'working'),
    [`${here}/approvals/withdrawal`]: twin(
      'withdrawReleaseApproval',
      'withdrawReleaseApproval',
      'approvals',
      'working',
    ),
    [`${here}/embargo`]: twin('changeEmbargo', 'changeEmbargo', 'embargo', 'working'),
    [`${here}/withdrawal`]: twin('withdrawRelease', 'withdrawRelease', 'embargo', 'working'),
  },
  screensOnly: {},
}
