import { z } from 'zod'
import { signInFirst } from '../../../accounts/signInFirst.tsx'
import type { Routes, Web } from '../../../web/env.ts'
import { errorPage } from '../../../web/errors.tsx'
import { type Entries, type FieldErrors, readForm } from '../../../web/forms.ts'
import { page } from '../../../web/page.tsx'
import { countryOf } from '../../import/planning/countries.ts'
import { nameText } from '../../pages/profileText.tsx'
import { keptMember } from '../keeping.ts'
import type { Member } from '../reading.ts'
import { consentsOf, recordConsent, withdrawConsent } from './consenting.ts'
import { ConsentsView } from './page.tsx'
import { type ConsentRefusalCode, refusalStatus } from './refusals.ts'

const consentForm = z.object({
  country: z.string().trim().min(1, 'required').max(100, 'tooLong'),
  how: z.string().trim().min(1, 'required').max(500, 'tooLong'),
  agreed: z.literal('yes', 'required'),
})
const withdrawalForm = z.object({ country: z.string().regex(/^[A-Z]{2}$/, 'invalid') })

/** Where contact persons of a member agreed to be named, beyond the countries that other grounds cover. */
export const consentRoutes: Routes = (app) => {
  app.get('/:locale/members/:slug/consents', async (c) => {
    if (!c.var.scope.person) return signInFirst(c)
    const member = await keptMember(c)
    return member ? show(c, member) : errorPage(c, 'notFound')
  })

  app.post('/:locale/members/:slug/consents', async (c) => {
    const member = await keptMember(c)
    if (!member) return errorPage(c, 'notFound')
    const form = await readForm(c, consentForm)
    if (!form.ok) return show(c, member, { entries: form.entries, errors: form.errors })
    const destination = countryOf(form.data.country)
    const { entries } = form
    if (!destination) return show(c, member, { entries, errors: { country: c.var.t.consents.unknownCountry } })
    const { how } = form.data
    const outcome = await recordConsent(c.var.services, c.var.scope, member, { destination, how })
    return 'destination' in outcome ? back(c, member, 'recorded') : show(c, member, told(c, entries, outcome.refused))
  })

  app.post('/:locale/members/:slug/consents/withdrawal', async (c) => {
    const member = await keptMember(c)
    if (!member) return errorPage(c, 'notFound')
    const form = await readForm(c, withdrawalForm)
    if (!form.ok) return show(c, member, { entries: {}, errors: {} })
    const outcome = await withdrawConsent(c.var.services, c.var.scope, member, form.data.country)
    return 'destination' in outcome ? back(c, member, 'withdrawn') : show(c, member, told(c, {}, outcome.refused))
  })
}

const back = (c: Web, { slug }: Member, done: 'recorded' | 'withdrawn') =>
  c.redirect(`/${c.var.locale}/members/${slug}/consents?done=${done}`, 303)

type Shown = { entries: Entries; errors: FieldErrors; refused?: ConsentRefusalCode }

const told = (c: Web, entries: Entries, refused: ConsentRefusalCode): Shown => ({
  entries,
  errors: { country: c.var.t.consents.refusals[refused] },
  refused,
})

async function show(c: Web, member: Member, shown?: Shown): Promise<Response> {
  const { t, locale, scope, services } = c.var
  const consents = await consentsOf(services.database.db, scope, member.organisationId)
  const title = t.consents.title({ member: nameText(member.name, locale) })
  const notices: Record<string, string> = t.consents.notices
  const notice = notices[c.req.query('done') ?? '']
  const status = shown?.refused ? refusalStatus(shown.refused) : (422 as const)
  const { entries, errors } = shown ?? { entries: {}, errors: {} }
  return page(
    c,
    { title, ...(shown ? { status } : notice ? { notice } : {}) },
    <ConsentsView {...{ t, locale, member, title, consents, entries, errors }} />,
  )
}
