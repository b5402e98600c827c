import { organisationsOf } from '../../accounts/scope.ts'
import { signInFirst } from '../../accounts/signInFirst.tsx'
import { localTime } from '../../language/times.ts'
import { nameText } from '../../organisations/pages/profileText.tsx'
import { displaySafe } from '../../language/displaySafe.ts'
import type { Routes, Web } from '../../web/env.ts'
import { errorPage } from '../../web/errors.tsx'
import { type Entries, type FieldErrors, readForm } from '../../web/forms.ts'
import { page } from '../../web/page.tsx'
import { dismissedOf } from './dismissed.ts'
import { dismissMatch, restoreMatch } from './dismissing.ts'
import { enterNeed } from './entering.ts'
import { findNeed, type Named, type Need } from './finding.ts'
import {
  dismissalForm,
  factsOf,
  filterQuery,
  newNeedForm,
  restoringForm,
  revisionForm,
  stepForm,
  translationForm,
} from './forms.ts'
import { matchingMembers, matchingNeeds, type NeedMatch, needsForProfile, understood } from './matching.ts'
import { entriesOf } from './pages/entries.ts'
import { NeedForm, TranslationForm } from './pages/form.tsx'
import { NeedList } from './pages/list.tsx'
import { KeptList } from './pages/kept.tsx'
import type { Matches } from './pages/matches.tsx'
import { NeedView } from './pages/need.tsx'
import { allClusters, keptNeeds, placesOf, publishedNeeds } from './queries.ts'
import { type NeedRefusal, refusalStatus } from './refusals.ts'
import { mayRevise, mayTranslate, reviseNeed } from './revising.ts'
import { actsOn, takeNeedStep } from './stepping.ts'

