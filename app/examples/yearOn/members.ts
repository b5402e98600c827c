import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { giveRole } from '../../accounts/givingRoles.ts'
import { systemScope } from '../../accounts/scope.ts'
import { locales } from '../../language/locales.ts'
import { lookForDuplicates } from '../../organisations/duplicates/looking.ts'
import { admitMember } from '../../organisations/members/admitting.ts'
import {
  euClasses,
  facilityKinds,
  japanClasses,
  organisationSizes,
  type PartContents,
  valueChainLinks,
  type Visibility,
  visibilities,
} from '../../organisations/members/profile.ts'
import { writePart } from '../../organisations/members/writing.ts'
import { registerPerson } from '../../organisations/registering.ts'
import { actAs, done, found } from '../loading.ts'
import type { Year } from './loading.ts'

/** In the member's own language, or in several. */
const seat = z.union([z.string(), z.partialRecord(z.enum(locales), z.string())])

const membersFile = z.strictObject({
  members: z.array(
    z.strictObject({
      slug: z.string(),
      name: z.string(),
      cluster: z.string(),
      country: z.string(),
      seat,
      kind: z.enum(['company', 'research-institute']),
      language: z.enum(locales),
      description: z.string(),
      size: z.enum(organisationSizes),
      founded: z.int(),
      products: z.array(
        z.strictObject({
          name: z.string(),
          emdn: z.array(z.string()),
          jmdn: z.array(z.string()),
          euClass: z.enum(euClasses).nullable(),
          japanClass: z.enum(japanClasses).nullable(),
          trl: z.int(),
        }),
      ),
      valueChain: z.array(z.enum(valueChainLinks)),
      certificates: z.array(
        z.strictObject({ kind: z.string(), scope: z.string(), body: z.string(), validUntil: z.string() }),
      ),
      served: z.array(z.string()),
      sought: z.array(z.string()),
      languages: z.array(z.string()),
      facilities: z.array(z.strictObject({ kind: z.enum(facilityKinds), description: z.string() })),
      person: z.strictObject({ family: z.string(), given: z.string(), office: z.string() }),
      visibility: z.enum(visibilities),
    }),
  ),
  /** Members entered a second time, as lists bring them. */
  again: z.array(
    z.strictObject({
      name: z.string(),
      cluster: z.string(),
      country: z.string(),
      seat: z.string(),
      language: z.enum(locales),
    }),
  ),
})

type Entry = z.output<typeof membersFile>['members'][number]

const ZONES: Record<string, string> = {
  JP: 'Asia/Tokyo',
  IT: 'Europe/Rome',
  BE: 'Europe/Brussels',
  DE: 'Europe/Berlin',
  FR: 'Europe/Paris',
}

/** The demonstration's members: invented, named as such, each with one person who acts for it. */
export async function loadMembers(year: Year): Promise<void> {
  const text = await readFile(join(year.root, 'examples/magia-kobe/demonstration-members.yaml'), 'utf8')
  const { members, again } = membersFile.parse(parse(text))
  for (const entry of members) await load(year, entry)
  for (const entry of again) await enterAgain(year, entry)
  await lookForDuplicates(year.services)
}

async function enterAgain({ services, loaded }: Year, entry: z.output<typeof membersFile>['again'][number]) {
  const text = (words: string) => ({ original: entry.language, text: { [entry.language]: words } })
  done(
    await admitMember(services, systemScope('command-line'), {
      clusterId: found(loaded.clusters, entry.cluster),
      name: text(entry.name),
      kind: 'company',
      country: entry.country,
      seat: text(entry.seat),
      timeZone: ZONES[entry.country],
      language: entry.language,
    }),
  )
}

async function load({ services, loaded }: Year, entry: Entry): Promise<void> {
  const operator = systemScope('command-line')
  const text = (words: string) => ({ original: entry.language, text: { [entry.language]: words } })
  const { organisationId } = done(
    await admitMember(services, operator, {
      clusterId: found(loaded.clusters, entry.cluster),
      slug: entry.slug,
      name: text(entry.name),
      kind: entry.kind,
      country: entry.country,
      seat: typeof entry.seat === 'string' ? text(entry.seat) : { original: entry.language, text: entry.seat },
      timeZone: ZONES[entry.country],
      language: entry.language,
    }),
  )
  loaded.organisations.set(entry.slug, organisationId)
  const { id } = done(
    await registerPerson(services, operator, {
      name: { label: { [entry.language]: `${entry.person.family} ${entry.person.given} (${entry.name})` } },
      address: `${entry.slug}@demo.example`,
      locale: entry.language,
      timeZone: ZONES[entry.country] ?? 'UTC',
      offices: [],
    }),
  )
  done(await giveRole(services, operator, { personId: id, organisationId, role: 'member' }))
  loaded.people.set(`${entry.slug}-member`, id)
  const scope = await actAs(services, loaded, `${entry.slug}-member`)
  const write = async <Group extends keyof PartContents>(
    group: Group,
    content: PartContents[Group],
    visibility: Visibility,
  ) => done(await writePart(services, scope, { organisationId, group, content, visibility }))
  const { visibility, size, founded, served, sought, languages, valueChain } = entry
  await write('about', { description: text(entry.description), size, founded }, 'public')
  const items = entry.products.map((product) => ({ ...product, name: text(product.name) }))
  await write('products', { items, valueChain }, visibility)
  const certificates = entry.certificates.map((one) => ({ ...one, scope: text(one.scope), number: null }))
  await write('certificates', { items: certificates }, visibility)
  await write('markets', { served, sought, languages }, 'public')
  const facilities = entry.facilities.map(({ kind, description }) => ({ kind, description: text(description) }))
  await write('facilities', { items: facilities }, 'partners')
  const order = entry.language === 'ja' ? ('family-first' as const) : ('given-first' as const)
  const { family, given, office } = entry.person
  const address = `${entry.slug}@demo.example`
  await write(
    'contacts',
    { people: [{ name: { order, native: { family, given } }, office: text(office), address, phone: null }] },
    'partners',
  )
}
