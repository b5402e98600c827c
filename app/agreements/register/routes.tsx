import { signInFirst } from '../../accounts/signInFirst.tsx'
import { isId } from '../../platform/ids.ts'
import { getBlob } from '../../platform/storage/blobs.ts'
import type { Routes, Web } from '../../web/env.ts'
import { errorPage } from '../../web/errors.tsx'
import { type Entries, type FieldErrors, readForm } from '../../web/forms.ts'
import { page } from '../../web/page.tsx'
import type { Agreement, Registration } from '../agreement.ts'
import type { ActivityLine } from '../pages/activityLog.tsx'
import { choicesFor } from '../choosing.ts'
import { namesOfPeople } from '../people.ts'
import { keepsEntry } from '../policy.ts'
import { titleFor } from '../pages/words.ts'
import { addressOf, readerOf, show, withAgreement } from '../routes/asking.tsx'
import { colleaguesAt } from '../undertakings/people.ts'
import { download, uploadedFile } from '../../web/files.ts'
import { entryForm, entryOf } from './forms.ts'
import { EntryPage, type EntryData, entriesFrom } from './pages/entry.tsx'
import { RegisterView } from './pages/list.tsx'
import { RegisteredAgreement } from './pages/registered.tsx'
import { registerOf, type RegisterPlace, registerPlace } from './queries.ts'
import { refusalField, refusalStatus, type RegisterRefusal } from './refusals.ts'
import { correctRegistration, registerAgreement, strikeRegistration } from './registering.ts'

/** The register: every agreement of an organisation, also those that were signed on paper or elsewhere. */
export const registerRoutes: Routes = (app) => {
  app.get('/:locale/register/:organisation', async (c) => {
    if (!c.var.scope.person) return signInFirst(c)
    const place = await load(c)
    return place ? showRegister(c, place) : errorPage(c, 'notFound')
  })

  app.get('/:locale/register/:organisation/new', async (c) => {
    if (!c.var.scope.person) return signInFirst(c)
    const place = await load(c)
    return place?.mayRegister ? showNew(c, place) : errorPage(c, 'notFound')
  })

  app.post('/:locale/register/:organisation', async (c) => {
    const place = await load(c)
    if (!place?.mayRegister) return errorPage(c, 'notFound')
    const form = await readForm(c, entryForm)
    if (!form.ok) return showNew(c, place, { entries: form.entries, errors: form.errors, status: 422 })
    const entry = { ...entryOf(form.data, form.entries), scan: await uploadedFile(c, 'scan') }
    const refusal = entry.parties.every(isId) ? null : ('no-such-organisation' as const)
    const outcome = refusal
      ? { refused: refusal }
      : await registerAgreement(c.var.services, c.var.scope, place.id, entry)
    if ('reference' in outcome) return c.redirect(addressOf(c, outcome, '?done=registered'), 303)
    return showNew(c, place, { entries: form.entries, ...told(c, outcome.refused) })
  })

  app.get(
    '/:locale/agreements/:reference/registration',
    withAgreement((c, agreement) =>
      keepsEntry(c.var.scope, agreement) ? showEntry(c, agreement) : errorPage(c, 'notFound'),
    ),
  )

  app.post(
    '/:locale/agreements/:reference/registration',
    withAgreement(async (c, agreement) => {
      if (!keepsEntry(c.var.scope, agreement)) return errorPage(c, 'notFound')
      const form = await readForm(c, entryForm)
      if (!form.ok) return showEntry(c, agreement, { entries: form.entries, errors: form.errors, status: 422 })
      const entry = { ...entryOf(form.data, form.entries), scan: await uploadedFile(c, 'scan') }
      const outcome = entry.parties.every(isId)
        ? await correctRegistration(c.var.services, c.var.scope, agreement.id, entry)
        : { refused: 'no-such-organisation' as const }
      if ('corrected' in outcome) return c.redirect(addressOf(c, agreement, '?done=corrected'), 303)
      return showEntry(c, agreement, { entries: form.entries, ...told(c, outcome.refused) })
    }),
  )

  app.post(
    '/:locale/agreements/:reference/registration/withdrawal',
    withAgreement(async (c, agreement) => {
      const outcome = await strikeRegistration(c.var.services, c.var.scope, agreement.id)
      if ('refused' in outcome) return errorPage(c, 'notFound')
      const keeper = agreement.parties.find(({ organisationId }) => organisationId === agreement.leadOrganisationId)
      return c.redirect(`/${c.var.locale}/register/${keeper?.slug ?? ''}?done=struck`, 303)
    }),
  )

  app.get(
    '/:locale/agreements/:reference/scan',
    withAgreement(async (c, agreement) => {
      const scan = agreement.registration?.scan
      const blob = scan && (await getBlob(c.var.services.database.db, scan.sha256))
      return blob && scan ? download(c, blob, scan.name) : errorPage(c, 'notFound')
    }),
  )
}

