import { randomUUID } from 'node:crypto'
import { createServer } from 'node:net'
import { sql } from 'kysely'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { newTestDatabase, testDatabase } from '../../../test/harness/testDatabase.ts'
import { settableClock } from '../clock.ts'
import type { Db } from '../db/tables.ts'
import { transaction } from '../db/transaction.ts'
import type { Enqueue } from '../jobs/handler.ts'
import { startJobs } from '../jobs/start.ts'
import { deliverMail, deliverMails, waits } from './deliver.ts'
import { type HonestServer, startMailServer } from './honestServer.ts'
import { mailJobs } from './jobs.ts'
import { composeMail } from './layout.ts'
import { mailById, outboxOf, retryMail } from './outbox.ts'
import { purgeMails } from './purge.ts'
import { type Mail, queueMail } from './queue.ts'
import { type Send, smtpSender } from './send.ts'

let db: Db
beforeAll(async () => {
  db = (await testDatabase()).db
})

const mailFrom = 'office@musubi.example'

async function mailServer(...args: Parameters<typeof startMailServer>): Promise<HonestServer> {
  const server = await startMailServer(...args)
  onTestFinished(() => server.close())
  return server
}

const mailTo = (address: string, more: Partial<Mail> = {}): Mail => ({
  to: { name: '髙﨑 𠮷子', address },
  locale: 'ja',
  kind: 'signing-invitation',
  subject: '【結び】覚書「医療産業における業務協力に関する覚書（神戸・ハンブルク・リヨン）」への署名のお願い',
  ...composeMail({
    locale: 'ja',
    greeting: '髙﨑 𠮷子 様',
    paragraphs: ['覚書への署名をお願いします。'],
    action: { label: '開く', href: 'https://musubi.example/ja/sign' },
    footer: '結び',
  }),
  ...more,
})

const newAddress = () => `${randomUUID()}@example.org`

/** A mail with a room of its own: what jobs it asked for is listed, nothing runs by itself. */
async function queued(more: Partial<Mail> = {}) {
  const jobs: { name: string; startAfter: Date | undefined }[] = []
  const enqueue: Enqueue = async (_tx, name, _data, options) =>
    void jobs.push({ name, startAfter: options?.startAfter })
  const clock = settableClock(new Date('2026-03-22T08:00:00Z'))
  const logged: unknown[] = []
  const address = newAddress()
  const id = await transaction(db, (tx) => queueMail(tx, enqueue, mailTo(address, more)))
  const log = (event: string, facts?: object) => void logged.push({ event, ...facts })
  const deliver = (send: Send) => deliverMail(db, id, { send, enqueue, clock, log })
  return { id, address, jobs, enqueue, clock, logged, deliver, mail: async () => (await mailById(db, id))! }
}

const senderTo = ({ url }: { url: string }, longest?: number) => smtpSender({ smtpUrl: url, mailFrom }, longest)

