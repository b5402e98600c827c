import { z } from 'zod'
import { signInFirst } from '../../accounts/signInFirst.tsx'
import { isLocale } from '../../language/locales.ts'
import { isId } from '../../platform/ids.ts'
import type { Routes, Web } from '../../web/env.ts'
import { errorPage } from '../../web/errors.tsx'
import { uploadedFile } from '../../web/files.ts'
import { type Entries, type FieldErrors, readForm } from '../../web/forms.ts'
import { addSubscriber, listsOf, makeList } from '../distribution/lists.ts'
import { address, anyForm, id, line, notesIn } from '../forms.ts'
import { addAsset, publishAsset, removeAsset } from '../kit/adding.ts'
import { kitOf, publicKitOf } from '../kit/assets.ts'
import { figuresOf } from '../kit/figures.ts'
import { type PressOrganisation, pressOrganisation } from '../organisation.ts'
import { RoomPage } from '../pages/room.tsx'
import { FilesPage, ListsPage, ProfilePage } from '../pages/roomForms.tsx'
import { contentFor } from '../pages/words.ts'
import { runsPressOf } from '../policy.ts'
import { describePress, pressNotesOf } from '../profiling.ts'
import { publicReleases } from '../queries.ts'
import { type Refusal, refusalSentence, refusalStatus } from '../refusals.ts'
import { type Answer, readerOf, show } from './asking.tsx'
import { feedsOf } from './reading.tsx'
import { sendAsset } from './files.ts'
import { notesEntries } from './notesEntries.ts'

/** Each organisation's press room, and what its press office does there. */
export const roomRoutes: Routes = (app) => {
  app.get('/:locale/press/:organisation', inRoom(showRoom))

  app.get(
    '/:locale/press/:organisation/kit/:asset',
    inRoom(async (c, organisation) => {
      const { services, scope } = c.var
      const runs = runsPressOf(scope, organisation.id)
      const kit = await kitOf(services.database.db, scope, [organisation.id])
      const asset = kit.find((one) => one.id === c.req.param('asset') && (runs || one.isPublic))
      return asset ? sendAsset(c, asset, !asset.isPublic) : errorPage(c, 'notFound')
    }),
  )

  app.get(
    '/:locale/press/:organisation/profile',
    asOffice((c, organisation) => showProfile(c, organisation)),
  )
  app.post(
    '/:locale/press/:organisation/profile',
    asOffice(async (c, organisation) => {
      const form = await readForm(c, anyForm)
      if (!form.ok) return showProfile(c, organisation, { entries: form.entries, errors: form.errors, status: 422 })
      const outcome = await describePress(c.var.services, c.var.scope, organisation.id, notesIn(form.entries))
      return 'refused' in outcome ? errorPage(c, 'forbidden') : c.redirect(roomOf(c, organisation), 303)
    }),
  )

  app.get(
    '/:locale/press/:organisation/files',
    asOffice((c, organisation) => showFiles(c, organisation)),
  )
  app.post(
    '/:locale/press/:organisation/assets',
    asOffice(async (c, organisation) => {
      const file = (await uploadedFile(c)) ?? { name: '', bytes: new Uint8Array() }
      const form = await readForm(c, assetForm)
      if (!form.ok) return showFiles(c, organisation, { entries: form.entries, errors: form.errors, status: 422 })
      const { kind, language, title, alternative, credit, licence, trademark } = form.data
      const said = (text: string) => (text ? { original: language, text: { [language]: text } } : null)
      const outcome = await addAsset(c.var.services, c.var.scope, organisation.id, {
        kind,
        title: { original: language, text: { [language]: title } },
        alternative: said(alternative),
        credit,
        licence,
        trademark: said(trademark),
        fileName: file.name,
        bytes: file.bytes,
      })
      if (!('refused' in outcome)) return c.redirect(roomOf(c, organisation, '/files'), 303)
      const field = outcome.refused === 'alternative-missing' ? 'alternative' : 'file'
      const errors = { [field]: refusalSentence(c.var.t, outcome) }
      return showFiles(c, organisation, { entries: form.entries, errors, status: refusalStatus(outcome) })
    }),
  )

  app.post(
    '/:locale/press/:organisation/assets/:asset/publication',
    asOffice(async (c, organisation) => {
      const form = await readForm(c, z.object({ isPublic: z.enum(['yes', 'no'], 'choose') }))
      const asset = c.req.param('asset') ?? ''
      if (!form.ok || !isId(asset)) return showFiles(c, organisation, { status: 422 })
      const outcome = await publishAsset(c.var.services, c.var.scope, asset, form.data.isPublic === 'yes')
      return 'refused' in outcome
        ? refuseFiles(c, organisation, outcome)
        : c.redirect(roomOf(c, organisation, '/files'), 303)
    }),
  )

  app.post(
    '/:locale/press/:organisation/assets/:asset/removal',
    asOffice(async (c, organisation) => {
      const asset = c.req.param('asset') ?? ''
      const outcome = isId(asset)
        ? await removeAsset(c.var.services, c.var.scope, asset)
        : { refused: 'no-such-file' as const }
      return 'refused' in outcome
        ? refuseFiles(c, organisation, outcome)
        : c.redirect(roomOf(c, organisation, '/files'), 303)
    }),
  )

  app.get(
    '/:locale/press/:organisation/lists',
    asOffice((c, organisation) => showLists(c, organisation)),
  )
  app.post(
    '/:locale/press/:organisation/lists',
    asOffice(async (c, organisation) => {
      const form = await readForm(c, z.object({ name: line, isOpen: z.literal('yes').optional() }))
      if (!form.ok) return showLists(c, organisation, { entries: form.entries, errors: form.errors, status: 422 })
      const input = { name: form.data.name, isOpen: form.data.isOpen === 'yes' }
      const outcome = await makeList(c.var.services, c.var.scope, organisation.id, input)
      if (!('refused' in outcome)) return c.redirect(roomOf(c, organisation, '/lists'), 303)
      const errors = { name: refusalSentence(c.var.t, outcome) }
      return showLists(c, organisation, { entries: form.entries, errors, status: refusalStatus(outcome) })
    }),
  )

  app.post(
    '/:locale/press/:organisation/subscribers',
    asOffice(async (c, organisation) => {
      const form = await readForm(c, subscriberForm.extend({ consent: line }))
      if (!form.ok) return showLists(c, organisation, { entries: form.entries, errors: form.errors, status: 422 })
      const { listId, person, outlet, address, language, consent } = form.data
      const subscriber = { name: person, outlet, address, locale: language, consent }
      const outcome = await addSubscriber(c.var.services, c.var.scope, listId, subscriber)
      if (!('refused' in outcome)) return c.redirect(roomOf(c, organisation, '/lists'), 303)
      const errors = {
        [outcome.refused === 'already-listed' ? 'address' : 'listId']: refusalSentence(c.var.t, outcome),
      }
      return showLists(c, organisation, { entries: form.entries, errors, status: refusalStatus(outcome) })
    }),
  )
}

