import { overLimit } from '../../accounts/limits.ts'
import type { Locale } from '../../language/locales.ts'
import type { Routes, Web } from '../../web/env.ts'
import { errorPage } from '../../web/errors.tsx'
import { type Entries, type FieldErrors, readForm } from '../../web/forms.ts'
import type { Agreement, Party } from '../agreement.ts'
import { signatoryForm, translatedEntries } from '../forms.ts'
import { inviteAgain } from '../inviting.ts'
import { nameSignatory } from '../naming.ts'
import { SignatoriesPage, SignatoryPage } from '../pages/signatories.tsx'
import { partyName } from '../pages/words.ts'
import { peopleOf } from '../people.ts'
import { namesSignatoriesFor } from '../policy.ts'
import { type Refusal, refusalErrors, refusalStatus } from '../refusals.ts'
import { addressOf, type Answer, ownAgreement, readerOf, show, withAgreement } from './asking.tsx'
import { showWorkspace } from './reading.tsx'

export const signatoryRoutes: Routes = (app) => {
  app.get(
    '/:locale/agreements/:reference/signatories',
    withAgreement((c, agreement) => {
      const { title } = c.var.t.agreements.signatories
      const data = { agreement, mayNameFor: mayNameFor(c, agreement) }
      return show(c, { title }, <SignatoriesPage {...readerOf(c)} {...data} />)
    }),
  )

  app.get('/:locale/agreements/:reference/signatories/:party', withParty(showSignatory))

  app.post(
    '/:locale/agreements/:reference/signatories/:party',
    withParty(async (c, agreement, party) => {
      if (!namesSignatoriesFor(c.var.scope, agreement).includes(party.organisationId)) return errorPage(c, 'forbidden')
      const form = await readForm(c, signatoryForm(agreement.languages))
      const { entries } = form
      if (!form.ok) return showSignatory(c, agreement, party, { entries, errors: form.errors, status: 422 })
      const people = await peopleOf(c.var.services.database.db, party.organisationId)
      const person = people.find(({ id }) => id === form.data.personId)
      if (!person) return refuse(c, party, { refused: 'no-such-person' }, entries)
      const { groundDate, groundLimits, ground, groundReference, displayOrder, signingOrder } = form.data
      const outcome = await nameSignatory(c.var.services, c.var.scope, agreement.id, {
        organisationId: party.organisationId,
        personId: person.id,
        name: person.name,
        office: officeIn(entries, agreement.languages),
        ground,
        groundReference,
        displayOrder,
        signingOrder,
        ...(groundDate ? { groundDate } : {}),
        ...(groundLimits ? { groundLimits } : {}),
      })
      if ('refused' in outcome) return refuse(c, party, outcome, entries)
      return c.redirect(addressOf(c, agreement, '/signatories'), 303)
    }),
  )

  app.post(
    '/:locale/agreements/:reference/signatories/:party/invitations',
    withParty(async (c, agreement, party) => {
      const minutes = await overLimit(c.var.services, 'invitation-from-person', c.var.scope.person?.personId ?? '')
      if (minutes) return errorPage(c, 'tooMany', { minutes })
      const signatory = agreement.signatories.find((named) => named.organisationId === party.organisationId)
      const outcome = await inviteAgain(c.var.services, c.var.scope, agreement.id, signatory?.id ?? '')
      if ('refused' in outcome) return showWorkspace(c, (await ownAgreement(c)) ?? agreement, refusedWith(c, outcome))
      return c.redirect(addressOf(c, agreement, '#signatories'), 303)
    }),
  )
}

const officeIn = (entries: Entries, languages: readonly Locale[]) => ({
  original: languages[0] ?? ('en' as const),
  text: translatedEntries(entries, 'office', languages),
})

const refusedWith = (c: Web, refusal: Refusal) => ({
  errors: refusalErrors(c.var.t, refusal),
  status: refusalStatus(refusal),
})

const mayNameFor = (c: Web, agreement: Agreement): string[] =>
  agreement.documents.length > 0 ? [] : namesSignatoriesFor(c.var.scope, agreement)

function withParty(handle: (c: Web, agreement: Agreement, party: Party) => Answer) {
  return withAgreement((c, agreement) => {
    const party = agreement.parties.find(({ slug }) => slug === c.req.param('party'))
    return party ? handle(c, agreement, party) : errorPage(c, 'notFound')
  })
}

type Shown = { entries?: Entries; errors?: FieldErrors; status?: 403 | 409 | 422 | 503 }

async function showSignatory(c: Web, agreement: Agreement, party: Party, shown: Shown = {}): Promise<Response> {
  const { status, ...sent } = shown
  if (!status && !mayNameFor(c, agreement).includes(party.organisationId)) return errorPage(c, 'forbidden')
  const data = {
    agreement,
    party,
    current: agreement.signatories.find((named) => named.organisationId === party.organisationId),
    people: await peopleOf(c.var.services.database.db, party.organisationId),
    ...sent,
  }
  const title = c.var.t.agreements.signatories.formTitle({ party: partyName(party, c.var.locale) })
  return show(c, { title, ...(status ? { status } : {}) }, <SignatoryPage {...readerOf(c)} {...data} />)
}

async function refuse(c: Web, party: Party, refusal: Refusal, entries: Entries): Promise<Response> {
  const current = await ownAgreement(c)
  if (!current) return errorPage(c, 'notFound')
  const errors = refusal.refused === 'place-taken' ? at('displayOrder', c, refusal) : refusalErrors(c.var.t, refusal)
  return showSignatory(c, current, party, { entries, errors, status: refusalStatus(refusal) })
}

const at = (field: string, c: Web, refusal: Refusal) => ({
  [field]: Object.values(refusalErrors(c.var.t, refusal))[0] ?? '',
})
