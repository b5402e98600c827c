import type { RoomTwins, Twin } from './twin.ts'

const twin = (operation: string, verb: string, screen: string, program: string): Twin => ({
  operation,
  verb,
  screen: `press/routes/${screen}.tsx`,
  program: `press/api/${program}.ts`,
})

const here = '/:locale/releases/:slug'
const room = '/:locale/press/:organisation'

export const press: RoomTwins = {
  twins: {
    '/:locale/releases': twin('draftRelease', 'draftRelease', 'drafting', 'drafting'),
    [`${here}/text`]: twin('reviseRelease', 'reviseRelease', 'revising', 'working'),
    [`${here}/form`]: twin('setReleaseForm', 'setForm', 'revising', 'working'),
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
    [`${here}/kit`]: twin('chooseFiles', 'chooseFiles', 'kit', 'recipients'),
    [`${here}/previews`]: twin('offerPreview', 'offerPreview', 'recipients', 'recipients'),
    [`${here}/previews/:preview/closing`]: twin('revokePreview', 'revokePreview', 'recipients', 'recipients'),
    [`${here}/distributions`]: twin('confirmDistribution', 'confirmDistribution', 'recipients', 'recipients'),
    [`${here}/distributions/:distribution/cancellation`]: twin(
      'cancelDistribution',
      'cancelDistribution',
      'recipients',
      'recipients',
    ),
    [`${here}/coverage`]: twin('reportClipping', 'reportClipping', 'coverage', 'recipients'),
    [`${here}/coverage/:clipping/removal`]: twin('removeClipping', 'removeClipping', 'coverage', 'recipients'),
    [`${room}/profile`]: twin('describePress', 'describePress', 'rooms', 'rooms'),
    [`${room}/assets`]: twin('addAsset', 'addAsset', 'rooms', 'rooms'),
    [`${room}/assets/:asset/publication`]: twin('publishAsset', 'publishAsset', 'rooms', 'rooms'),
    [`${room}/assets/:asset/removal`]: twin('removeAsset', 'removeAsset', 'rooms', 'rooms'),
    [`${room}/lists`]: twin('makeList', 'makeList', 'rooms', 'rooms'),
    [`${room}/subscribers`]: twin('addSubscriber', 'addSubscriber', 'rooms', 'rooms'),
  },
  screensOnly: {
    '/:locale/embargoed/:token': 'a journalist accepts an embargo in person, at the address of a mail',
    [`${room}/subscription`]: 'somebody agrees in the words of the page',
    '/:locale/mailings/:token/confirmation': 'opened from a mail, by whoever it went to',
    '/:locale/mailings/:token/end': 'opened from a mail, by whoever it went to',
  },
}
