import { draftById } from '../contacts/mailIn/drafts.ts'
import { markAsked } from '../contacts/mailIn/steering.ts'
import { signInFirst } from '../../accounts/signInFirst.tsx'
import type { Routes, Web } from '../../web/env.ts'
import { errorPage } from '../../web/errors.tsx'
import { type Entries, type FieldErrors, readForm } from '../../web/forms.ts'
import { page } from '../../web/page.tsx'
import { nameLang, nameText } from '../../organisations/pages/profileText.tsx'
import { findNeed } from '../needs/finding.ts'
import { actOnReferral, reassignReferral } from './acting.ts'
import { askForReferral } from './asking.ts'
import { actForm, askForm, assignForm } from './forms.ts'
import { AskPage } from './pages/ask.tsx'
import { ReferralList } from './pages/list.tsx'
import { ReferralPage } from './pages/referral.tsx'
import { officeRoles } from './policy.ts'
import { choicesOf, companiesOf, referralByReference, referralsOf, type ReferralView, wantedMember } from './queries.ts'
import { refusalField, refusalStatus, type ReferralRefusal } from './refusals.ts'
import { peopleWith } from './responsible.ts'

/** Introductions and requests for support, on their way from company to company through both coordinators. */
export const referralRoutes: Routes = (app) => {
  app.get('/:locale/referrals', async (c) => {
    if (!c.var.scope.person) return signInFirst(c)
    const { t, locale, scope, services } = c.var
    const { db } = services.database
    const referrals = await referralsOf(db, scope)
    const { companies, clusters } = await choicesOf(db, scope, services.clock.now())
    const mayAsk = companies.length > 0 && clusters.length > 0
    const view = <ReferralList t={t} locale={locale} referrals={referrals} mayAsk={mayAsk} />
    return page(c, { title: t.referrals.title }, view)
  })

  app.get('/:locale/referrals/new', async (c) => {
    if (!c.var.scope.person) return signInFirst(c)
    return showAsk(c, { entries: await askedFor(c) })
  })

  app.post('/:locale/referrals', async (c) => {
    if (!c.var.scope.person) return signInFirst(c)
    const { services, scope, locale } = c.var
    const form = await readForm(c, askForm)
    if (!form.ok) return showAsk(c, { entries: form.entries, errors: form.errors, status: 422 })
    const { kind, company, cluster, member, need, subject, message, consents } = form.data
    const { db } = services.database
    const wanted = member
      ? await db.selectFrom('organisation').select('id').where('slug', '=', member).executeTakeFirst()
      : undefined
    if (member && !wanted) return showAsk(c, { entries: form.entries, ...told(c, 'not-there') })
    const outcome = await askForReferral(services, scope, {
      kind,
      fromOrganisationId: company,
      toClusterId: cluster,
      toOrganisationId: wanted?.id ?? null,
      need: need || null,
      language: locale,
      subject,
      message,
      consents: consents === 'yes',
    })
    if ('refused' in outcome) return showAsk(c, { entries: form.entries, ...told(c, outcome.refused) })
    const draft = await draftById(db, scope, form.data.draft)
    if (draft) await markAsked(services, scope, draft)
    return c.redirect(`/${locale}/referrals/${outcome.reference}?done=asked`, 303)
  })

  app.get('/:locale/referrals/:reference', async (c) => {
    if (!c.var.scope.person) return signInFirst(c)
    const view = await load(c)
    return view ? show(c, view) : errorPage(c, 'notFound')
  })

  app.post('/:locale/referrals/:reference/acts', async (c) => {
    const view = await load(c)
    if (!view) return errorPage(c, 'notFound')
    const form = await readForm(c, actForm)
    if (!form.ok) return show(c, view, { entries: form.entries, errors: form.errors, status: 422 })
    const { act, side, reason, words, to } = form.data
    const outcome = await actOnReferral(c.var.services, c.var.scope, view.referral.id, {
      act,
      side,
      reason: reason || null,
      words: words || null,
      toOrganisationId: to || null,
    })
    if ('stage' in outcome) return back(c, view, 'acted')
    return again(c, view, { entries: form.entries, ...told(c, outcome.refused) })
  })

  app.post('/:locale/referrals/:reference/assignment', async (c) => {
    const view = await load(c)
    if (!view) return errorPage(c, 'notFound')
    const form = await readForm(c, assignForm)
    if (!form.ok) return show(c, view, { entries: form.entries, errors: form.errors, status: 422 })
    const outcome = await reassignReferral(c.var.services, c.var.scope, view.referral.id, form.data.person)
    if ('reassigned' in outcome) return back(c, view, 'reassigned')
    return again(c, view, { entries: form.entries, ...told(c, outcome.refused) })
  })
}

