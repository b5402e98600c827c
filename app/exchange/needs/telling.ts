import type { Role } from '../../accounts/scope.ts'
import { dateText } from '../../language/dates.ts'
import { isLocale } from '../../language/locales.ts'
import { nameText } from '../../organisations/pages/profileText.tsx'
import { storedNameText } from '../../organisations/storedName.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { catalogues } from '../../platform/i18n/catalogue.ts'
import { composeMail } from '../../platform/mail/layout.ts'
import { queueMail } from '../../platform/mail/queue.ts'
import type { Services } from '../../web/env.ts'
import type { Need } from './finding.ts'
import type { NeedAct } from './tables.ts'

type Told = Pick<Need, 'id' | 'reference' | 'organisationId' | 'title' | 'enteredBy' | 'expiresOn'> & {
  cluster: { homeId: string }
}

type Step = { act: NeedAct; reason: string | null; byPerson: string | null }

/** Tells the reviewers what waits for them, and those who keep a need how it went. Nobody is told of their own act. */
export async function tellOfStep(services: Services, tx: Tx, need: Told, step: Step): Promise<void> {
  const { act, reason, byPerson } = step
  if (act !== 'submitted' && act !== 'published' && act !== 'returned') return
  const told =
    act === 'submitted'
      ? await peopleWith(tx, need.cluster.homeId, ['coordinator', 'manager'])
      : await keepersOf(tx, need)
  await write(
    services,
    tx,
    need,
    act,
    reason,
    told.filter(({ id }) => id !== byPerson),
  )
}

/** Tells those who keep a need that its last day comes. */
export const tellOfExpiry = async (services: Services, tx: Tx, need: Told): Promise<void> =>
  write(services, tx, need, 'expiring', null, await keepersOf(tx, need))

type Person = Awaited<ReturnType<typeof peopleWith>>[number]

async function write(
  services: Services,
  tx: Tx,
  need: Told,
  kind: 'submitted' | 'published' | 'returned' | 'expiring',
  reason: string | null,
  people: Person[],
): Promise<void> {
  for (const person of people) {
    if (!person.address) continue
    const locale = isLocale(person.locale) ? person.locale : 'en'
    const t = catalogues[locale].needs.mails
    const facts = { title: nameText(need.title, locale), date: dateText(locale, need.expiresOn) }
    const name = storedNameText(person.name, locale)
    await queueMail(tx, services.jobs.enqueue, {
      to: { name, address: person.address },
      locale,
      kind: `need-${kind}`,
      subject: t[kind].subject(facts),
      about: { kind: 'need', id: need.id },
      ...composeMail({
        locale,
        greeting: t.greeting({ name }),
        paragraphs: [t[kind].body(facts), ...(reason ? [t.reason, reason] : [])],
        action: { label: t.action, href: `${services.config.origin}/${locale}/needs/${need.reference}` },
        footer: t.footer({ reference: need.reference }),
      }),
    })
  }
}

/** The member's own people; where it has none, those of its home. */
async function keepersOf(tx: Tx, need: Told): Promise<Person[]> {
  const own = await peopleWith(tx, need.organisationId, ['member', 'manager', 'coordinator'])
  return own.length > 0 ? own : peopleWith(tx, need.cluster.homeId, ['coordinator', 'manager'])
}

const peopleWith = (tx: Tx, organisationId: string, roles: Role[]) =>
  tx
    .selectFrom('person')
    .select(['id', 'name', 'address', 'locale'])
    .where('erased_at', 'is', null)
    .where('id', 'in', (held) =>
      held
        .selectFrom('role_assignment')
        .select('person_id')
        .where('organisation_id', '=', organisationId)
        .where('role', 'in', roles)
        .where('ended_at', 'is', null),
    )
    .orderBy('id')
    .execute()
