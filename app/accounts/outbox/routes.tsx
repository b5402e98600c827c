import { isId } from '../../platform/ids.ts'
import { mailById, outboxOf, retryMail, type StoredMail } from '../../platform/mail/outbox.ts'
import type { Routes, Web } from '../../web/env.ts'
import { errorPage } from '../../web/errors.tsx'
import { page } from '../../web/page.tsx'
import { maySeeOutbox } from '../policy.ts'
import { MailPage, OutboxPage } from './pages.tsx'

const PAGE = 50

/** The mail's own page: its inline styles and its links work, and nothing else can be loaded, sent or run. */
const mailPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"

/** Every message written here: for the operator, and in a demonstration without a mail server for everybody. */
export const outboxRoutes: Routes = (app) => {
  app.get('/:locale/outbox', async (c) => {
    if (!isOpen(c)) return errorPage(c, 'notFound')
    const before = c.req.query('before')
    const { db } = c.var.services.database
    const mails = await outboxOf(db, { limit: PAGE + 1, ...(before && isId(before) ? { before } : {}) })
    const { t, locale } = c.var
    const shown = mails.slice(0, PAGE).map((mail) => (isKept(c, mail.kind) ? { ...mail, subject: null } : mail))
    const older = mails.length > PAGE ? (shown.at(-1)?.id ?? null) : null
    return page(
      c,
      { title: t.accounts.outbox.title },
      <OutboxPage {...{ t, locale, mails: shown, older, zone: zoneOf(c) }} />,
    )
  })

  app.get('/:locale/outbox/:id', async (c) => {
    const mail = await load(c)
    if (!mail) return errorPage(c, 'notFound')
    const { t, locale } = c.var
    const notice = c.req.query('done') === 'retried' ? { notice: t.accounts.outbox.retried } : {}
    return page(
      c,
      { title: mail.subject ?? t.accounts.outbox.title, ...notice },
      <MailPage {...{ t, locale, mail, zone: zoneOf(c) }} />,
    )
  })

  app.get('/:locale/outbox/:id/html', async (c) => {
    const mail = await load(c)
    if (!mail?.html) return errorPage(c, 'notFound')
    return c.html(mail.html, 200, { 'content-security-policy': mailPolicy, 'cache-control': 'private, no-store' })
  })

  app.get('/:locale/outbox/:id/attachments/:position', async (c) => {
    const attachment = (await load(c))?.attachments[Number(c.req.param('position'))]
    if (!attachment) return errorPage(c, 'notFound')
    const name = encodeURIComponent(attachment.fileName)
    return c.body(new Uint8Array(attachment.bytes), 200, {
      'content-type': attachment.mediaType,
      // Never shown in place: what it is was decided elsewhere.
      'content-disposition': `attachment; filename*=UTF-8''${name}`,
      'content-security-policy': mailPolicy,
      'cache-control': 'private, no-store',
    })
  })

  app.post('/:locale/outbox/:id/attempts', async (c) => {
    const mail = await load(c)
    if (!mail) return errorPage(c, 'notFound')
    const { services, locale } = c.var
    const outcome = await retryMail(services.database.db, services.jobs.enqueue, mail.id)
    if ('refused' in outcome) return errorPage(c, 'gone')
    return c.redirect(`/${locale}/outbox/${mail.id}?done=retried`, 303)
  })
}

/** Kinds of mail whose content lets nobody in; everything else may hold a personal link or a code. */
const harmless = ['agreement-in-force']

/**
 * With a mail server the message reaches its owner, and nobody else needs to read what lets that person in: not even the operator, who could
 * otherwise sign in, or consent, as anybody. Without one the outbox is the only way the message has.
 */
const isKept = (c: Web, kind: string) => c.var.services.config.smtpUrl !== undefined && !harmless.includes(kind)

const withoutContent = (mail: StoredMail): StoredMail => ({
  ...mail,
  subject: null,
  text: null,
  html: null,
  attachments: [],
})

const isOpen = (c: Web) => maySeeOutbox(c.var.scope, c.var.services.config)

const zoneOf = (c: Web) => c.var.scope.person?.timeZone ?? 'UTC'

async function load(c: Web): Promise<StoredMail | undefined> {
  const id = c.req.param('id') ?? ''
  const mail = isOpen(c) && isId(id) ? await mailById(c.var.services.database.db, id) : undefined
  return mail && isKept(c, mail.kind) ? withoutContent(mail) : mail
}