describe('delivering', () => {
  test('what arrives is what was written, in every script', async () => {
    const server = await mailServer()
    const letter = await queued({
      headers: { 'List-Id': 'x.musubi.example' },
      attachments: [{ fileName: '覚書.txt', mediaType: 'text/plain', bytes: new TextEncoder().encode('本文') }],
    })
    expect(await letter.deliver(senderTo(server))).toBe('delivered')

    const [{ from, to, mail, raw }] = server.received as [HonestServer['received'][number]]
    const stored = await letter.mail()
    expect({ from, to }).toEqual({ from: mailFrom, to: [letter.address] })
    expect(mail.subject).toBe(stored.subject)
    expect(mail.to).toMatchObject({ value: [{ name: '髙﨑 𠮷子', address: letter.address }] })
    expect(mail.text?.trimEnd()).toBe(stored.text?.trimEnd())
    expect(String(mail.html).trimEnd()).toBe(stored.html?.trimEnd())
    expect(mail.messageId).toBe(`<${letter.id}@musubi.example>`)
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated')
    expect(mail.headers.get('content-language')).toBe('ja')
    expect(mail.attachments).toMatchObject([
      { filename: '覚書.txt', contentType: 'text/plain', content: Buffer.from('本文') },
    ])
    expect(raw).toMatch(/^\p{ASCII}*$/u)
    expect(stored).toMatchObject({ state: 'delivered', attempts: 1, lastFailure: null, nextAt: null })
  })

  test('what is written down as delivered is never sent again', async () => {
    const server = await mailServer()
    const letter = await queued()
    await letter.deliver(senderTo(server))
    expect(await letter.deliver(senderTo(server))).toBe('nothing-to-do')
    expect(await retryMail(db, letter.enqueue, letter.id)).toEqual({ refused: 'delivered' })
    expect(server.received).toHaveLength(1)
  })

  test('two at once send it once', async () => {
    const server = await mailServer()
    const letter = await queued()
    const outcomes = await Promise.all([letter.deliver(senderTo(server)), letter.deliver(senderTo(server))])
    expect(outcomes).toContain('delivered')
    expect(server.received).toHaveLength(1)
  })

  test('who dies while sending is followed by another, with the same Message-ID', async () => {
    const server = await mailServer()
    const letter = await queued()
    const killed: Send = async (mail) => {
      await senderTo(server)(mail)
      throw new Error('killed before it was written down')
    }
    await expect(letter.deliver(killed)).rejects.toThrow('killed')
    expect(await letter.deliver(senderTo(server))).toBe('being-sent')
    const look = letter.jobs.at(-1)!
    letter.clock.set(look.startAfter!)
    expect(await letter.deliver(senderTo(server))).toBe('delivered')
    expect(server.received.map(({ mail }) => mail.messageId)).toEqual(Array(2).fill(`<${letter.id}@musubi.example>`))
  })

  test('several at once end each by itself, and one asked for twice goes out once', async () => {
    const server = await mailServer()
    const letters = [await queued(), await queued(), await queued()]
    const [first, second, third] = letters.map(({ id }) => id) as [string, string, string]
    const refusing: Send = async (letter) => {
      if (letter.id === second) return { failed: 'refused-for-now', status: 451, detail: '', final: false }
      if (letter.id === third) throw new Error('killed')
      return senderTo(server)(letter)
    }
    const { clock, enqueue } = letters[0]!
    const ids = [first, second, third, first]
    const settled = await deliverMails(db, ids, { send: refusing, enqueue, clock, log: () => {} })
    expect(settled.map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason)))).toEqual([
      'delivered',
      'deferred',
      'Error: killed',
      'delivered',
    ])
    expect(server.received).toHaveLength(1)
    expect(await Promise.all(letters.map(async (letter) => (await letter.mail()).state))).toEqual([
      'delivered',
      'retrying',
      'waiting',
    ])
  })

  test('an invitation goes beside the text, with its method, and each time the same', async () => {
    const server = await mailServer()
    server.answers.push({ code: 451, text: 'greylisted' })
    const calendar = { method: 'CANCEL' as const, text: 'BEGIN:VCALENDAR\r\nX-結び:神戸\r\nEND:VCALENDAR\r\n' }
    const letter = await queued({ calendar })
    await letter.deliver(senderTo(server))
    await letter.deliver(senderTo(server))
    const [{ raw, mail }] = server.received as [HonestServer['received'][number]]
    expect(raw).toMatch(/multipart\/alternative[^]+text\/html[^]+text\/calendar; charset=utf-8; method=CANCEL/i)
    const copies = mail.attachments.map(({ content }) => content.toString())
    expect(copies).toEqual([calendar.text, calendar.text])
    expect(await letter.mail()).toMatchObject({ calendar })
    await purgeMails(db, letter.clock.now(), { address: letter.address })
    expect(await letter.mail()).toMatchObject({ calendar: null })
  })

  test('the log names no one', async () => {
    const server = await mailServer()
    const letter = await queued()
    await letter.deliver(senderTo(server))
    expect(letter.logged).toEqual([
      { event: 'mail.attempt', mail: letter.id, kind: 'signing-invitation', outcome: 'delivered' },
    ])
  })
})

