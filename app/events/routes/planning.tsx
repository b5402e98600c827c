import { organisationsOf } from '../../accounts/scope.ts'
import { isId } from '../../platform/ids.ts'
import { errorPage } from '../../web/errors.tsx'
import type { Routes, Web } from '../../web/env.ts'
import { type Entries, type FieldErrors, readForm } from '../../web/forms.ts'
import { z } from 'zod'
import type { EventView } from '../event.ts'
import { type Choices, FactsPage, PlanPage } from '../pages/planning.tsx'
import { factEntries, hostsIn, readFacts, sentences } from '../planForm.ts'
import { planEvent } from '../planning.ts'
import { refusalSentence, type RefusalKey, refusalStatus } from '../refusals.ts'
import { reviseEvent } from '../revising.ts'
import type { EventKind } from '../tables.ts'
import { addressOf, type Answer, readerOf, show, withOwn } from './asking.tsx'

const loose = z.looseObject({})
const kinds: readonly string[] = ['signing-ceremony', 'webinar', 'mission', 'matchmaking', 'working-group']

export const planningRoutes: Routes = (app) => {
  app.get('/:locale/events/new', (c) => {
    if (!mayPlan(c)) return refused(c)
    return showPlan(c, { entries: { zone: c.var.scope.person?.timeZone ?? 'Asia/Tokyo' } })
  })

  app.post('/:locale/events', async (c) => {
    if (!mayPlan(c)) return refused(c)
    const { services, scope, locale, t } = c.var
    const { entries, ...form } = await readForm(c, loose)
    if (!form.ok) return showPlan(c, { entries, errors: form.errors, status: 422 })
    const read = readFacts(entries, locale)
    if ('flaws' in read) return showPlan(c, { entries, errors: sentences(read.flaws, t.events.refusals), status: 422 })
    const kind = entries['kind'] ?? ''
    const agreementId = entries['agreementId'] ?? ''
    const outcome = await planEvent(services, scope, {
      ...read.facts,
      slug: (entries['slug'] ?? '').normalize('NFKC').trim(),
      kind: kinds.includes(kind) ? (kind as EventKind) : 'webinar',
      leadOrganisationId: entries['leadOrganisationId'] ?? '',
      hostIds: hostsIn(entries).filter(isId),
      agreementId: isId(agreementId) ? agreementId : null,
    })
    if ('refused' in outcome) {
      const errors = { [fields[outcome.refused] ?? 'form']: refusalSentence(t, outcome.refused) }
      return showPlan(c, { entries, errors, status: refusalStatus(outcome.refused) })
    }
    return c.redirect(addressOf(c, outcome, '/workspace'), 303)
  })

  app.get(
    '/:locale/events/:slug/facts',
    withOwn((c, event) => showFacts(c, event, { entries: factEntries(event) })),
  )

  app.post(
    '/:locale/events/:slug/facts',
    withOwn(async (c, event) => {
      const { services, scope, locale, t } = c.var
      const { entries, ...form } = await readForm(c, loose)
      if (!form.ok) return showFacts(c, event, { entries, errors: form.errors, status: 422 })
      const read = readFacts(entries, locale)
      if ('flaws' in read)
        return showFacts(c, event, { entries, errors: sentences(read.flaws, t.events.refusals), status: 422 })
      const outcome = await reviseEvent(services, scope, event.id, {
        ...read.facts,
        venue: keptVenue(event, read.facts.venue),
        ...(/^\d{1,9}$/.test(entries['basedOn'] ?? '') ? { basedOn: Number(entries['basedOn']) } : {}),
      })
      if ('refused' in outcome) {
        const errors = { [fields[outcome.refused] ?? 'form']: refusalSentence(t, outcome.refused) }
        return showFacts(c, event, { entries, errors, status: refusalStatus(outcome.refused) })
      }
      return c.redirect(addressOf(c, event, '/workspace?saved=yes'), 303)
    }),
  )
}

/** What the form does not ask about a place (its street, a remark) stays. */
function keptVenue(event: EventView, venue: EventView['venue']): EventView['venue'] {
  const before = event.venue
  if (venue.kind === 'online') return before.kind === 'online' && before.note ? { ...venue, note: before.note } : venue
  return before.kind !== 'online' && before.address ? { ...venue, address: before.address } : venue
}

const mayPlan = (c: Web) => organisationsOf(c.var.scope, 'coordinator', 'manager').length > 0
const refused = (c: Web) => errorPage(c, c.var.scope.person ? 'forbidden' : 'signInNeeded')

/** Each refusal at the field it is about. */
const fields: Partial<Record<RefusalKey, string>> = {
  'slug-taken': 'slug',
  'bad-slug': 'slug',
  'ends-before-it-begins': 'ends.time',
  'same-host-twice': 'host.1',
  'no-such-organisation': 'host.1',
  'not-yours': 'leadOrganisationId',
  'no-such-agreement': 'agreementId',
  'agreement-not-yours': 'agreementId',
}

type Shown = { entries: Entries; errors?: FieldErrors; status?: 403 | 409 | 422 }

async function showPlan(c: Web, { entries, errors = {}, status }: Shown): Promise<Response> {
  const choices = await choicesFor(c)
  const facts = { title: c.var.t.events.planning.title, ...(status ? { status } : {}) }
  return show(c, facts, <PlanPage {...readerOf(c)} entries={entries} errors={errors} choices={choices} />)
}

function showFacts(c: Web, event: EventView, { entries, errors = {}, status }: Shown): Answer {
  const facts = { title: c.var.t.events.planning.editTitle, ...(status ? { status } : {}) }
  return show(c, facts, <FactsPage {...readerOf(c)} event={event} entries={entries} errors={errors} />)
}

async function choicesFor(c: Web): Promise<Choices> {
  const { db } = c.var.services.database
  const own = organisationsOf(c.var.scope, 'coordinator', 'manager')
  const organisations = await db.selectFrom('organisation').select(['id', 'name']).orderBy('slug').execute()
  const agreements = await db
    .selectFrom('agreement')
    .innerJoin('agreement_party', 'agreement_party.agreement_id', 'agreement.id')
    .select(['agreement.id', 'reference', 'title'])
    .distinctOn('agreement.id')
    .where('organisation_id', 'in', own)
    .orderBy('agreement.id', 'desc')
    .limit(50)
    .execute()
  return { organisations, leads: organisations.filter(({ id }) => own.includes(id)), agreements }
}
