import { z } from 'zod'
import { isId } from '../../../platform/ids.ts'
import type { Routes, Web } from '../../../web/env.ts'
import { errorPage } from '../../../web/errors.tsx'
import { type Entries, type FieldErrors, readForm } from '../../../web/forms.ts'
import { assembleEvent, type EventView } from '../../event.ts'
import { mayOrganise } from '../../policy.ts'
import { registrationByToken } from '../../registration/reading.ts'
import type { Registration } from '../../registration/registration.ts'
import { addressOf, type Answer, readerOf, show, withEvent, withOrganised } from '../../routes/asking.tsx'
import { certificateFor, presenceOf } from '../certifying.ts'
import { addMaterial, materialFile, materialFor, removeMaterial, type Viewer } from '../material.ts'
import { OrganisersMaterial, VisitorsMaterial } from '../pages/material.tsx'
import { refusalErrors, refusalStatus } from '../refusals.ts'

const materialForm = z.object({
  kind: z.enum(['recording', 'material'], 'choose'),
  title: z.string().trim().min(1, 'required').max(200, 'tooLong'),
  audience: z.enum(['everybody', 'registered', 'came'], 'choose'),
  address: z.string().trim().default(''),
})

/** Recordings and other material, and certificates: for organisers, for everybody, and by a registration's personal address. */
export const materialRoutes: Routes = (app) => {
  app.get(
    '/:locale/events/:slug/material',
    withEvent((c, event) => showMaterial(c, event)),
  )

  app.post('/:locale/events/:slug/material', withOrganised(addOne))

  app.post(
    '/:locale/events/:slug/material/:id/removal',
    withOrganised(async (c, event) => {
      const id = c.req.param('id') ?? ''
      if (!isId(id)) return errorPage(c, 'notFound')
      const outcome = await removeMaterial(c.var.services, c.var.scope, event.id, id)
      // Removed twice, it is gone all the same.
      if ('refused' in outcome && outcome.refused !== 'no-such-material')
        return showMaterial(c, event, { errors: refusalErrors(c.var.t, outcome.refused), status: 403 })
      return c.redirect(addressOf(c, event, '/material?done=removed'), 303)
    }),
  )

  app.get(
    '/:locale/events/:slug/material/:id',
    withEvent((c, event) => sendFile(c, event, viewerOf(c, event))),
  )

  app.get(
    '/:locale/registrations/:token/material',
    withRegistered(async (c, { event, registration, below }) => {
      const { services, scope, t } = c.var
      const { db } = services.database
      const viewer = { scope, registrationId: registration.id, isOrganiser: false }
      const material = await materialFor(db, event.id, viewer)
      const present = await presenceOf(db, registration.id)
      const certificate = present ? `${below}/certificate.pdf` : null
      const view = { event, material, certificate, below: `${below}/material` }
      return show(c, { title: t.invitations.parts.material }, <VisitorsMaterial {...readerOf(c)} {...view} />)
    }),
  )

  app.get(
    '/:locale/registrations/:token/material/:id',
    withRegistered((c, { event, registration }) =>
      sendFile(c, event, { scope: c.var.scope, registrationId: registration.id, isOrganiser: false }),
    ),
  )

  app.get(
    '/:locale/registrations/:token/certificate.pdf',
    withRegistered(async (c, { event, registration }) => {
      const present = await presenceOf(c.var.services.database.db, registration.id)
      if (!present || registration.decision !== 'confirmed') return errorPage(c, 'notFound')
      const pdf = await certificateFor(event, registration, present, c.var.locale)
      return file(pdf, 'application/pdf', `${event.slug}.pdf`)
    }),
  )
}

async function addOne(c: Web, event: EventView): Promise<Response> {
  const { services, scope, locale, t } = c.var
  const form = await readForm(c, materialForm)
  if (!form.ok) return showMaterial(c, event, { ...form, status: 422 })
  const sent = (await c.req.parseBody().catch((): Record<string, unknown> => ({})))['file']
  const upload = sent instanceof File && sent.size > 0 ? sent : null
  const outcome = await addMaterial(services, scope, event.id, {
    kind: form.data.kind,
    title: { original: locale, text: { [locale]: form.data.title } },
    audience: form.data.audience,
    address: form.data.address || null,
    file: upload && { name: upload.name, bytes: new Uint8Array(await upload.arrayBuffer()) },
  })
  if ('refused' in outcome) {
    const errors = refusalErrors(t, outcome.refused)
    return showMaterial(c, event, { entries: form.entries, errors, status: refusalStatus(outcome.refused) })
  }
  return c.redirect(addressOf(c, event, '/material?done=added'), 303)
}

const viewerOf = (c: Web, event: EventView): Viewer => ({
  scope: c.var.scope,
  isOrganiser: mayOrganise(c.var.scope, event),
})

type Shown = { entries?: Entries; errors?: FieldErrors; status?: 403 | 409 | 422 }

async function showMaterial(
  c: Web,
  event: EventView,
  { entries = {}, errors = {}, status }: Shown = {},
): Promise<Response> {
  const { services, t } = c.var
  const viewer = viewerOf(c, event)
  const material = await materialFor(services.database.db, event.id, viewer)
  const title = t.invitations.parts.material
  if (!viewer.isOrganiser) {
    const view = { event, material, below: addressOf(c, event, '/material') }
    return show(c, { title }, <VisitorsMaterial {...readerOf(c)} {...view} />)
  }
  const done = c.req.query('done')
  const notice = !status && (done === 'added' || done === 'removed') ? t.invitations.material[done] : undefined
  return show(
    c,
    { title, ...(status ? { status } : {}), ...(notice ? { notice } : {}) },
    <OrganisersMaterial {...readerOf(c)} {...{ event, material, entries, errors }} />,
  )
}

type Registered = { event: EventView; registration: Registration; below: string }

/** By a registration's personal address, without an account. */
function withRegistered(handle: (c: Web, registered: Registered) => Answer) {
  return async (c: Web) => {
    // The token is in the address: no page that is linked from here may learn it.
    c.header('Referrer-Policy', 'no-referrer')
    const { db } = c.var.services.database
    const token = c.req.param('token') ?? ''
    const registration = await registrationByToken(db, c.var.scope, token)
    const event = registration && (await assembleEvent(db, { id: registration.eventId }))
    if (!registration || !event) return errorPage(c, 'gone')
    return handle(c, { event, registration, below: `/${c.var.locale}/registrations/${token}` })
  }
}

async function sendFile(c: Web, event: EventView, viewer: Viewer): Promise<Response> {
  const id = c.req.param('id') ?? ''
  const found = isId(id) ? await materialFile(c.var.services.database.db, event.id, id, viewer) : null
  return found ? file(found.bytes, 'application/octet-stream', found.name) : errorPage(c, 'notFound')
}

/** As a download: what somebody uploaded is never shown as a page of this site. */
const file = (bytes: Uint8Array, type: string, name: string): Response =>
  new Response(Buffer.from(bytes), {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'private, no-store',
    },
  })
