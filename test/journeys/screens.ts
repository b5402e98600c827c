import { admitPerson } from '../../app/accounts/admitting.ts'
import { startSession } from '../../app/accounts/session.ts'
import { proposeChange } from '../../app/agreements/proposing.ts'
import { reviseClause } from '../../app/agreements/revising.ts'
import { prepareAfternoon } from '../../app/examples/afternoon/preparing.ts'
import { runAfternoon } from '../../app/examples/afternoon/running.ts'
import { beginReplay } from '../../app/ceremonies/replaying.ts'
import { actAs, done, loadedOf } from '../../app/examples/loading.ts'
import { readExample } from '../../app/examples/reading.ts'
import { approveForAll, draftModel, nameSignatories, read, userOf } from '../../app/examples/signing.ts'
import { root } from '../../app/main.ts'
import { mailById, outboxOf } from '../../app/platform/mail/outbox.ts'
import { transaction } from '../../app/platform/db/transaction.ts'
import type { Services } from '../../app/web/env.ts'
import { prepareAfter } from './afterScreens.ts'
import type { OpenMusubi } from './musubi.ts'

/** A screen to look at: its address below the language, and the address of whoever looks, if they are signed in. */
export type Screen = { name: string; path: string; as?: string }

const people = {
  operator: 'operator@demo.example',
  manager: 'manager.fbri@demo.example',
  coordinator: 'coordinator.fbri@demo.example',
  partner: 'coordinator.lyonbiopole@demo.example',
  first: 'signatory.biopmed@demo.example',
  host: 'signatory.fbri@demo.example',
  nobody: 'member@demo.example',
}

/** Every screen, in the demonstration with a third agreement that is still being negotiated. */
export async function prepareScreens(musubi: OpenMusubi): Promise<Screen[]> {
  const { services } = musubi
  const { db } = services.database
  // Those in the register were signed elsewhere.
  const [signed, waiting] = await db
    .selectFrom('agreement')
    .select(['id', 'reference'])
    .where('template', '=', 'mou')
    .orderBy('created_at')
    .execute()
  if (!signed || !waiting) throw new Error('The demonstration has two agreements.')
  const { draft, proposal, clause } = await negotiate(services)
  const ceremony = await prepareCeremony(musubi)
  const after = await prepareAfter(services, people.coordinator, await scopeOf(services, people.coordinator))
  const mails = await outboxOf(db, { address: people.first })
  const mail = mails.find(({ kind }) => kind === 'signing-invitation')
  const stored = mail && (await mailById(db, mail.id))
  const link = /signing\/([\w-]+)/.exec(stored?.text ?? '')?.[1] ?? ''
  const own = (address: string, below: Record<string, string>): Screen[] =>
    Object.entries(below).map(([name, path]) => ({ name, path, as: address }))
  return [
    ...Object.entries({
      home: '',
      about: '/about',
      organisations: '/organisations',
      alliance: '/alliances/magia',
      cluster: '/clusters/life-science-nord',
      'cluster-kobe': '/clusters/kobe-biomedical-innovation-cluster',
      organisation: '/organisations/fbri-kobe',
      agreements: '/agreements',
      agreement: `/agreements/${signed.reference}`,
      verify: '/verify',
      'verify-result': `/verify/${signed.reference}`,
      'verify-unknown': '/verify?reference=nothing',
      'sign-in': '/sign-in',
      'sign-in-sent': '/sign-in/sent',
      'sign-in-refused': '/sign-in/nonsense',
      'signing-link': `/signing/${link}`,
      'signing-refused': '/signing/nonsense',
      demo: '/demo',
      'not-found': '/nowhere',
      styleguide: '/styleguide',
      status: '/status',
      events: '/events?when=past',
      event: '/events/magia-kobe-signing',
      ceremony,
      stage: `${ceremony}/stage`,
      'stage-dark': `${ceremony}/stage?theme=dark`,
      'ceremony-press': `${ceremony}/press`,
      releases: '/releases',
      'release-announcement': '/releases/magia-kobe-signing-announcement',
      directory: '/directory?q=%E5%86%85%E8%A6%96%E9%8F%A1',
      member: '/members/demo-dispositivi',
      needs: '/needs',
      codes: '/codes',
      replay: '/replay',
      api: '/api',
    }).map(([name, path]) => ({ name, path })),
    ...own(people.coordinator, {
      'own-today': '/today',
      'own-cues': `${ceremony}/cues`,
      'own-plan': `${ceremony}/plan`,
      'own-event': `${ceremony.replace('/ceremonies/', '/events/')}/workspace`,
      'own-access': `${ceremony.replace('/ceremonies/', '/events/')}/access`,
      'own-accreditations': `${ceremony.replace('/ceremonies/', '/events/')}/accreditations`,
      'own-account': '/account',
      'own-agreements': '/agreements',
      'own-signing': `/agreements/${waiting.reference}`,
      'own-in-force': `/agreements/${signed.reference}`,
      'own-life': `/agreements/${signed.reference}/life`,
      'own-register': '/register/fbri-kobe',
      'own-members': '/clusters/kobe-biomedical-innovation-cluster/members',
      'own-imports': '/imports/kobe-biomedical-innovation-cluster',
      'own-duplicates': '/duplicates/kobe-biomedical-innovation-cluster',
      'own-checks': '/members/demo-catheter/checks',
      'own-consents': '/members/demo-catheter/consents',
      'own-erasure': '/account/erasure',
      'own-review': `/agreements/${signed.reference}/review`,
      'own-referrals': '/referrals',
      'own-report': '/reports/fbri-kobe',
      'own-handover': '/handover/fbri-kobe',
      'own-draft': `/agreements/${draft}`,
      'own-clause': `/agreements/${draft}/clauses/${clause}`,
      'own-clause-new': `/agreements/${draft}/clauses/new`,
      'own-clause-removal': `/agreements/${draft}/clauses/${clause}/removal`,
      'own-proposing': `/agreements/${draft}/clauses/${clause}/proposal`,
      'own-proposal': `/agreements/${draft}/proposals/${proposal}`,
      'own-signatories': `/agreements/${draft}/signatories`,
      'own-signatory': `/agreements/${draft}/signatories/fbri-kobe`,
      'own-publication': `/agreements/${signed.reference}/publication`,
      'own-choice': '/agreements/new',
      'own-drafting': '/agreements/new?template=mou&first=ja&second=en',
      'own-outbox': '/outbox',
      'own-mail': `/outbox/${mail?.id ?? ''}`,
    }),
    ...own(people.manager, {
      'manager-today': '/today',
      'manager-approval': `/agreements/${draft}/approval`,
      'manager-people': '/organisations/fbri-kobe/people',
      'manager-organisation': '/organisations/fbri-kobe',
      'manager-organisation-edit': '/organisations/fbri-kobe/edit',
    }),
    ...own(people.first, { 'signatory-today': '/today', 'signatory-sign': `/agreements/${waiting.reference}/sign` }),
    ...own(people.host, { 'host-signed': `/agreements/${signed.reference}/sign` }),
    ...own(people.nobody, { 'nobody-today': '/today', 'nobody-agreements': '/agreements' }),
    ...after,
    ...own(people.operator, { 'operator-today': '/today', operators: '/operators' }),
  ]
}