/** What members seek and what they have: read by everybody, kept by the member, reviewed by its home. */
export const needRoutes: Routes = (app) => {
  app.get('/:locale/needs', async (c) => {
    const { t, locale, scope, services } = c.var
    const { db } = services.database
    const { page: number, ...filter } = filterQuery.parse(c.req.query())
    const found = await publishedNeeds(db, scope, services.clock.now(), filter, number)
    const mayEnter = scope.roles.some(({ role }) => ['member', 'manager', 'coordinator'].includes(role))
    const data = { ...found, filter, page: number, mayEnter, clusters: await allClusters(db, scope) }
    const facts = { title: t.needs.list.title, description: t.needs.list.lede, isPublic: true }
    return page(c, facts, <NeedList t={t} locale={locale} {...data} />)
  })

  app.get('/:locale/needs/new', async (c) => (c.var.scope.person ? showNew(c) : signInFirst(c)))

  app.post('/:locale/needs', async (c) => {
    const { services, scope, locale } = c.var
    if (!scope.person) return signInFirst(c)
    const form = await readForm(c, newNeedForm)
    if (!form.ok) return showNew(c, { entries: form.entries, errors: form.errors, status: 422 })
    const { title, body, place, onward } = form.data
    const [organisation = '', cluster = ''] = place.split(' ')
    const words = { locale, title, body }
    const outcome = await enterNeed(services, scope, { organisation, cluster, words, facts: factsOf(form.data) })
    if ('refused' in outcome) return showNew(c, { entries: form.entries, ...told(c, outcome.refused) })
    const { reference } = outcome
    if (onward === 'submit') {
      const step = await takeNeedStep(services, scope, { reference, act: 'submitted', reason: null })
      if ('act' in step) return c.redirect(`/${locale}/needs/${reference}?done=submitted`, 303)
    }
    return c.redirect(`/${locale}/needs/${reference}?done=entered`, 303)
  })

  app.get('/:locale/needs/kept', async (c) => {
    const { t, locale, scope, services } = c.var
    if (!scope.person) return signInFirst(c)
    const needs = await keptNeeds(services.database.db, scope, services.clock.now())
    const title = t.needs.kept.title
    const notice = c.req.query('done') === 'dismissed' ? { notice: t.needs.notices.dismissed } : {}
    const forUs = await matchesForUs(c)
    return page(c, { title, ...notice }, <KeptList t={t} locale={locale} needs={needs} forUs={forUs} />)
  })

  app.get('/:locale/needs/:reference', async (c) => {
    const need = await load(c)
    return need ? showNeed(c, need) : errorPage(c, 'notFound')
  })

  app.get('/:locale/needs/:reference/edit', async (c) => {
    if (!c.var.scope.person) return signInFirst(c)
    const need = await load(c)
    return need && (mayRevise(need) || mayTranslate(need)) ? showEdit(c, need) : errorPage(c, 'notFound')
  })

  app.post('/:locale/needs/:reference', async (c) => {
    const { services, scope, locale } = c.var
    const need = await load(c)
    if (!need?.keeps) return errorPage(c, 'notFound')
    const form = await readForm(c, mayRevise(need) ? revisionForm : translationForm)
    if (!form.ok) return showEdit(c, need, { entries: form.entries, errors: form.errors, status: 422 })
    const { title, body, facts } = form.data
    const { reference } = need
    const outcome = await reviseNeed(services, scope, { reference, words: { locale, title, body }, facts })
    if ('refused' in outcome) return showEdit(c, need, { entries: form.entries, ...told(c, outcome.refused) })
    return c.redirect(`/${locale}/needs/${reference}?done=revised`, 303)
  })

  app.post('/:locale/needs/:reference/steps', async (c) => {
    const { services, scope, locale } = c.var
    const need = await load(c)
    if (!need?.keeps) return errorPage(c, 'notFound')
    const form = await readForm(c, stepForm)
    if (!form.ok) return showNeed(c, need, { entries: form.entries, errors: form.errors, status: 422 })
    const { reference } = need
    const { act, reason } = form.data
    const outcome = await takeNeedStep(services, scope, { reference, act, reason: reason || null })
    if ('refused' in outcome) return showNeed(c, need, { entries: form.entries, ...told(c, outcome.refused) })
    return c.redirect(`/${locale}/needs/${reference}?done=${act}`, 303)
  })

  app.post('/:locale/needs/:reference/dismissals', async (c) => {
    const { services, scope, locale } = c.var
    const need = await load(c)
    if (!need) return errorPage(c, 'notFound')
    const form = await readForm(c, dismissalForm)
    if (!form.ok) return need.keeps ? showNeed(c, need, { errors: form.errors, status: 422 }) : errorPage(c, 'notFound')
    const { organisation, need: other, reason } = form.data
    const outcome = await dismissMatch(services, scope, {
      reference: need.reference,
      other: organisation ? { organisation } : { need: other ?? '' },
      reason,
    })
    if ('refused' in outcome) return errorPage(c, 'notFound')
    const back = need.keeps ? `${need.reference}?done=dismissed#matches` : 'kept?done=dismissed'
    return c.redirect(`/${locale}/needs/${back}`, 303)
  })

  app.post('/:locale/needs/:reference/dismissals/removal', async (c) => {
    const { services, scope, locale } = c.var
    const need = await load(c)
    const form = await readForm(c, restoringForm)
    if (!need?.keeps || !form.ok) return errorPage(c, 'notFound')
    const { organisation, need: other } = form.data
    const outcome = await restoreMatch(services, scope, {
      reference: need.reference,
      other: organisation ? { organisation } : { need: other ?? '' },
    })
    if ('refused' in outcome) return errorPage(c, 'notFound')
    return c.redirect(`/${locale}/needs/${need.reference}?done=restored#matches`, 303)
  })
}

/** For each of the asker's own organisations what others seek or offer that its profile speaks of. */
async function matchesForUs(c: Web) {
  const { scope, services } = c.var
  const { db } = services.database
  const ids = organisationsOf(scope, 'member', 'manager', 'coordinator')
  if (ids.length === 0) return []
  const own = await db
    .selectFrom('organisation')
    .innerJoin('member_profile as profile', 'profile.organisation_id', 'organisation.id')
    .select(['organisation.id', 'organisation.slug', 'organisation.name'])
    .where('organisation.id', 'in', ids)
    .where('profile.withdrawn_at', 'is', null)
    .orderBy('organisation.slug')
    .limit(3)
    .execute()
  const found: { organisation: Named; matches: NeedMatch[] }[] = []
  for (const { id, ...organisation } of own)
    found.push({ organisation, matches: await needsForProfile(db, scope, services.clock.now(), id) })
  return found
}

