import type { Scope } from '../../app/accounts/scope.ts'
import { renewAddress } from '../../app/exchange/contacts/mailIn/steering.ts'
import { takeMail } from '../../app/exchange/contacts/mailIn/taking.ts'
import { askFollowUps } from '../../app/impact/asking.ts'
import { fieldGroups } from '../../app/organisations/members/profile.ts'
import { messyList } from '../../app/organisations/import/testing/workbook.ts'
import { uploadList } from '../../app/organisations/import/uploading.ts'
import { listCluster } from '../../app/organisations/lists.ts'
import { sendRequest } from '../../app/organisations/members/checks/asking.ts'
import type { Db } from '../../app/platform/db/tables.ts'
import { transaction } from '../../app/platform/db/transaction.ts'
import { outboxOf, mailById } from '../../app/platform/mail/outbox.ts'
import type { Services } from '../../app/web/env.ts'
import type { Screen } from './screens.ts'

const cluster = 'kobe-biomedical-innovation-cluster'
const office = 'fbri-kobe'
const company = 'demo-catheter'
const partner = 'coordinator.lyonbiopole@demo.example'
const registrar = 'coordinator.biopmed@demo.example'
const newcomer = 'coordinator.biowin@demo.example'

/** The screens of the days after the signature, for whoever keeps things there, with one state of each that is worth a look. */
export async function prepareAfter(services: Services, coordinator: string, scope: Scope): Promise<Screen[]> {
  const { db } = services.database
  const own = (as: string, below: Record<string, string>): Screen[] =>
    Object.entries(below).map(([name, path]) => ({ name: `after-${name}`, path, as }))
  const organisation = await idOf(db, office)
  await receiveMail(services, scope, organisation)
  const referrals = await db.selectFrom('referral').select('reference').orderBy('id').execute()
  const { reference: need } = await db
    .selectFrom('need')
    .select('reference')
    .where('organisation_id', '=', await idOf(db, company))
    .orderBy('id')
    .executeTakeFirstOrThrow()
  const met = await db
    .selectFrom('introduction_meeting')
    .innerJoin('referral', 'referral.id', 'introduction_meeting.referral_id')
    .select('referral.reference')
    .executeTakeFirstOrThrow()
  const agreement = await lastingAgreement(db)
  const undertakings = await db
    .selectFrom('undertaking')
    .leftJoin('undertaking_evidence', 'undertaking_evidence.undertaking_id', 'undertaking.id')
    .select(['undertaking.id', 'undertaking_evidence.id as evidence'])
    .execute()
  const shown = undertakings.find(({ evidence }) => evidence) ?? undertakings[0]
  const elsewhere = await db
    .selectFrom('agreement_registration')
    .innerJoin('agreement', 'agreement.id', 'agreement_id')
    .select('reference')
    .orderBy('agreement.created_at')
    .executeTakeFirstOrThrow()
  const upload = await uploadedList(services, scope)
  const check = await askedMember(services, organisation)
  await askInSpring(services)
  const followUp = await addressIn(db, 'follow-up', /follow-ups\/[\w-]+/)
  return [
    ...own(coordinator, {
      undertaking: `/agreements/${agreement}/undertakings/${shown?.id ?? ''}`,
      'register-new': `/register/${office}/new`,
      'import-preview': `/imports/${cluster}/${upload}`,
      member: `/members/${company}`,
      'member-edit': `/members/${company}/edit`,
      ...Object.fromEntries(fieldGroups.map((group) => [`member-edit-${group}`, `/members/${company}/edit/${group}`])),
      logo: `/members/${company}/logo`,
      'directory-nothing': '/directory?q=zzzz',
      'directory-all': '/directory',
      searches: '/directory/searches',
      'codes-found': '/codes?q=%E5%86%85%E8%A6%96%E9%8F%A1',
      need: `/needs/${need}`,
      'need-edit': `/needs/${need}/edit`,
      'needs-kept': '/needs/kept',
      'need-new': '/needs/new',
      'referral-new': '/referrals/new',
      ...Object.fromEntries(referrals.map(({ reference }, at) => [`referral-${at}`, `/referrals/${reference}`])),
      outcomes: `/outcomes/${met.reference}`,
      contacts: `/contacts/${office}`,
      'mail-in': `/contacts/${office}/mail`,
      'report-drill': `/reports/${office}/outcomes`,
      'report-year': `/reports/${office}?from=2026-01-01&until=2026-12-31`,
      refused: `/handover/lyonbiopole`,
    }),
    ...own(partner, {
      'register-magia': '/register/lyonbiopole',
      'partner-member': `/members/${company}`,
      'partner-today': '/today',
    }),
    // Whoever entered it may correct it.
    ...own(registrar, {
      elsewhere: `/agreements/${elsewhere.reference}`,
      'elsewhere-edit': `/agreements/${elsewhere.reference}/registration`,
    }),
    // An office on whose desk little lies.
    ...own(newcomer, {
      'empty-members': '/clusters/biowin/members',
      'empty-imports': '/imports/biowin',
      'empty-duplicates': '/duplicates/biowin',
      'empty-contacts': '/contacts/biowin',
      'empty-report': '/reports/biowin?from=2020-01-01&until=2020-12-31',
      'empty-handover': '/handover/biowin',
      'empty-searches': '/directory/searches',
    }),
    ...own(`${company}@demo.example`, {
      'company-today': '/today',
      'company-profile': `/members/${company}/edit`,
      'company-needs': '/needs/kept',
      'company-referrals': '/referrals',
    }),
    { name: 'after-follow-up', path: `/${followUp}` },
    { name: 'after-profile-check', path: `/${check}` },
    { name: 'after-follow-up-unknown', path: '/follow-ups/nonsense' },
  ]
}