const load = (c: Web): Promise<RegisterPlace | null> =>
  registerPlace(c.var.services.database.db, c.var.scope, c.req.param('organisation') ?? '', c.var.locale)

const told = (c: Web, refused: RegisterRefusal) => ({
  errors: { [refusalField(refused)]: c.var.t.register.refusals[refused] },
  status: refusalStatus(refused),
})

async function showRegister(c: Web, place: RegisterPlace): Promise<Response> {
  const { t, scope, services, locale } = c.var
  const { db } = services.database
  const agreements = await registerOf(db, scope, place.id, services.clock.now())
  const responsible = agreements.map(({ registration }) => registration?.responsiblePersonId ?? null)
  const people = await namesOfPeople(db, responsible, locale)
  const notice = c.req.query('done') === 'struck' ? { notice: t.register.notices.struck } : {}
  const facts = { title: t.register.of({ organisation: place.name }), ...notice }
  return page(c, facts, <RegisterView {...readerOf(c)} place={place} agreements={agreements} people={people} />)
}

type Shown = { entries?: Entries; errors?: FieldErrors; status?: 403 | 422 }

async function showNew(c: Web, place: RegisterPlace, shown: Shown = {}): Promise<Response> {
  const entries = { titleLanguage: c.var.locale, kind: 'memorandum', ...shown.entries }
  const data = await dataFor(c, place.id, { ...shown, entries })
  const { status, title } = { status: shown.status, title: c.var.t.register.newTitle }
  const back = `/${c.var.locale}/register/${place.slug}`
  return page(
    c,
    { title, ...(status ? { status } : {}) },
    <EntryPage {...data} title={title} action={back} back={back} agreement={null} />,
  )
}

async function showEntry(c: Web, agreement: Agreement, shown: Shown = {}): Promise<Response> {
  const data = await dataFor(c, agreement.leadOrganisationId, {
    ...shown,
    entries: shown.entries ?? entriesFrom(agreement),
  })
  const title = c.var.t.register.correctTitle
  return show(
    c,
    { title, ...(shown.status ? { status: shown.status } : {}) },
    <EntryPage
      {...data}
      title={title}
      action={addressOf(c, agreement, '/registration')}
      back={addressOf(c, agreement)}
      agreement={agreement}
    />,
  )
}

async function dataFor(
  c: Web,
  keeper: string,
  { entries = {}, errors = {} }: Shown,
): Promise<Omit<EntryData, 'title' | 'action' | 'back' | 'agreement'>> {
  const { services, scope, locale } = c.var
  const { organisations } = await choicesFor(services.database.db, scope)
  return {
    ...readerOf(c),
    keeper,
    organisations,
    colleagues: await colleaguesAt(services.database.db, keeper, locale),
    entries,
    errors,
  }
}

type Told = { activity: ActivityLine[]; olderActivity: number | null; people: Map<string, string> }

/** What the register knows of an agreement that was signed elsewhere, with what was recorded about it. */
export async function showRegistered(
  c: Web,
  agreement: Agreement,
  registration: Registration,
  { activity, olderActivity, people }: Told,
): Promise<Response> {
  const { scope, services, locale, t } = c.var
  const responsible = await namesOfPeople(services.database.db, [registration.responsiblePersonId], locale)
  const notices: Record<string, string> = t.register.notices
  const notice = notices[c.req.query('done') ?? '']
  const data = { agreement, registration, keeps: keepsEntry(scope, agreement), activity, olderActivity }
  const facts = { title: titleFor(agreement, locale).text, ...(notice ? { notice } : {}) }
  return show(
    c,
    facts,
    <RegisteredAgreement {...readerOf(c)} {...data} people={new Map([...people, ...responsible])} />,
  )
}