const load = (c: Web): Promise<Need | null> => {
  const { services, scope } = c.var
  return findNeed(services.database.db, scope, services.clock.now(), c.req.param('reference') ?? '')
}

type Shown = { entries?: Entries; errors?: FieldErrors; status?: 403 | 404 | 409 | 422 }

/** A refusal beside the field it is about. */
const fieldOf: Partial<Record<NeedRefusal, string>> = {
  'no-such-rival': 'rivalOrganisations',
  'expiry-out-of-range': 'expiresOn',
  'reason-needed': 'reason',
  'not-your-member': 'place',
}

const told = (c: Web, refused: NeedRefusal) => ({
  errors: { [fieldOf[refused] ?? 'form']: c.var.t.needs.refusals[refused] },
  status: refusalStatus(refused),
})

async function showNew(c: Web, { entries, errors, status }: Shown = {}): Promise<Response> {
  const { t, locale, scope, services } = c.var
  const { db } = services.database
  const places = await placesOf(db, scope, services.clock.now())
  if (places.length === 0) return errorPage(c, status === 403 ? 'forbidden' : 'notFound')
  const known = entries ?? { place: c.req.query('for') ?? '', direction: c.req.query('direction') ?? '' }
  const data = { t, locale, places, clusters: await allClusters(db, scope), entries: known, errors: errors ?? {} }
  const title = t.needs.form.newTitle
  const form = <NeedForm {...data} title={title} action={`/${locale}/needs`} />
  return page(c, { title, ...(status ? { status } : {}) }, form)
}

async function showEdit(c: Web, need: Need, { entries, errors, status }: Shown = {}): Promise<Response> {
  const { t, locale, scope, services } = c.var
  const title = mayRevise(need) ? t.needs.form.editTitle : t.needs.form.translateTitle
  const common = { t, locale, title, entries: entries ?? entriesOf(need, locale), errors: errors ?? {} }
  const action = `/${locale}/needs/${need.reference}`
  const clusters = await allClusters(services.database.db, scope)
  const form = mayRevise(need) ? (
    <NeedForm {...common} action={action} clusters={clusters} />
  ) : (
    <TranslationForm {...common} action={action} need={need} />
  )
  return page(c, { title, ...(status ? { status } : {}) }, form)
}

async function showNeed(c: Web, need: Need, { entries, errors, status }: Shown = {}): Promise<Response> {
  const { t, locale, services } = c.var
  const title = nameText(need.title, locale)
  const done = c.req.query('done') ?? ''
  const notices: Record<string, string> = t.needs.notices
  const facts = {
    title,
    description: displaySafe(nameText(need.body, locale)).slice(0, 300),
    isPublic: need.state === 'published' && !need.keeps,
    ...(status ? { status } : need.keeps && notices[done] ? { notice: notices[done] } : {}),
  }
  const today = localTime(services.clock.now().toISOString(), need.zone).date
  const matches = await matchesOf(c, need)
  const data = { t, locale, need, today, acts: actsOn(need), matches, entries: entries ?? {}, errors: errors ?? {} }
  return page(c, facts, <NeedView {...data} />)
}

/** For those who keep a need that is still under way. */
async function matchesOf(c: Web, need: Need): Promise<Matches | null> {
  const { scope, services } = c.var
  if (!need.keeps || need.state === 'withdrawn' || need.state === 'expired') return null
  const { db } = services.database
  const now = services.clock.now()
  return {
    understood: await understood(db, scope, need),
    needs: await matchingNeeds(db, scope, now, need),
    members: await matchingMembers(db, scope, now, need),
    dismissed: await dismissedOf(db, scope, need),
  }
}