/** A cookie that signs somebody in. */
export async function sessionOf(services: Services, address: string): Promise<string> {
  const { db } = services.database
  const person = await db.selectFrom('person').select('id').where('address', '=', address).executeTakeFirstOrThrow()
  const session = { personId: person.id, method: 'demonstration' as const, device: '' }
  return transaction(db, (tx) => startSession(tx, session, services.clock.now()))
}

/** The afternoon as far as its photograph: all have signed, the knot is tied, questions wait. @returns the ceremony's address. */
export async function prepareCeremony({ services }: OpenMusubi): Promise<string> {
  const prepared = await prepareAfternoon(services, root)
  const ending = new AbortController()
  const host = await actAs(
    services,
    prepared.loaded,
    userOf(prepared.example, 'coordinator', prepared.example.agreement.lead),
  )
  const from = new Date('2022-03-22T08:21:00Z')
  done(await beginReplay(services, host, prepared.planned.eventId, { from, speed: 1, began: services.clock.now() }))
  const photograph = prepared.afternoon.stages.findIndex(({ kind }) => kind === 'photo')
  await runAfternoon(
    { services, today: services, ...prepared },
    {
      speed: 1,
      // Nothing is waited for: each act is done at once, by a clock set to its time.
      liveFrom: new Date('2100-01-01'),
      signal: ending.signal,
      report: (act) => void (act.kind === 'stage' && act.index === photograph && ending.abort()),
    },
  )
  return `/ceremonies/${prepared.planned.slug}`
}

/** A memorandum of its own that waits for its five signatures. */
export async function prepareForSigning({ services, work }: OpenMusubi): Promise<{ id: string; reference: string }> {
  const example = await readExample(root)
  const loaded = await loadedOf(services, example)
  const id = await draftModel(services, example, loaded)
  await nameSignatories(services, example, loaded, id)
  await approveForAll(services, example, loaded, id)
  await work()
  return { id, reference: (await read(services, id)).reference }
}

/** A draft with a clause rewritten in one language only, a proposal that is open, and signatories. */
async function negotiate(services: Services): Promise<{ draft: string; proposal: string; clause: string }> {
  const example = await readExample(root)
  const loaded = await loadedOf(services, example)
  const id = await draftModel(services, example, loaded)
  await nameSignatories(services, example, loaded, id)
  const { reference, clauses } = await read(services, id)
  const [, clause] = clauses
  const { en } = clause?.texts ?? {}
  if (!clause || !en) throw new Error('The model has clauses in English.')
  const wording = {
    language: 'en' as const,
    heading: en.heading,
    body: `${en.body} The parties tell each other in time.`,
  }
  const basedOn = { en: en.revision }
  const proposal = done(
    await proposeChange(services, await scopeOf(services, people.partner), id, {
      organisationId: loaded.organisations.get('lyonbiopole') ?? '',
      clauseId: clause.id,
      wordings: [wording],
      basedOn,
      reason: 'Our members plan a year ahead.',
    }),
  )
  const third = clauses[2]
  const japanese = third?.texts.ja
  if (!third || !japanese) throw new Error('The model has clauses in Japanese.')
  const heading = {
    language: 'ja' as const,
    heading: japanese.heading,
    body: `${japanese.body}なお、費用は各自が負担する。`,
  }
  done(
    await reviseClause(services, await scopeOf(services, people.coordinator), id, {
      clauseId: third.id,
      wordings: [heading],
      basedOn: { ja: japanese.revision },
      inStep: false,
    }),
  )
  return { draft: reference, proposal: proposal.proposalId, clause: clause.id }
}

async function scopeOf(services: Services, address: string) {
  const { db } = services.database
  const person = await db.selectFrom('person').select('id').where('address', '=', address).executeTakeFirstOrThrow()
  const scope = await admitPerson(db, person.id, { via: 'command-line', tokenScopes: null })
  if (!scope) throw new Error(`${address} cannot act.`)
  return scope
}
