import { createTransport } from 'nodemailer'
import type { Config } from '../config.ts'
import { type DeliveryFailure, failureOf } from './failure.ts'
import type { Attachment } from './queue.ts'
import type { CalendarMethod } from './tables.ts'

/** A mail ready to go. */
export type Letter = {
  id: string
  to: { name: string | null; address: string }
  locale: string
  subject: string
  text: string
  html: string
  headers: Record<string, string>
  attachments: Attachment[]
  calendar: { method: CalendarMethod; text: string } | null
  writtenAt: Date
}

/** Hands a letter to the mail server. Comes back within `longestSending`, with what went wrong as data. */
export type Send = (letter: Letter) => Promise<{ delivered: true } | DeliveryFailure>

/** Milliseconds. After that the attempt counts as failed, whatever the server is doing. */
export const longestSending = 3 * 60_000

/** As many at a time as servers allow one client as a rule. */
export const connections = 20

/** Milliseconds after the last mail until we hang up: what stays open longer, servers close, at a moment we do not notice. */
const IDLE = 500

/**
 * Sends over SMTP (`smtp://` with STARTTLS where the server offers it, `smtps://` with TLS from the start). A password
 * is only ever given over TLS, unless the server is this machine.
 */
export function smtpSender(config: Pick<Config, 'mailFrom'> & { smtpUrl: string }, longest = longestSending): Send {
  const url = new URL(config.smtpUrl)
  const open = () =>
    createTransport({
      url: config.smtpUrl,
      pool: true,
      maxConnections: connections,
      // A mail whose connection broke is ours to try again: only we write down that it was tried.
      maxRequeues: 0,
      requireTLS: url.protocol === 'smtp:' && url.username !== '' && !isThisMachine(url.hostname),
      connectionTimeout: 30_000,
      greetingTimeout: 30_000,
      socketTimeout: 60_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    })
  let transport: ReturnType<typeof open> | undefined
  let sending = 0
  let rest: NodeJS.Timeout | undefined
  const leave = () => {
    transport?.close()
    transport = undefined
  }
  return async (letter) => {
    clearTimeout(rest)
    sending++
    transport ??= open()
    try {
      await transport.sendMail({ ...messageOf(letter, config.mailFrom), signal: AbortSignal.timeout(longest) })
      return { delivered: true }
    } catch (error) {
      return failureOf(error)
    } finally {
      sending--
      if (sending === 0) rest = setTimeout(leave, IDLE).unref()
    }
  }
}

const isThisMachine = (host: string) => ['localhost', '127.0.0.1', '[::1]'].includes(host)

/** Everything in it follows from the row, so that a second copy carries the same Message-ID and can be told for one. */
function messageOf(letter: Letter, from: string) {
  const { to, subject, text, html } = letter
  return {
    from: { name: 'Musubi', address: from },
    to: { name: to.name ?? '', address: to.address },
    envelope: { from, to: [to.address] },
    messageId: `<${letter.id}@${from.slice(from.lastIndexOf('@') + 1)}>`,
    date: letter.writtenAt,
    subject,
    text,
    html,
    headers: {
      ...letter.headers,
      // RFC 3834: keeps holiday notices from answering.
      'Auto-Submitted': 'auto-generated',
      'Content-Language': letter.locale,
    },
    // As an alternative to the bodies, which mail programs offer to the calendar, and as a file for those that do not.
    ...(letter.calendar && {
      icalEvent: { method: letter.calendar.method, content: letter.calendar.text, filename: 'invitation.ics' },
    }),
    attachments: letter.attachments.map(({ fileName, mediaType, bytes }) => ({
      filename: fileName,
      contentType: mediaType,
      content: Buffer.from(bytes),
    })),
  }
}
