// `npm run bench:invitations`: three thousand people are told that an event was moved, each with an invitation of their own: from the verb
// to the last "accepted" of a real SMTP server, through the outbox and its jobs, on PostgreSQL. Beside it, in the same run, the same letters
// from a bare nodemailer.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createTransport } from 'nodemailer'
import { admitPerson } from '../app/accounts/admitting.ts'
import { newPersonalToken } from '../app/events/registration/personalAddress.ts'
import { reviseEvent } from '../app/events/revising.ts'
import { locales } from '../app/language/locales.ts'
import { startServices } from '../app/main.ts'
import { readConfig } from '../app/platform/config.ts'
import { json } from '../app/platform/db/values.ts'
import { newId } from '../app/platform/ids.ts'
import { startMailServer } from '../app/platform/mail/honestServer.ts'
import { connections } from '../app/platform/mail/send.ts'
import type { Services } from '../app/web/env.ts'
import { aCategory, makeEvent } from '../test/factories/events.ts'
import { makeOrganisation } from '../test/factories/organisations.ts'
import { makePerson, makeRole } from '../test/factories/people.ts'
import { findPostgres, startPostgres } from '../test/harness/postgres.ts'
import { printFigures, printTable, round } from './measuring.ts'

const PEOPLE = 3000
const zones = ['Asia/Tokyo', 'Europe/Berlin', 'Europe/Paris', 'Europe/Rome', 'America/New_York']

// The mail server is a process of its own, as it would be.
if (process.argv[2] === 'mail-server') await serve()
else await measure()

async function serve(): Promise<void> {
  let received = 0
  // Takes each message whole and looks at nothing: parsing three thousand mails is no mail server's work.
  const server = await startMailServer({
    onData(stream, _session, done) {
      stream.resume().once('end', () => {
        received++
        done()
      })
    },
  })
  process.on('message', () => process.send!({ received }))
  process.send!({ url: server.url })
  process.once('disconnect', () => process.exit())
}

