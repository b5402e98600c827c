import { deviceOf } from '../../accounts/device.ts'
import { hasPasskey } from '../../accounts/passkeys/keeping.ts'
import { keepSession, sessionToken } from '../../accounts/session.ts'
import type { Routes, Web } from '../../web/env.ts'
import { readForm } from '../../web/forms.ts'
import { errorPage } from '../../web/errors.tsx'
import { page } from '../../web/page.tsx'
import type { Agreement } from '../agreement.ts'
import { giveConsent, requestConsentCode, withdrawConsent } from '../consenting.ts'
import { consentForm, signatureForm } from '../forms.ts'
import { consentPasskeyOptions, verifyConsentPasskey } from '../passkeys.ts'
import { type InvitationClosed, lookAtInvitation, openInvitation } from '../inviting.ts'
import { InvitationPage, InvitationRefused } from '../pages/invitation.tsx'
import { SigningPage } from '../pages/signing.tsx'
import { type Refusal, refusalErrors, refusalStatus } from '../refusals.ts'
import { signAgreement } from '../signing.ts'
import { addressOf, type Answer, ownAgreement, readerOf, show, withAgreement } from './asking.tsx'

/** From the personal link to the signature: each act of its own, and each refused in a sentence. */
export const signingRoutes: Routes = (app) => {
  app.get('/:locale/signing/:token', async (c) => {
    const token = c.req.param('token')
    const found = await lookAtInvitation(c.var.services, token)
    if ('refused' in found) return showClosed(c, found)
    const { title } = c.var.t.signing.invitation
    return page(c, { title }, <InvitationPage {...readerOf(c)} {...found} token={token} />)
  })

  app.post('/:locale/signing/:token', async (c) => {
    const browser = { device: deviceOf(c.req.header('user-agent')), replaces: sessionToken(c) }
    const opened = await openInvitation(c.var.services, c.req.param('token'), browser)
    if ('refused' in opened) return showClosed(c, opened)
    keepSession(c, opened.session)
    return c.redirect(addressOf(c, opened, '/sign'), 303)
  })

  app.get('/:locale/agreements/:reference/sign', async (c) => {
    // A signatory whose session ended comes back here after signing in; nothing is said about the agreement.
    if (!c.var.scope.person) return c.redirect(`/${c.var.locale}/sign-in?return=${encodeURIComponent(c.req.path)}`, 303)
    return withAgreement(showSigning)(c)
  })

  app.post(
    '/:locale/agreements/:reference/codes',
    withAgreement(async (c, agreement) => {
      const outcome = await requestConsentCode(c.var.services, c.var.scope, agreement.id)
      if ('refused' in outcome) return refuse(c, agreement, outcome)
      return c.redirect(addressOf(c, agreement, '/sign?code=sent#consent'), 303)
    }),
  )

  app.post(
    '/:locale/agreements/:reference/passkey-options',
    withAgreement(async (c, agreement) => {
      const options = await consentPasskeyOptions(c.var.services, c.var.scope, agreement)
      return options ? c.json(options, 200, { 'cache-control': 'no-store' }) : errorPage(c, 'forbidden')
    }),
  )

  app.post(
    '/:locale/agreements/:reference/consents',
    withAgreement(async (c, agreement) => {
      const form = await readForm(c, consentForm)
      if (!form.ok) return showSigning(c, agreement, { errors: form.errors, status: 422 })
      const { response, ...input } = form.data
      const passkey = response
        ? await verifyConsentPasskey(c.var.services, c.var.scope, agreement, { ...input, response })
        : null
      if (passkey && 'refused' in passkey) return refuse(c, agreement, passkey)
      const outcome = await giveConsent(c.var.services, c.var.scope, agreement.id, {
        ...input,
        ...(passkey ? { passkey: passkey.evidence } : {}),
      })
      if ('refused' in outcome) return refuse(c, agreement, outcome)
      return c.redirect(addressOf(c, agreement, '/sign#signature'), 303)
    }),
  )

  app.post(
    '/:locale/agreements/:reference/consents/withdrawal',
    withAgreement(async (c, agreement) => {
      const outcome = await withdrawConsent(c.var.services, c.var.scope, agreement.id)
      if ('refused' in outcome) return refuse(c, agreement, outcome)
      return c.redirect(addressOf(c, agreement, '/sign'), 303)
    }),
  )

  app.post(
    '/:locale/agreements/:reference/signatures',
    withAgreement(async (c, agreement) => {
      const form = await readForm(c, signatureForm)
      if (!form.ok) return showSigning(c, agreement, { errors: form.errors, status: 422 })
      const outcome = await signAgreement(c.var.services, c.var.scope, agreement.id, form.data)
      // Pressed twice: the second press finds the signature made, which is what was wanted.
      if ('refused' in outcome && outcome.refused !== 'already-signed') return refuse(c, agreement, outcome)
      return c.redirect(addressOf(c, agreement, '/sign?done=signed'), 303)
    }),
  )
}

function showClosed(c: Web, { refused }: InvitationClosed): Answer {
  const { title } = c.var.t.signing.invitation.refused[refused]
  return page(c, { title, status: 410 }, <InvitationRefused {...readerOf(c)} refused={refused} />)
}

type Shown = { errors?: Record<string, string>; status?: 403 | 409 | 422 | 503 }

async function showSigning(c: Web, agreement: Agreement, { errors, status }: Shown = {}): Promise<Response> {
  const { services, scope, t } = c.var
  const data = {
    agreement,
    person: scope.person,
    wasSent: c.req.query('code') === 'sent',
    hasJustSigned: c.req.query('done') === 'signed',
    isTrialStamp: services.timestamps.trial,
    hasPasskey: scope.person ? await hasPasskey(services.database.db, scope.person.personId) : false,
    ...(errors ? { errors } : {}),
  }
  return show(
    c,
    {
      title: t.signing.page.title,
      islands: ['copy-text', ...(data.hasPasskey ? ['passkey'] : [])],
      ...(status ? { status } : {}),
    },
    <SigningPage {...readerOf(c)} {...data} />,
  )
}

/** What was refused, above the page as things now stand. Codes are entered again, so that no try is wasted by a reload. */
async function refuse(c: Web, agreement: Agreement, refusal: Refusal): Promise<Response> {
  const current = (await ownAgreement(c)) ?? agreement
  const isAboutCode = ['wrong-code', 'code-expired', 'too-many-attempts'].includes(refusal.refused)
  const [[, sentence] = ['', '']] = Object.entries(refusalErrors(c.var.t, refusal))
  return showSigning(c, current, {
    errors: { [isAboutCode ? 'code' : 'form']: sentence },
    status: refusalStatus(refusal),
  })
}