describe('failing', () => {
  test('a server that says "not now" is asked again, and then it arrives', async () => {
    const server = await mailServer()
    server.answers.push({ code: 451, text: 'greylisted' })
    const letter = await queued()
    expect(await letter.deliver(senderTo(server))).toBe('deferred')
    const next = new Date(letter.clock.now().getTime() + waits[0]!)
    expect(letter.jobs.at(-1)).toEqual({ name: 'mail.deliver', startAfter: next })
    expect(await letter.mail()).toMatchObject({
      state: 'retrying',
      attempts: 1,
      nextAt: next,
      lastFailure: { code: 'refused-for-now', status: 451, detail: expect.stringContaining('greylisted') },
    })
    letter.clock.set(next)
    expect(await letter.deliver(senderTo(server))).toBe('delivered')
    expect(await letter.mail()).toMatchObject({
      state: 'delivered',
      attempts: 2,
      tries: [{ outcome: 'deferred' }, { outcome: 'delivered' }],
    })
  })

  test('a mailbox that does not exist ends it at once', async () => {
    const server = await mailServer()
    server.recipients.push({ code: 550, text: 'no such user' })
    const letter = await queued()
    expect(await letter.deliver(senderTo(server))).toBe('failed')
    expect(await letter.mail()).toMatchObject({
      state: 'given-up',
      nextAt: null,
      lastFailure: { code: 'recipient-refused', status: 550 },
    })
    expect(letter.jobs).toHaveLength(1)

    expect(await retryMail(db, letter.enqueue, letter.id)).toEqual({ retrying: true })
    expect(letter.jobs).toHaveLength(2)
    expect(await letter.deliver(senderTo(server))).toBe('delivered')
  })

  test.each(['recipients', 'answers'] as const)('a connection that breaks is tried again (%s)', async (where) => {
    const server = await mailServer()
    server[where].push('drop')
    const letter = await queued()
    expect(await letter.deliver(senderTo(server))).toBe('deferred')
    expect(await letter.mail()).toMatchObject({ lastFailure: { code: 'connection-lost' } })
    expect(await letter.deliver(senderTo(server))).toBe('delivered')
    expect(server.received).toHaveLength(1)
  })

  test('a wrong password and a server that is down are ours to mend, so it is tried again', async () => {
    const server = await mailServer()
    const letter = await queued()
    expect(await letter.deliver(senderTo({ url: server.url.replace('right', 'wrong') }))).toBe('deferred')
    expect(await letter.mail()).toMatchObject({ lastFailure: { code: 'authentication', status: 535 } })
    await server.close()
    expect(await letter.deliver(senderTo(server))).toBe('deferred')
    expect(await letter.mail()).toMatchObject({ state: 'retrying', attempts: 2, lastFailure: { code: 'unreachable' } })
  })

  test('a password is not given to another machine in the clear', async () => {
    // Loopback too, but not by a name we take for this machine; it offers no TLS.
    const server = await mailServer({}, '127.0.0.2')
    const letter = await queued()
    expect(await letter.deliver(senderTo(server))).toBe('deferred')
    expect(await letter.mail()).toMatchObject({ lastFailure: { code: 'tls' } })
    expect(server.received).toEqual([])
  })

  test('a server that says nothing is left', async () => {
    const silent = createServer()
    await new Promise<void>((resolve) =>
      silent.listen(20_000 + Math.floor(Math.random() * 12_000), '127.0.0.1', resolve),
    )
    onTestFinished(() => new Promise((resolve) => void silent.close(() => resolve())))
    const { port } = silent.address() as { port: number }
    const letter = await queued()
    expect(await letter.deliver(senderTo({ url: `smtp://127.0.0.1:${port}` }, 100))).toBe('deferred')
    expect(await letter.mail()).toMatchObject({ lastFailure: { code: 'timeout' } })
  })

  test('after the last wait it is given up, and every try can be read', async () => {
    const letter = await queued()
    const down: Send = async () => ({ failed: 'unreachable', status: null, detail: 'nobody there', final: false })
    for (const wait of waits) {
      expect(await letter.deliver(down)).toBe('deferred')
      expect((await letter.mail()).nextAt).toEqual(new Date(letter.clock.now().getTime() + wait))
      letter.clock.forward(wait)
    }
    expect(await letter.deliver(down)).toBe('failed')
    const mail = await letter.mail()
    expect(mail).toMatchObject({ state: 'given-up', attempts: waits.length + 1 })
    expect(mail.tries.map(({ number }) => number)).toEqual(
      Array.from({ length: waits.length + 1 }, (_, index) => index + 1),
    )
  })
})

describe('names and headers', () => {
  const hostile = '"Boss" <boss@bank.example>,\r\nBcc: victim@example.org\r\n\r\nbody\u202Egnp.exe'

  test('nothing in a name, subject, header or file name starts a header, adds a recipient or turns the text', async () => {
    const server = await mailServer()
    const address = newAddress()
    const letter = await queued({
      to: { name: hostile, address },
      subject: `Hello\r\nBcc: victim@example.org ${hostile}`,
      headers: { 'X-Note': `a\r\nBcc: victim@example.org\u202E` },
      attachments: [
        {
          fileName: `x\r\nBcc: v@example.org\u202Egnp.exe`,
          mediaType: 'application/octet-stream',
          bytes: new Uint8Array(1),
        },
      ],
    })
    await letter.deliver(senderTo(server))
    const { to, mail, raw } = server.received[0]!
    expect(to).toEqual([address])
    expect(mail.bcc).toBeUndefined()
    expect(mail.to).toMatchObject({ value: [{ address }] })
    expect(mail.subject).toContain('Hello Bcc: victim@example.org')
    expect(mail.headers.get('x-note')).toBe('a Bcc: victim@example.org')
    expect(raw).not.toMatch(/^bcc:/im)
    expect([mail.subject, JSON.stringify(mail.to), mail.attachments[0]!.filename].join()).not.toMatch(/\u202E|[\r\n]/)
  })

  test.each([
    'two@example.org, three@example.org',
    'x',
    'a b@example.org',
    'a@b@c',
    '<a@example.org>',
    'a@example.org\r\nBcc: b@example.org',
    `${'a'.repeat(250)}@example.org`,
  ])('no mail to %j', async (address) => {
    await expect(queued({ to: { address } })).rejects.toThrow(TypeError)
  })

  test.each(['Bcc', 'from', 'Content-Type', 'Message-ID', 'X Note', 'X:Y', ''])(
    'the header %j is not for callers',
    async (name) => {
      await expect(queued({ headers: { [name]: 'x' } })).rejects.toThrow(TypeError)
    },
  )
})