async function measure(): Promise<void> {
  const binaries = findPostgres()
  if (!binaries) throw new Error('PostgreSQL is not installed (Debian: postgresql): this is measured on a server only.')
  const folder = mkdtempSync(join(tmpdir(), 'musubi-bench-'))
  const postgres = await startPostgres(binaries)
  try {
    const ours = await withMailServer((server) => throughTheOutbox(folder, postgres.url, server))
    const bare = await withMailServer((server) => withoutMusubi(ours.letters, server))
    printTable(
      ['3,000 invitations', 'a second', 'processor ms a mail'],
      [
        ['through the outbox', round(ours.perSecond), round(ours.processor, 2)],
        ['bare nodemailer', round(bare.perSecond), round(bare.processor, 2)],
      ],
    )
    printFigures('invitations', {
      mails: PEOPLE,
      per_second: round(ours.perSecond),
      bare_per_second: round(bare.perSecond),
      processor_ms: round(ours.processor, 2),
      bare_processor_ms: round(bare.processor, 2),
    })
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Server = { url: string; received(): Promise<number> }

async function withMailServer<R>(use: (server: Server) => Promise<R>): Promise<R> {
  const child = fork(import.meta.filename, ['mail-server'], { execArgv: process.execArgv })
  try {
    const [{ url }] = (await once(child, 'message')) as [{ url: string }]
    return await use({ url, received: () => receivedBy(child) })
  } finally {
    child.kill()
  }
}

async function receivedBy(child: ChildProcess): Promise<number> {
  child.send('count')
  const [{ received }] = (await once(child, 'message')) as [{ received: number }]
  return received
}

type Sent = { to: string; name: string; subject: string; text: string; html: string; calendar: string }

async function throughTheOutbox(
  folder: string,
  databaseUrl: string,
  server: Server,
): Promise<{ perSecond: number; processor: number; letters: Sent[] }> {
  const config = readConfig(
    {
      MUSUBI_DATA: folder,
      DATABASE_URL: databaseUrl,
      SMTP_URL: server.url,
      MUSUBI_LOG: 'silent',
      MUSUBI_SECRET: 'a secret for one measurement only, and no other',
    },
    { demo: false },
  )
  const { services, stop } = await startServices(config, {
    assets: { css: '', island: () => '', directory: '/nowhere' },
  })
  try {
    const { eventId, scope } = await invite(services)
    const began = performance.now()
    const work = process.cpuUsage()
    const moved = await reviseEvent(services, scope, eventId, { ends: new Date('2099-03-22T10:00:00Z') })
    if ('refused' in moved) throw new Error(moved.refused)
    // Counted where the mails arrive; asking now and then costs nothing to speak of.
    while ((await server.received()) < PEOPLE) await wait(25)
    const seconds = (performance.now() - began) / 1000
    // Those whose "accepted" is still being written down.
    await services.jobs.drain()
    return { perSecond: PEOPLE / seconds, processor: processorSince(work), letters: await lettersOf(services, eventId) }
  } finally {
    await stop()
  }
}

/** Milliseconds of this process's own work for one mail: says more than the clock on a machine that has other things to do. */
function processorSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / PEOPLE
}

/** An event of 2099 with everybody registered. */
async function invite(services: Services) {
  const { db } = services.database
  const lead = await makeOrganisation(db, { timeZone: 'Asia/Tokyo' })
  const coordinator = await makePerson(db)
  await makeRole(db, coordinator, 'coordinator', lead.id)
  const begins = new Date('2099-03-22T08:00:00Z')
  const ends = new Date('2099-03-22T09:00:00Z')
  const event = await makeEvent(db, { lead, begins, ends, categories: [aCategory({ closesAt: ends })] })
  for (let from = 0; from < PEOPLE; from += 500) await register(services, event.id, event.categories['guest']!, from)
  const scope = await admitPerson(db, coordinator.id, { via: 'session', tokenScopes: null })
  return { eventId: event.id, scope: scope! }
}

async function register(services: Services, eventId: string, categoryId: string, from: number): Promise<void> {
  const at = new Date('2026-01-01T00:00:00Z')
  const people = Array.from({ length: 500 }, (_, index) => {
    const { hash, locked } = newPersonalToken(services)
    const number = from + index
    const address = `guest-${number}@example.org`
    return {
      id: newId(),
      event_id: eventId,
      category_id: categoryId,
      name: json({
        order: 'family-first' as const,
        native: { family: '髙﨑', given: '𠮷子' },
        latin: { family: 'Takasaki', given: 'Yoshiko' },
      }),
      address,
      address_key: address,
      affiliation: null,
      affiliation_key: null,
      organisation_id: null,
      person_id: null,
      locale: locales[number % locales.length]!,
      time_zone: zones[number % zones.length]!,
      answers: json({}),
      consents: json([]),
      manage_hash: hash,
      manage_locked: locked,
      registered_at: at,
    }
  })
  const { db } = services.database
  await db.insertInto('registration').values(people).execute()
  const decided = people.map(({ id }) => ({
    id: newId(),
    registration_id: id,
    category_id: categoryId,
    decision: 'confirmed' as const,
    reason: null,
    decided_by: null,
    decided_at: at,
    replaced_at: null,
  }))
  await db.insertInto('registration_decision').values(decided).execute()
}

async function lettersOf(services: Services, eventId: string): Promise<Sent[]> {
  const rows = await services.database.db
    .selectFrom('mail')
    .innerJoin('mail_attempt', 'mail_attempt.mail_id', 'mail.id')
    .selectAll('mail')
    .where('about_id', '=', eventId)
    .where('outcome', '=', 'delivered')
    .execute()
  if (rows.length !== PEOPLE) throw new Error(`${rows.length} mails are written down as delivered, not ${PEOPLE}`)
  return rows.map((row) => ({
    to: row.to_address!,
    name: row.to_name!,
    subject: row.subject!,
    text: row.body_text!,
    html: row.body_html!,
    calendar: row.calendar_text!,
  }))
}

async function withoutMusubi(letters: readonly Sent[], server: Server) {
  const transport = createTransport({ url: server.url, pool: true, maxConnections: connections })
  const began = performance.now()
  const work = process.cpuUsage()
  await Promise.all(
    letters.map(({ to, name, subject, text, html, calendar }) =>
      transport.sendMail({
        from: { name: 'Musubi', address: 'office@musubi.example' },
        to: { name, address: to },
        subject,
        text,
        html,
        icalEvent: { method: 'REQUEST', content: calendar, filename: 'invitation.ics' },
      }),
    ),
  )
  const seconds = (performance.now() - began) / 1000
  transport.close()
  return { perSecond: letters.length / seconds, processor: processorSince(work) }
}
