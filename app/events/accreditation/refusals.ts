import type { Catalogue } from '../../platform/i18n/catalogue.ts'

const forbidden = ['not-yours']
const missing = ['no-such-application', 'no-such-standing', 'no-such-registration', 'no-such-event', 'no-such-category']
const unprocessable = [
  'rules-empty',
  'rules-not-accepted',
  'not-a-future-date',
  'too-long-standing',
  'proof-needed',
  'reason-needed',
  'none-chosen',
  'answer-empty',
  'too-large-crew',
  'crew-taken',
  'consent-needed',
  'answer-needed',
  'nothing-changed',
]

/** 403: not for you. 404: there is none. 422: correct the entry. 409: things are not as the page was told they were. */
export const refusalStatus = (code: string): 403 | 404 | 409 | 422 =>
  forbidden.includes(code) ? 403 : missing.includes(code) ? 404 : unprocessable.includes(code) ? 422 : 409

/** The sentence of a refusal of this room, or of the registrations that it decides on. */
export function refusalSentence(t: Catalogue, code: string): string | undefined {
  const own: Record<string, string> = t.accreditation.refusals
  const ofEvents: Record<string, string> = t.events.refusals
  return own[code] ?? ofEvents[code]
}

/** For the API, which tells the same in its own form. */
export function toldInApi(t: Catalogue, code: string): { status: number; title: string } | undefined {
  const title = refusalSentence(t, code)
  return title === undefined ? undefined : { status: refusalStatus(code), title }
}