describe('the outbox', () => {
  test('shows mails newest first, by recipient and by what they are about', async () => {
    const about = { kind: 'agreement', id: randomUUID() }
    const at = (minute: number) => new Date(Date.UTC(2026, 2, 22, 8, minute))
    const mails = []
    for (const minute of [1, 2, 2, 3]) mails.push(await queued({ about, at: at(minute) }))
    const all = await outboxOf(db, { about })
    expect(all.map(({ id }) => id)).toEqual(mails.map(({ id }) => id).toReversed())
    expect(all[0]).toMatchObject({
      state: 'waiting',
      attempts: 0,
      lastFailure: null,
      writtenAt: at(3),
      about,
      to: { name: '髙﨑 𠮷子' },
    })

    const first = await outboxOf(db, { about, limit: 2 })
    const second = await outboxOf(db, { about, limit: 2, before: first[1]!.id })
    expect([...first, ...second]).toEqual(all)
    expect(await outboxOf(db, { address: mails[0]!.address.toUpperCase() })).toMatchObject([{ id: mails[0]!.id }])
    expect(await mailById(db, randomUUID())).toBeUndefined()
  })

  test('a purged mail keeps its kind and its tries, and is not sent any more', async () => {
    const server = await mailServer()
    server.recipients.push({ code: 550, text: 'no such user' })
    const letter = await queued({ attachments: [{ fileName: 'a', mediaType: 'text/plain', bytes: new Uint8Array(1) }] })
    await letter.deliver(senderTo(server))
    expect(await purgeMails(db, letter.clock.now(), { address: letter.address.toUpperCase() })).toBe(1)
    expect(await letter.mail()).toMatchObject({
      kind: 'signing-invitation',
      state: 'given-up',
      to: null,
      subject: null,
      text: null,
      html: null,
      attachments: [],
      tries: [{ code: 'recipient-refused', detail: null }],
    })
    const rest = await sql<{
      text: string
    }>`select row_to_json(mail)::text as text from mail where id = ${letter.id}`.execute(db)
    expect(rest.rows[0]!.text).not.toMatch(/𠮷子|example\.org/)
    expect(await retryMail(db, letter.enqueue, letter.id)).toEqual({ refused: 'purged' })
    expect(await letter.deliver(senderTo(server))).toBe('nothing-to-do')
    expect(await purgeMails(db, letter.clock.now(), { address: letter.address })).toBe(0)
  })
})

describe('with the queue', () => {
  const log = () => {}
  const clock = settableClock(new Date('2026-03-22T08:00:00Z'))

  // A database of its own: draining the shared one would deliver what other tests have written.
  async function jobsWith(smtpUrl: string | undefined) {
    const database = await newTestDatabase()
    const jobs = await startJobs(database, mailJobs({ config: { smtpUrl, mailFrom }, clock, log }), { attended: false })
    onTestFinished(async () => {
      await jobs.stop()
      await database.close()
    })
    return { db: database.db, jobs }
  }

  test('a mail goes out when its transaction commits, and not when it does not', async () => {
    const server = await mailServer()
    const { db, jobs } = await jobsWith(server.url)
    const [kept, undone] = [newAddress(), newAddress()]
    await transaction(db, (tx) => queueMail(tx, jobs.enqueue, mailTo(kept)))
    const failing = transaction(db, async (tx) => {
      await queueMail(tx, jobs.enqueue, mailTo(undone))
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    await jobs.drain()
    expect(server.received.map(({ to }) => to[0])).toEqual([kept])
    expect(await outboxOf(db, { address: undone })).toEqual([])
  })

  test('without a mail server it stays in the outbox', async () => {
    const { db, jobs } = await jobsWith(undefined)
    const address = newAddress()
    await transaction(db, (tx) => queueMail(tx, jobs.enqueue, mailTo(address)))
    expect(await jobs.drain()).toMatchObject({ failed: [] })
    expect(await outboxOf(db, { address })).toMatchObject([{ state: 'waiting', attempts: 0 }])
  })
})
