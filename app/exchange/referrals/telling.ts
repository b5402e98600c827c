import { pick } from '../../language/translated.ts'
import { type Catalogue, catalogues } from '../../platform/i18n/catalogue.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { composeMail } from '../../platform/mail/layout.ts'
import { queueMail } from '../../platform/mail/queue.ts'
import type { Services } from '../../web/env.ts'
import type { Referral } from './loading.ts'
import { companyRoles, officeRoles } from './policy.ts'
import { type Addressee, peopleWith } from './responsible.ts'
import { type Act, isOpen, type Standing } from './standing.ts'

type Kind = keyof Catalogue['referrals']['mails']['kinds']

/**
 * Tells whoever has the turn now, and with an answer everybody who took part: nobody is left without one. Mails name neither company, only
 * the matter; names stand behind the sign-in, as far as they are open.
 */
export async function tellNext(
  services: Services,
  tx: Tx,
  referral: Referral,
  act: Act,
  before: Standing | null = null,
): Promise<void> {
  const { stage, companyId } = referral.standing
  const turnGoesOn = before !== null && before.stage === stage && before.companyId === companyId
  if (act === 'consent-withdrawn') {
    await send(services, tx, referral, 'consent-withdrawn', await thoseWhoKnewTheName(tx, referral))
    if (turnGoesOn) return
  }
  // Who is to answer knows already; that somebody else agreed to be named changes nothing for them.
  if (act === 'consented' && turnGoesOn) return
  if (act === 'passed-to' && before?.stage === 'company' && before.companyId)
    await send(services, tx, referral, 'passed-over', await peopleWith(tx, before.companyId, companyRoles))
  const kind = act === 'reminded' || act === 'escalated' ? act : isOpen(stage) ? 'turn' : stage
  await send(
    services,
    tx,
    referral,
    kind,
    isOpen(stage) ? await whoseTurn(tx, referral) : await everybody(tx, referral),
  )
}

async function send(
  services: Services,
  tx: Tx,
  referral: Referral,
  kind: Kind,
  people: readonly Addressee[],
): Promise<void> {
  const told = new Set<string>()
  // Who was passed over has no such referral any more.
  const page = kind === 'passed-over' ? 'referrals' : `referrals/${referral.reference}`
  for (const person of people) {
    if (!person.address || told.has(person.personId)) continue
    told.add(person.personId)
    const t = catalogues[person.locale].referrals.mails
    const facts = { subject: pick(referral.subject.text, person.locale, referral.subject.original)?.text ?? '' }
    await queueMail(tx, services.jobs.enqueue, {
      to: { name: person.name, address: person.address },
      locale: person.locale,
      kind: 'referral',
      subject: t.kinds[kind].subject(facts),
      ...composeMail({
        locale: person.locale,
        greeting: t.greeting({ name: person.name }),
        paragraphs: [t.kinds[kind].body(facts)],
        action: { label: t.action, href: `${services.config.origin}/${person.locale}/${page}` },
        footer: t.footer({ reference: referral.reference }),
      }),
    })
  }
}

/** With an introduction everybody; before it the offices alone, for to the other company no name was open. */
async function thoseWhoKnewTheName(tx: Tx, referral: Referral): Promise<Addressee[]> {
  if (!isOpen(referral.standing.stage)) return everybody(tx, referral)
  const home = await peopleWith(tx, referral.homeOfficeId, officeRoles)
  if (!referral.standing.isAbroad) return home
  return [...home, ...(await peopleWith(tx, referral.partnerOfficeId, officeRoles))]
}

async function whoseTurn(tx: Tx, { last, homeOfficeId, partnerOfficeId }: Referral): Promise<Addressee[]> {
  if (!last.responsible) return []
  const { organisationId, personId } = last.responsible
  const isOffice = [homeOfficeId, partnerOfficeId].includes(organisationId)
  const people = await peopleWith(tx, organisationId, isOffice ? officeRoles : companyRoles)
  const named = people.filter((person) => person.personId === personId)
  return named.length > 0 ? named : people
}

/** Both offices, the asking company, and the company that has it. */
async function everybody(tx: Tx, referral: Referral): Promise<Addressee[]> {
  const { companyId, isAbroad } = referral.standing
  const asking = await peopleWith(tx, referral.fromOrganisationId, companyRoles)
  const home = await peopleWith(tx, referral.homeOfficeId, officeRoles)
  if (!isAbroad) return [...asking, ...home]
  const partner = await peopleWith(tx, referral.partnerOfficeId, officeRoles)
  const company = companyId ? await peopleWith(tx, companyId, companyRoles) : []
  return [...asking, ...home, ...partner, ...company]
}