const idOf = async (db: Db, slug: string) =>
  (await db.selectFrom('organisation').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()).id

/** The reference of the agreement whose undertakings are being kept. */
const lastingAgreement = async (db: Db) =>
  (
    await db
      .selectFrom('undertaking')
      .innerJoin('agreement', 'agreement.id', 'agreement_id')
      .select('reference')
      .executeTakeFirstOrThrow()
  ).reference

/** A list read and not yet applied. */
async function uploadedList(services: Services, scope: Scope): Promise<string> {
  const list = await listCluster(services.database.db, scope, cluster)
  if (!list) throw new Error('The coordinator keeps a list.')
  const upload = { fileName: '会員名簿.xlsx', bytes: messyList('試'), language: 'ja' as const }
  const uploaded = await uploadList(services, scope, list, upload)
  if ('refused' in uploaded) throw new Error(uploaded.refused)
  return uploaded.id
}

/** The address under which a member looks through its own profile. */
async function askedMember(services: Services, askedFor: string): Promise<string> {
  const { db } = services.database
  const organisationId = await idOf(db, company)
  const asked = { organisationId, address: `${company}@demo.example`, askedFor, askedBy: null }
  await transaction(db, (tx) => sendRequest(services, tx, asked, services.clock.now()))
  return addressIn(db, 'profile-check', /profile-checks\/[\w-]+/)
}

/** The questions that fall due in the months to come: the newest one is still open. */
async function askInSpring(services: Services): Promise<void> {
  const { clock } = services
  services.clock = { now: () => new Date(clock.now().getTime() + 120 * 24 * 60 * 60 * 1000) }
  try {
    await askFollowUps(services)
  } finally {
    services.clock = clock
  }
}

/** A mail forwarded to the office, waiting to be entered. */
async function receiveMail(services: Services, scope: Scope, organisation: string): Promise<void> {
  services.config.mailIn = { host: '127.0.0.1', port: 0, domain: 'in.musubi.example' }
  await renewAddress(services, scope, organisation)
  const mail = [
    'From: Demonstration <demo@elsewhere.example>',
    'To: coordinator.fbri@demo.example',
    'Subject: =?UTF-8?B?44Kr44OG44O844OG44Or44Gu6Kmm5L2c44Gr44Gk44GE44Gm?=',
    'Date: Fri, 20 Nov 2026 09:00:00 +0900',
    'Message-ID: <screen@elsewhere.example>',
    'Content-Type: text/plain; charset=utf-8',
    '',
    '来週お電話できますでしょうか。',
  ].join('\r\n')
  await takeMail(services, organisation, Buffer.from(mail))
}

/** What the newest mail of a kind leads to. */
async function addressIn(db: Db, kind: string, address: RegExp): Promise<string> {
  for (const { id } of (await outboxOf(db, { limit: 1000 })).filter((mail) => mail.kind === kind)) {
    const found = address.exec((await mailById(db, id))?.text ?? '')?.[0]
    if (found) return found
  }
  throw new Error(`No mail of the kind ${kind}`)
}
