import { z } from 'zod'
import { signInFirst } from '../../accounts/signInFirst.tsx'
import { localTime } from '../../language/times.ts'
import type { Routes, Web } from '../../web/env.ts'
import { errorPage } from '../../web/errors.tsx'
import { type Entries, type FieldErrors, readForm } from '../../web/forms.ts'
import { page } from '../../web/page.tsx'
import { namesOfCodes } from '../nomenclature/naming.ts'
import { textFor } from '../profileText.ts'
import { mergedInto } from '../duplicates/forwarding.ts'
import { admitMember, endMembership } from './admitting.ts'
import { readPartForm, showPart } from './editingPart.tsx'
import { logoDate } from './logo/reading.ts'
import { EditIndex } from './pages/edit.tsx'
import { MemberList } from './pages/list.tsx'
import { MemberView } from './pages/member.tsx'
import { type FieldGroup, fieldGroups } from './profile.ts'
import { type ClusterOfMembers, clusterOfMembers, membersOf } from './queries.ts'
import { type Member, readMember } from './reading.ts'
import { readContacts, readingsOf } from './readingContacts.ts'
import { type MemberRefusal, refusalStatus } from './refusals.ts'
import { writePart } from './writing.ts'

const organisationKinds = [
  'company',
  'hospital',
  'research-institute',
  'university',
  'foundation',
  'public-authority',
  'association',
  'cluster-organisation',
] as const

const admissionForm = z.object({
  name: z.string().trim().min(1, 'required').max(300, 'tooLong'),
  kind: z.enum(organisationKinds, 'choose'),
  legalForm: z.string().trim().max(100, 'tooLong').optional(),
  country: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/, 'invalid'),
  seat: z.string().trim().max(200, 'tooLong').optional(),
  website: z.union([z.literal(''), z.url({ protocol: /^https?$/, error: 'url' })]).optional(),
})

const purposeForm = z.object({ purpose: z.string().trim().min(1, 'required').max(500, 'tooLong') })

/** Members of clusters: who they are, what they make, and who keeps what is said of them. */
export const memberRoutes: Routes = (app) => {
  app.get('/:locale/members/:slug', async (c) => {
    const member = await load(c)
    if (member) return showMember(c, member)
    const slug = await mergedInto(c.var.services.database.db, c.req.param('slug'))
    // A merge can be undone, so the old address may mean something else tomorrow.
    return slug ? c.redirect(`/${c.var.locale}/members/${slug}`, 302) : errorPage(c, 'notFound')
  })

  app.post('/:locale/members/:slug/contacts', async (c) => {
    const { services, scope, t } = c.var
    const member = await load(c)
    if (!member) return errorPage(c, 'notFound')
    const form = await readForm(c, purposeForm)
    if (!form.ok) return showMember(c, member, { errors: form.errors, status: 422 })
    const outcome = await readContacts(services, scope, member.slug, form.data.purpose)
    if ('people' in outcome) return showMember(c, member, { purpose: form.data.purpose })
    const errors = { purpose: t.members.refusals[outcome.refused] }
    return showMember(c, member, { errors, status: refusalStatus(outcome.refused) })
  })

  app.get('/:locale/members/:slug/edit', async (c) => {
    if (!c.var.scope.person) return signInFirst(c)
    const member = await load(c)
    if (!member?.keeps) return errorPage(c, 'notFound')
    const { t, locale } = c.var
    const title = t.members.edit.title({ name: nameOf(member, c) })
    const notice = c.req.query('done') === 'saved' ? { notice: t.members.edit.saved } : {}
    const { scope, services } = c.var
    const readings = await readingsOf(services.database.db, scope, member.organisationId)
    return page(c, { title, ...notice }, <EditIndex {...{ t, locale, member, title, readings }} />)
  })

  app.get(
    '/:locale/members/:slug/edit/:group',
    withPart((c, member, group) => showPart(c, member, group)),
  )

  app.post(
    '/:locale/members/:slug/edit/:group',
    withPart(async (c, member, group) => {
      const { services, scope, locale } = c.var
      const read = await readPartForm(c, member, group, scope.person?.personId ?? null)
      if ('again' in read) return showPart(c, member, group, read.again)
      const outcome = await writePart(services, scope, { organisationId: member.organisationId, ...read.part })
      if ('revision' in outcome) return c.redirect(`/${locale}/members/${member.slug}/edit?done=saved`, 303)
      return showPart(c, member, group, { entries: read.entries, ...told(c, outcome.refused) })
    }),
  )

  app.get('/:locale/clusters/:cluster/members', async (c) => {
    if (!c.var.scope.person) return signInFirst(c)
    const cluster = await loadCluster(c)
    return cluster ? showList(c, cluster) : errorPage(c, 'notFound')
  })

  app.post('/:locale/clusters/:cluster/members', async (c) => {
    const cluster = await loadCluster(c)
    if (!cluster) return errorPage(c, 'notFound')
    const { services, scope, locale } = c.var
    const form = await readForm(c, admissionForm)
    if (!form.ok) return showList(c, cluster, { entries: form.entries, errors: form.errors, status: 422 })
    const { name, kind, legalForm, country, seat, website } = form.data
    const outcome = await admitMember(services, scope, {
      clusterId: cluster.id,
      name: { original: locale, text: { [locale]: name } },
      kind,
      legalForm: legalForm || null,
      country,
      seat: seat ? { original: locale, text: { [locale]: seat } } : null,
      website: website || null,
      language: locale,
      // The day by which memberships are counted everywhere; the office's own may be tomorrow.
      since: services.clock.now().toISOString().slice(0, 10),
    })
    if ('slug' in outcome) return c.redirect(`/${locale}/members/${outcome.slug}/edit`, 303)
    return showList(c, cluster, { entries: form.entries, ...told(c, outcome.refused) })
  })

  app.post('/:locale/clusters/:cluster/members/:slug/end', async (c) => {
    const [cluster, member] = [await loadCluster(c), await load(c)]
    if (!cluster || !member) return errorPage(c, 'notFound')
    const { services, scope, locale } = c.var
    const until = localTime(services.clock.now().toISOString(), cluster.timeZone).date
    const input = { organisationId: member.organisationId, clusterId: cluster.id, until }
    const outcome = await endMembership(services, scope, input)
    if ('ended' in outcome) return c.redirect(`/${locale}/clusters/${cluster.slug}/members?done=left`, 303)
    return showList(c, cluster, told(c, outcome.refused))
  })
}