const language = z.string().refine(isLocale, 'choose')

export const subscriberForm = z.object({ listId: id, person: line, outlet: line, address, language })

const assetForm = z.object({
  kind: z.enum(['logo', 'portrait', 'photograph', 'document'], 'choose'),
  language,
  title: line,
  alternative: z.string().trim().max(500, 'tooLong').default(''),
  credit: line,
  licence: line,
  trademark: z.string().trim().max(500, 'tooLong').default(''),
})

type Handle = (c: Web, organisation: PressOrganisation) => Answer

export const inRoom = (handle: Handle) => async (c: Web) => {
  const { services, scope } = c.var
  const organisation = await pressOrganisation(services.database.db, scope, c.req.param('organisation') ?? '')
  return organisation ? handle(c, organisation) : errorPage(c, 'notFound')
}

/** For the press office of the address's organisation. */
const asOffice = (handle: Handle) =>
  inRoom((c, organisation) => {
    if (runsPressOf(c.var.scope, organisation.id)) return handle(c, organisation)
    return c.var.scope.person ? errorPage(c, 'forbidden') : signInFirst(c)
  })

export const roomOf = (c: Web, organisation: PressOrganisation, below = '') =>
  `/${c.var.locale}/press/${organisation.slug}${below}`

async function showRoom(c: Web, organisation: PressOrganisation): Promise<Response> {
  const { services, scope, locale, t } = c.var
  const { db } = services.database
  const lists = await listsOf(db, scope, [organisation.id])
  const data = {
    organisation,
    notes: await pressNotesOf(db, scope, organisation.id),
    kit: await publicKitOf(db, scope, organisation.id),
    figures: await figuresOf(db, scope, organisation.id),
    releases: await publicReleases(db, scope, services.clock.now(), { organisationId: organisation.id }),
    openLists: lists.filter(({ isOpen }) => isOpen),
    runs: runsPressOf(scope, organisation.id),
  }
  const name = contentFor(organisation.name, locale).text
  const facts = {
    title: t.press.room.title({ name }),
    description: t.press.room.description({ name }),
    isPublic: true,
    feeds: feedsOf(c, `/press/${organisation.slug}`),
  }
  return show(c, facts, <RoomPage {...readerOf(c)} {...data} />)
}

type Shown = { entries?: Entries; errors?: FieldErrors; status?: 403 | 409 | 422 }

async function showProfile(c: Web, organisation: PressOrganisation, { status, ...sent }: Shown = {}) {
  const { services, scope, locale } = c.var
  const notes = await pressNotesOf(services.database.db, scope, organisation.id)
  const data = { organisation, ...sent, entries: sent.entries ?? notesEntries(notes, locale) }
  const facts = { title: c.var.t.press.room.editNotes, ...(status ? { status } : {}) }
  return show(c, facts, <ProfilePage {...readerOf(c)} {...data} />)
}

async function showFiles(c: Web, organisation: PressOrganisation, { status, ...sent }: Shown = {}) {
  const { services, scope } = c.var
  const kit = await kitOf(services.database.db, scope, [organisation.id])
  const facts = { title: c.var.t.press.room.files, ...(status ? { status } : {}) }
  return show(c, facts, <FilesPage {...readerOf(c)} organisation={organisation} kit={kit} {...sent} />)
}

const refuseFiles = (c: Web, organisation: PressOrganisation, refusal: Refusal) =>
  showFiles(c, organisation, { errors: { form: refusalSentence(c.var.t, refusal) }, status: refusalStatus(refusal) })

async function showLists(c: Web, organisation: PressOrganisation, { status, ...sent }: Shown = {}) {
  const { services, scope } = c.var
  const lists = await listsOf(services.database.db, scope, [organisation.id])
  const facts = { title: c.var.t.press.lists.title, ...(status ? { status } : {}) }
  return show(c, facts, <ListsPage {...readerOf(c)} organisation={organisation} lists={lists} {...sent} />)
}
