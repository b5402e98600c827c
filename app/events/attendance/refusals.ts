import type { Catalogue } from '../../platform/i18n/catalogue.ts'

export type RefusalCode = keyof Catalogue['invitations']['refusals']

/** Told beside the field it is about, else at the top of the page. */
export const refusalErrors = (t: Catalogue, refused: RefusalCode): Record<string, string> => ({
  [fields[refused] ?? 'form']: t.invitations.refusals[refused],
})

const fields: Partial<Record<RefusalCode, string>> = {
  'bad-address': 'address',
  'too-large': 'file',
  'nothing-given': 'address',
  'not-readable': 'minutes',
  already: 'audience',
  nobody: 'audience',
}

export const refusalStatus = (refused: RefusalCode): 403 | 409 | 422 =>
  refused === 'not-yours' ? 403 : fields[refused] && refused !== 'already' ? 422 : 409
