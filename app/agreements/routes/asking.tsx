import type { Child } from 'hono/jsx'
import type { Agreement } from '../agreement.ts'
import { agreementByReference } from '../queries.ts'
import type { Web } from '../../web/env.ts'
import { errorPage } from '../../web/errors.tsx'
import { page, type PageFacts } from '../../web/page.tsx'
import type { Reader } from '../pages/words.ts'

/** A page's answer; handlers load and views show. */
export type Answer = Response | Promise<Response>

/** Language and zone of whoever asks. */
export const readerOf = (c: Web): Reader => ({
  t: c.var.t,
  locale: c.var.locale,
  zone: c.var.scope.person?.timeZone ?? null,
})

/** The agreement of the address as the asker's own, or the page that gives nothing away. */
export const withAgreement = (handle: (c: Web, agreement: Agreement) => Answer) => async (c: Web) => {
  const agreement = await ownAgreement(c)
  return agreement ? handle(c, agreement) : errorPage(c, 'notFound')
}

export const ownAgreement = (c: Web): Promise<Agreement | null> => {
  const { database, clock } = c.var.services
  return agreementByReference(database.db, c.var.scope, c.req.param('reference') ?? '', clock.now())
}

export const addressOf = (c: Web, agreement: { reference: string }, below = ''): string =>
  `/${c.var.locale}/agreements/${agreement.reference}${below}`

/** Pages that show fingerprints load the island that copies them. */
export const show = (c: Web, facts: PageFacts, view: Child): Answer =>
  page(c, { islands: ['copy-text'], ...facts }, view)
