import { pick } from '../../language/translated.ts'
import { catalogues } from '../../platform/i18n/catalogue.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { composeMail } from '../../platform/mail/layout.ts'
import { queueMail } from '../../platform/mail/queue.ts'
import type { Services } from '../../web/env.ts'
import type { Referral } from './loading.ts'
import { companyRoles, officeRoles } from './policy.ts'
import { type Addressee, peopleWith } from './responsible.ts'
import { type Act, isOpen } from './standing.ts'

/**
 * Tells whoever has the turn now, and with an answer everybody who took part: nobody is left without one. Mails name neither company, only
 * the matter; names stand behind the sign-in, as far as they are open.
 */
export async function tellNext(services: Services, tx: Tx, referral: Referral, act: Act): Promise<void> {
  const { stage } = referral.standing
  const kind = act === 'reminded' || act === 'escalated' ? act : isOpen(stage) ? 'turn' : stage
  const people = isOpen(stage) ? await whoseTurn(tx, referral) : await everybody(tx, referral)
  const told = new Set<string>()
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
        action: {
          label: t.action,
          href: `${services.config.origin}/${person.locale}/referrals/${referral.reference}`,
        },
        footer: t.footer({ reference: referral.reference }),
      }),
    })
  }
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