/** What a link already says: the member or the need that it is about, and with a need of others its cluster and its title. */
async function askedFor(c: Web): Promise<Entries> {
  const { services, scope, locale } = c.var
  const { db } = services.database
  const draft = await draftById(db, scope, c.req.query('draft'))
  const written = draft ? { draft: draft.id, subject: draft.subject, message: draft.body } : {}
  const entries = { need: c.req.query('need') ?? '', member: c.req.query('member') ?? '', ...written }
  const now = services.clock.now()
  const wanted = entries.member ? await wantedMember(db, scope, entries.member, now) : null
  const towards = wanted?.clusterId ? { cluster: wanted.clusterId } : {}
  const need = await findNeed(db, scope, now, entries.need)
  if (!need) return { ...entries, need: '', ...towards }
  // Whoever asks writes in the language of the page: a title in another is not put into their mouth.
  const subject = nameLang(need.title, locale) ? '' : nameText(need.title, locale)
  return { ...entries, subject, cluster: need.cluster.id, ...towards }
}

const load = (c: Web): Promise<ReferralView | null> =>
  referralByReference(c.var.services.database.db, c.var.scope, c.req.param('reference') ?? '')

const back = (c: Web, { referral }: ReferralView, done: string) =>
  c.redirect(`/${c.var.locale}/referrals/${referral.reference}?done=${done}`, 303)

const told = (c: Web, refused: ReferralRefusal) => ({
  errors: { [refusalField(refused)]: c.var.t.referrals.refusals[refused] },
  status: refusalStatus(refused),
})

type Shown = { entries?: Entries; errors?: FieldErrors; status?: 403 | 404 | 409 | 422 }

/** The page as things stand now: somebody else may have been quicker. */
async function again(c: Web, before: ReferralView, shown: Shown): Promise<Response> {
  return show(c, (await load(c)) ?? before, shown)
}

async function show(c: Web, view: ReferralView, { entries = {}, errors = {}, status }: Shown = {}): Promise<Response> {
  const { t, locale, scope, services } = c.var
  const { db } = services.database
  const notices: Record<string, string> = t.referrals.notices
  const notice = notices[c.req.query('done') ?? '']
  const office = view.referral.last.responsible?.organisationId ?? ''
  const isOffice = [view.referral.homeOfficeId, view.referral.partnerOfficeId].includes(office)
  const mine = scope.roles.some(({ organisationId }) => organisationId === office)
  const data = {
    t,
    locale,
    zone: scope.person?.timeZone ?? null,
    view,
    companies: await companiesOf(db, scope, view),
    colleagues: isOffice && mine ? await peopleWith(db, office, officeRoles) : [],
    entries,
    errors,
  }
  const title = t.referrals.one({ reference: view.referral.reference })
  return page(c, { title, ...(status ? { status } : notice ? { notice } : {}) }, <ReferralPage {...data} />)
}

async function showAsk(c: Web, { entries = {}, errors = {}, status }: Shown): Promise<Response> {
  const { t, locale, scope, services } = c.var
  const { db } = services.database
  const now = services.clock.now()
  const choices = await choicesOf(db, scope, now)
  const need = entries['need'] ? await findNeed(db, scope, now, entries['need']) : null
  const wanted = entries['member'] ? await wantedMember(db, scope, entries['member'], now) : null
  const data = { t, locale, ...choices, need, wanted, entries, errors }
  return page(c, { title: t.referrals.ask.title, ...(status ? { status } : {}) }, <AskPage {...data} />)
}
