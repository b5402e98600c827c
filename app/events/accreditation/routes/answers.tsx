import { connectionOf, overLimit } from '../../../accounts/limits.ts'
import type { Routes, Web } from '../../../web/env.ts'
import { errorPage } from '../../../web/errors.tsx'
import { readForm } from '../../../web/forms.ts'
import { answerRequest, type OpenRequest, requestByLink } from '../answering.ts'
import { answerForm } from '../forms.ts'
import { AnswerPage } from '../pages/answer.tsx'
import { SaidPage } from '../pages/apply.tsx'
import type { PressEvent } from '../pressEvent.ts'
import { readProof } from '../proofs/sniffing.ts'
import { readerOf, sentenceOf, show, withEvent } from './asking.tsx'

const here = '/:locale/events/:slug/registration/press/answers/:token'

/** What the press office asked for by mail, answered by the link in that mail. */
export const answerRoutes: Routes = (app) => {
  app.get(
    here,
    withEvent(async (c, event) => {
      const request = await asked(c, event)
      return request ? showForm(c, event, request) : gone(c, event)
    }),
  )

  app.post(
    here,
    withEvent(async (c, event) => {
      const { services, t } = c.var
      const minutes = await overLimit(services, 'check-from-connection', connectionOf(c))
      if (minutes) return errorPage(c, 'tooMany', { minutes })
      const request = await asked(c, event)
      if (!request) return gone(c, event)
      const form = await readForm(c, answerForm)
      if (!form.ok) return showForm(c, event, request, form)
      const proof = await readProof((await c.req.parseBody({ all: true }))['proof'])
      if ('refused' in proof && proof.refused !== 'proof-missing')
        return showForm(c, event, request, { ...form, errors: { proof: t.accreditation.proofErrors[proof.refused] } })
      const input = { answer: form.data.answer, proof: 'refused' in proof ? null : proof }
      const outcome = await answerRequest(services, event, c.req.param('token') ?? '', input)
      if ('refused' in outcome)
        return showForm(c, event, request, { ...form, errors: { answer: sentenceOf(c, outcome) } })
      const words = t.accreditation.answer
      return show(
        c,
        { title: words.doneTitle },
        <SaidPage {...readerOf(c)} event={event} title={words.doneTitle} body={words.done} />,
      )
    }),
  )
}

const asked = (c: Web, event: PressEvent) =>
  requestByLink(c.var.services.database.db, event, c.req.param('token') ?? '', c.var.services.clock.now())

type Shown = { entries?: Record<string, string>; errors?: Record<string, string> }

function showForm(c: Web, event: PressEvent, request: OpenRequest, { entries, errors }: Shown = {}) {
  return show(
    c,
    { title: c.var.t.accreditation.answer.title, ...(errors ? { status: 422 } : {}) },
    <AnswerPage
      {...readerOf(c)}
      event={event}
      request={request}
      action={c.req.path}
      {...(entries ? { entries } : {})}
      {...(errors ? { errors } : {})}
    />,
  )
}

function gone(c: Web, event: PressEvent) {
  const words = c.var.t.accreditation.answer
  const view = <SaidPage {...readerOf(c)} event={event} title={words.title} body={words.gone} />
  return show(c, { title: words.title, status: 410 }, view)
}
