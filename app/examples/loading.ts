import { admitPerson } from '../accounts/admitting.ts'
import { giveRole } from '../accounts/givingRoles.ts'
import type { Role, Scope } from '../accounts/scope.ts'
import { systemScope } from '../accounts/scope.ts'
import type { Content } from '../language/translated.ts'
import {
  registerAlliance,
  registerCluster,
  registerOrganisation,
  registerPerson,
} from '../organisations/registering.ts'
import type { ProfileText } from '../organisations/profileText.ts'
import type { Services } from '../web/env.ts'
import type { Example } from './reading.ts'
import type { Sourced } from './sourced.ts'

/** The ids that the verbs gave to what the example names by slug. */
export type Loaded = {
  organisations: Map<string, string>
  clusters: Map<string, string>
  alliances: Map<string, string>
  /** Demonstration people by slug; real people never get an account. */
  people: Map<string, string>
}

/** Translations are marked as what they are: whose they are, and what they were made from. */
const content = ({ original, text, translation }: Sourced, imported: Date): ProfileText => {
  if (!translation) return { original, text }
  const made = { from: 1, by: null, at: imported.toISOString(), credit: translation.by }
  const translations = Object.fromEntries(translation.locales.map((locale) => [locale, made]))
  return { original, text, revision: 1, translations }
}

/** Enters an example through the same verbs that the screens use, as the operator would. */
export async function loadExample(services: Services, example: Example): Promise<Loaded> {
  const operator = systemScope('command-line')
  const loaded: Loaded = { organisations: new Map(), clusters: new Map(), alliances: new Map(), people: new Map() }
  await loadOrganisations(services, operator, example, loaded)
  await loadClusters(services, operator, example, loaded)
  await loadPeople(services, operator, example, loaded)
  return loaded
}

async function loadOrganisations(services: Services, operator: Scope, example: Example, loaded: Loaded): Promise<void> {
  const now = services.clock.now()
  for (const organisation of example.organisations) {
    const { seat, ...place } = organisation.notFromAnnouncement
    const entry = {
      slug: organisation.slug,
      kind: organisation.kind,
      country: organisation.country,
      name: content(organisation.name, now),
      ...(organisation.legalForm ? { legalForm: organisation.legalForm } : {}),
      seat: { original: 'en' as const, text: seat },
      ...place,
    }
    loaded.organisations.set(organisation.slug, done(await registerOrganisation(services, operator, entry)).id)
  }
  for (const { slug, kind, country, timeZone, name } of example.demonstrationOrganisations) {
    const entry = { slug, kind, country, timeZone, name: { original: 'en' as const, text: name } }
    loaded.organisations.set(slug, done(await registerOrganisation(services, operator, entry)).id)
  }
}

async function loadClusters(services: Services, operator: Scope, example: Example, loaded: Loaded): Promise<void> {
  const now = services.clock.now()
  for (const cluster of example.clusters) {
    const entry = {
      slug: cluster.slug,
      name: content(cluster.name, now),
      managingOrganisationId: found(loaded.organisations, cluster.managedBy),
      regions: content(cluster.regions, now),
      ...(cluster.description ? { description: content(cluster.description, now) } : {}),
      figures: cluster.figures.map(({ value, qualifier, scope, source, counted, named }) => ({
        value,
        qualifier,
        scope,
        source,
        counted: { original: 'en' as const, text: counted },
        asOf: example.asOf,
        citation: example.citation,
        ...(named ? { named } : {}),
      })),
    }
    loaded.clusters.set(cluster.slug, done(await registerCluster(services, operator, entry)).id)
  }
  const { alliance } = example
  const entry = {
    slug: alliance.slug,
    name: content(alliance.name, now),
    expansion: alliance.expansion.source,
    programme: alliance.programme.name.source,
    programmeExpansion: alliance.programme.expansion.source,
    purpose: content(alliance.purpose, now),
    clusterIds: alliance.members.map((slug) => found(loaded.clusters, slug)),
    coordinatorClusterId: found(loaded.clusters, alliance.notFromAnnouncement.coordinator),
  }
  loaded.alliances.set(alliance.slug, done(await registerAlliance(services, operator, entry)).id)
}

/** Only demonstration people: those of the announcement are facts, not users. */
async function loadPeople(services: Services, operator: Scope, example: Example, loaded: Loaded): Promise<void> {
  const acting: {
    slug: string
    role: Role
    organisation?: string | undefined
    name: Example['users'][number]['name']
    address: string
    locale: Example['users'][number]['locale']
    timeZone: string
    office?: Content
  }[] = [
    ...example.users,
    ...example.signatories.map(({ office, ...signatory }) => ({
      ...signatory,
      role: 'signatory' as const,
      office: { original: signatory.locale, text: office },
    })),
  ]
  for (const { slug, role, organisation, name, address, locale, timeZone, office } of acting) {
    const organisationId = organisation ? found(loaded.organisations, organisation) : null
    const offices = office && organisationId ? [{ organisationId, title: office }] : []
    const { id } = done(await registerPerson(services, operator, { name, address, locale, timeZone, offices }))
    done(await giveRole(services, operator, { personId: id, organisationId, role }))
    loaded.people.set(slug, id)
  }
}

/** Whom a demonstration acts as: exists only where the whole installation is one. */
export async function actAs(services: Services, loaded: Loaded, slug: string): Promise<Scope> {
  if (!services.config.demo) throw new Error('Acting for others exists in the demonstration alone.')
  const scope = await admitPerson(services.database.db, found(loaded.people, slug), {
    via: 'command-line',
    tokenScopes: null,
  })
  if (!scope) throw new Error(`${slug} cannot act.`)
  return scope
}

export function found(ids: Map<string, string>, slug: string): string {
  const id = ids.get(slug)
  if (!id) throw new Error(`The example names ${slug}, which was not loaded.`)
  return id
}

/** The example is ours: a refusal is a mistake in it, or in us. */
export function done<Outcome extends object>(outcome: Outcome): Exclude<Outcome, { refused: string }> {
  if ('refused' in outcome) throw new Error(`The example was refused: ${JSON.stringify(outcome)}`)
  return outcome as Exclude<Outcome, { refused: string }>
}

/** What an example that was loaded earlier was given as ids. */
export async function loadedOf(services: Services, example: Example): Promise<Loaded> {
  const { db } = services.database
  const bySlug = (rows: { slug: string; id: string }[]) => new Map(rows.map(({ slug, id }) => [slug, id]))
  const persons = await db.selectFrom('person').select(['id', 'address']).execute()
  const acting = [...example.users, ...example.signatories].flatMap(({ slug, address }) => {
    const person = persons.find((candidate) => candidate.address === address)
    return person ? [{ slug, id: person.id }] : []
  })
  return {
    organisations: bySlug(await db.selectFrom('organisation').select(['slug', 'id']).execute()),
    clusters: bySlug(await db.selectFrom('cluster').select(['slug', 'id']).execute()),
    alliances: bySlug(await db.selectFrom('alliance').select(['slug', 'id']).execute()),
    people: bySlug(acting),
  }
}