const loadCluster = (c: Web) => clusterOfMembers(c.var.services.database.db, c.var.scope, c.req.param('cluster') ?? '')

const load = (c: Web, purpose = ''): Promise<Member | null> => {
  const { services, scope } = c.var
  return readMember(services.database.db, scope, services.clock.now(), c.req.param('slug') ?? '', purpose)
}

const nameOf = (member: Member, c: Web): string => textFor(member.name, c.var.locale)?.text ?? member.slug

const told = (c: Web, refused: MemberRefusal) => ({
  errors: { form: c.var.t.members.refusals[refused] },
  status: refusalStatus(refused),
})

function withPart(handle: (c: Web, member: Member, group: FieldGroup) => Promise<Response>) {
  return async (c: Web) => {
    if (!c.var.scope.person) return signInFirst(c)
    const member = await load(c)
    const group = fieldGroups.find((name) => name === c.req.param('group'))
    return member?.keeps && group ? handle(c, member, group) : errorPage(c, 'notFound')
  }
}

type Shown = { entries?: Entries; errors?: FieldErrors; status?: 403 | 404 | 409 | 422; purpose?: string }

async function showMember(c: Web, asked: Member, { errors, status, purpose }: Shown = {}): Promise<Response> {
  const { t, locale, services } = c.var
  const member = (purpose && (await load(c, purpose))) || asked
  const description = textFor(member.parts.about?.content.description ?? null, locale)?.text
  const facts = {
    title: nameOf(member, c),
    ...(description ? { description } : {}),
    ...(status ? { status } : { isPublic: !purpose && !member.keeps }),
  }
  const now = services.clock.now()
  const asksForContacts = c.var.scope.person !== null && !member.parts.contacts
  const codes = member.parts.products?.content.items.flatMap(({ emdn }) => emdn) ?? []
  const logo = await logoDate(services.database.db, member.organisationId)
  const codeNames = await namesOfCodes(services.database.db, codes)
  const today = now.toISOString().slice(0, 10)
  const view = { t, locale, member, today, asksForContacts, purpose: purpose ?? null, codeNames, logo }
  return page(c, facts, <MemberView {...view} {...(errors ? { errors } : {})} />)
}

async function showList(c: Web, cluster: ClusterOfMembers, shown: Shown = {}): Promise<Response> {
  const { t, locale, scope, services } = c.var
  const today = localTime(services.clock.now().toISOString(), cluster.timeZone).date
  const after = c.req.query('after')
  const found = await membersOf(services.database.db, scope, cluster.id, { today, after })
  const title = t.members.list.title({ cluster: textFor(cluster.name, locale)?.text ?? cluster.slug })
  const data = { t, locale, cluster, title, today, ...found, entries: shown.entries ?? {}, errors: shown.errors ?? {} }
  const notice = c.req.query('done') === 'left' ? { notice: t.members.list.left } : {}
  return page(c, { title, ...(shown.status ? { status: shown.status } : notice) }, <MemberList {...data} />)
}
