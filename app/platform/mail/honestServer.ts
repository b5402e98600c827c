import { buffer } from 'node:stream/consumers'
import { callbackify } from 'node:util'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** What the server does to a message it was given: take it, answer with a reply code, or hang up without a word. */
export type Answer = 'accept' | 'drop' | { code: number; text: string }

export type HonestServer = {
  url: string
  /** Every message that was accepted, parsed by somebody else's parser. */
  received: { from: string; to: string[]; mail: ParsedMail; raw: string }[]
  /** For the next messages, in turn; then it accepts. */
  answers: Answer[]
  /** For the next recipients, in turn. */
  recipients: Answer[]
  close(): Promise<void>
}

/** A mail server for tests: real SMTP with a login, on loopback. */
export async function startMailServer(options: SMTPServerOptions = {}, host = '127.0.0.1'): Promise<HonestServer> {
  const received: HonestServer['received'] = []
  const answers: Answer[] = []
  const recipients: Answer[] = []
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    // Senders keep their connections for a while: whoever closes does not wait for them.
    closeTimeout: 5,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _, done) =>
      username === 'musubi' && password === 'right' ? done(null, { user: username }) : done(new Error('Invalid login')),
    onRcptTo: (_, session, done) => {
      const answer = recipients.shift() ?? 'accept'
      if (answer === 'accept') return done()
      if (answer === 'drop') return hangUp(server, session.id)
      done(replying(answer))
    },
    onData: (stream, session, done) => {
      const take = async () => {
        const raw = (await buffer(stream)).toString('latin1')
        const answer = answers.shift() ?? 'accept'
        // What is said after hanging up, nobody hears.
        if (answer === 'drop') return hangUp(server, session.id)
        if (answer !== 'accept') throw replying(answer)
        const { mailFrom, rcptTo } = session.envelope
        const from = mailFrom ? mailFrom.address : ''
        received.push({ from, to: rcptTo.map(({ address }) => address), mail: await simpleParser(raw), raw })
      }
      callbackify(take)(done)
    },
    ...options,
  })
  server.on('error', () => {})
  const port = await listen(server, host)
  return {
    url: `smtp://musubi:right@${host}:${port}`,
    received,
    answers,
    recipients,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

const replying = ({ code, text }: { code: number; text: string }) =>
  Object.assign(new Error(text), { responseCode: code })

/** Ends the connection in the middle of the conversation. */
function hangUp(server: SMTPServer, id: string): void {
  for (const connection of server.connections as Set<{ id: string; _socket: { destroy(): void } }>) {
    if (connection.id === id) connection._socket.destroy()
  }
}

/** Ports from 32768 on are handed out to clients and may be taken at any moment. */
async function listen(server: SMTPServer, host: string): Promise<number> {
  for (let tries = 0; tries < 50; tries++) {
    const port = 20_000 + Math.floor(Math.random() * 12_000)
    const bound = await new Promise<boolean>((resolve) => {
      server.server.once('error', () => resolve(false))
      server.listen(port, host, () => resolve(true))
    })
    if (bound) return port
  }
  throw new Error('No free port between 20000 and 32000')
}
