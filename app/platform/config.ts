import { resolve } from 'node:path'
import { z } from 'zod'

/** Everything that comes from the environment, read and checked in this one place. */
export type Config = {
  port: number
  host: string
  origin: string
  dataDirectory: string
  databaseUrl: string | undefined
  smtpUrl: string | undefined
  mailFrom: string
  timestampUrl: string | undefined
  /** PEM file with the roots of that service: whose word about time is believed. */
  timestampRoots: string | undefined
  secret: string | undefined
  logLevel: 'silent' | 'info'
  /** Mail address of the first operator, made at the start when there is none. */
  operator: string | undefined
  /** Where `musubi fan-out` is reached by browsers; without it each web process delivers its boards itself. */
  liveOrigin: string | undefined
  /** The port that `musubi fan-out` listens on. */
  livePort: number
  /** How many boards may be followed at once from one network address. */
  viewersPerAddress: number
  /** The account of Zoom in which webinars are made; all of it or none. `host`: whose webinars they are. */
  zoom:
    | { accountId: string; clientId: string; clientSecret: string; webhookSecret: string | undefined; host: string }
    | undefined
  /** Where mails to offices are taken in, and what stands behind the @ of their addresses. */
  mailIn: { host: string; port: number; domain: string } | undefined
  /** Acting for others and sign-in links on the console exist only here, and only on loopback. */
  demo: boolean
}

export class ConfigError extends Error {}

const url = (protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: `must be an address that begins with ${protocols.map((p) => `${p}//`).join(' or ')}`,
  })

const origin = url(['http:', 'https:']).refine((text) => new URL(text).origin === text.replace(/\/$/, ''), {
  error: 'must be an origin without a path',
})

const environment = z.object({
  PORT: z.coerce.number({ error: 'must be a number' }).int().min(0).max(65535).default(3000),
  HOST: z.string().optional(),
  DATABASE_URL: url(['postgres:', 'postgresql:']).optional(),
  MUSUBI_DATA: z.string().min(1).default('data'),
  MUSUBI_ORIGIN: origin.optional(),
  SMTP_URL: url(['smtp:', 'smtps:']).optional(),
  MUSUBI_MAIL_FROM: z.email({ error: 'must be an e-mail address' }).default('musubi@localhost.localdomain'),
  MUSUBI_TIMESTAMP_URL: url(['http:', 'https:']).optional(),
  MUSUBI_TIMESTAMP_ROOTS: z.string().min(1).optional(),
  MUSUBI_SECRET: z.string().min(32, { error: 'must be at least 32 characters long' }).optional(),
  MUSUBI_OPERATOR: z.email({ error: 'must be an e-mail address' }).optional(),
  MUSUBI_LIVE_ORIGIN: origin.optional(),
  MUSUBI_LIVE_PORT: z.coerce.number({ error: 'must be a number' }).int().min(0).max(65535).default(3001),
  MUSUBI_VIEWERS_PER_ADDRESS: z.coerce.number({ error: 'must be a number' }).int().min(1).default(500),
  ZOOM_ACCOUNT_ID: z.string().optional(),
  ZOOM_CLIENT_ID: z.string().optional(),
  ZOOM_CLIENT_SECRET: z.string().optional(),
  ZOOM_WEBHOOK_SECRET: z.string().optional(),
  ZOOM_HOST: z.string().default('me'),
  MUSUBI_MAIL_IN: url(['smtp:']).optional(),
  MUSUBI_MAIL_IN_DOMAIN: z
    .string()
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i, { error: 'must be a domain' })
    .optional(),
  MUSUBI_LOG: z.enum(['silent', 'info'], { error: 'must be silent or info' }).default('info'),
})

/**
 * Reads the settings. `keyless`: for a process that opens no keys, and so needs no secret.
 * @throws ConfigError with one sentence that names the setting and says what it must be.
 */
export function readConfig(env: NodeJS.ProcessEnv, options: { demo?: boolean; keyless?: boolean } = {}): Config {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(present)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const name = String(issue?.path[0])
    throw new ConfigError(`${name} ${issue?.message ?? 'is wrong'} (it is “${shown(name, present[name])}”).`)
  }
  const read = parsed.data
  const demo = options.demo ?? !read.DATABASE_URL
  if (read.DATABASE_URL && !read.MUSUBI_SECRET && !demo && !options.keyless) {
    throw new ConfigError(
      'MUSUBI_SECRET must be set when DATABASE_URL is: it protects the keys kept in the database. Any random text of 32 characters or more will do; keep it safe.',
    )
  }
  return {
    port: read.PORT,
    host: demo ? '127.0.0.1' : (read.HOST ?? '127.0.0.1'),
    origin: (read.MUSUBI_ORIGIN ?? `http://localhost:${read.PORT}`).replace(/\/$/, ''),
    dataDirectory: resolve(read.MUSUBI_DATA),
    databaseUrl: read.DATABASE_URL,
    smtpUrl: read.SMTP_URL,
    mailFrom: read.MUSUBI_MAIL_FROM,
    timestampUrl: read.MUSUBI_TIMESTAMP_URL,
    timestampRoots: read.MUSUBI_TIMESTAMP_ROOTS,
    secret: read.MUSUBI_SECRET,
    logLevel: read.MUSUBI_LOG,
    operator: read.MUSUBI_OPERATOR,
    liveOrigin: read.MUSUBI_LIVE_ORIGIN?.replace(/\/$/, ''),
    livePort: read.MUSUBI_LIVE_PORT,
    viewersPerAddress: read.MUSUBI_VIEWERS_PER_ADDRESS,
    zoom: zoomOf(read),
    mailIn: mailInOf(read),
    demo,
  }
}

function mailInOf(read: z.output<typeof environment>): Config['mailIn'] {
  const { MUSUBI_MAIL_IN: address, MUSUBI_MAIL_IN_DOMAIN: domain } = read
  if (!address && !domain) return undefined
  if (!address || !domain)
    throw new ConfigError('MUSUBI_MAIL_IN and MUSUBI_MAIL_IN_DOMAIN belong together: set both or neither.')
  const { hostname, port } = new URL(address)
  return { host: hostname || '127.0.0.1', port: Number(port || 25), domain: domain.toLowerCase() }
}

function zoomOf(read: z.output<typeof environment>): Config['zoom'] {
  const { ZOOM_ACCOUNT_ID: accountId, ZOOM_CLIENT_ID: clientId, ZOOM_CLIENT_SECRET: clientSecret } = read
  if (!accountId && !clientId && !clientSecret) return undefined
  if (!accountId || !clientId || !clientSecret)
    throw new ConfigError(
      'ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID and ZOOM_CLIENT_SECRET belong together: set all three or none.',
    )
  return { accountId, clientId, clientSecret, webhookSecret: read.ZOOM_WEBHOOK_SECRET, host: read.ZOOM_HOST }
}

/** Addresses may hold passwords: never print those back. */
function shown(name: string, value: string | undefined): string {
  if (value === undefined) return ''
  return /URL|SECRET/.test(name)
    ? value.replace(/\/\/[^@]*@/, '//…@').slice(0, name.includes('SECRET') ? 0 : 80)
    : value
}
