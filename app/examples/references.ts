import type { Example } from './reading.ts'

/** Slugs that point nowhere or stand twice, each as `file: field: finding`. */
export function findBrokenReferences(example: Example): string[] {
  const organisations = new Set(example.organisations.map(({ slug }) => slug))
  const acting = new Set([...organisations, ...example.demonstrationOrganisations.map(({ slug }) => slug)])
  const clusters = new Set(example.clusters.map(({ slug }) => slug))
  const people = new Set(example.people.map(({ slug }) => slug))
  const alliances = new Set([example.alliance.slug])
  const { agreement, alliance, ceremony, signatories } = example
  const parties = new Set(agreement.parties.map(({ organisation }) => organisation))
  return [
    ...missing(
      'organisations.yaml: clusters',
      'managedBy',
      organisations,
      example.clusters.map(({ managedBy }) => managedBy),
    ),
    ...missing('alliance.yaml', 'members', clusters, [...alliance.members, alliance.notFromAnnouncement.coordinator]),
    ...missing(
      'people.yaml: people',
      'organisation',
      organisations,
      example.people.map(({ organisation }) => organisation),
    ),
    ...missing('ceremony.yaml', 'attendees', people, ceremony.attendees),
    ...missing('ceremony.yaml', 'press.contact.people', people, ceremony.press.contact.people),
    ...missing('agreement.yaml: parties', 'organisation', organisations, [...parties]),
    ...missing(
      'agreement.yaml: parties',
      'alliance',
      alliances,
      present(agreement.parties.map((party) => party.alliance)),
    ),
    ...missing('agreement.yaml', 'lead', parties, [agreement.lead]),
    ...missing(
      'demonstration-signatories.yaml: signatories',
      'organisation',
      parties,
      signatories.map(({ organisation }) => organisation),
    ),
    ...missing(
      'demonstration-users.yaml: users',
      'organisation',
      acting,
      present(example.users.map(({ organisation }) => organisation)),
    ),
    ...missing(
      'demonstration-users.yaml: organisations',
      'memberOf',
      clusters,
      present(example.demonstrationOrganisations.map(({ memberOf }) => memberOf)),
    ),
    ...twice(
      'organisations.yaml: organisations',
      [...example.organisations, ...example.demonstrationOrganisations].map(({ slug }) => slug),
    ),
    ...twice(
      'organisations.yaml: clusters',
      example.clusters.map(({ slug }) => slug),
    ),
    ...twice(
      'people.yaml: people',
      example.people.map(({ slug }) => slug),
    ),
    ...twice(
      'agreement.yaml: clauses',
      agreement.clauses.map(({ slug }) => slug),
    ),
    ...twice(
      'slips.yaml: slips',
      example.slips.map(({ slug }) => slug),
    ),
    ...twice(
      'demonstration-*.yaml: address',
      [...signatories, ...example.users].map(({ address }) => address),
    ),
    ...twice(
      'demonstration-signatories.yaml: displayOrder',
      signatories.map(({ displayOrder }) => String(displayOrder)),
    ),
    ...twice(
      'demonstration-signatories.yaml: signingOrder',
      signatories.map(({ signingOrder }) => String(signingOrder)),
    ),
  ]
}

const missing = (where: string, field: string, known: ReadonlySet<string>, named: readonly string[]): string[] =>
  named.filter((slug) => !known.has(slug)).map((slug) => `${where}: ${field}: there is no ${slug}`)

const twice = (where: string, named: readonly string[]): string[] =>
  named.filter((slug, index) => named.indexOf(slug) !== index).map((slug) => `${where}: ${slug} stands twice`)

const present = (slugs: readonly (string | undefined)[]): string[] => slugs.filter((slug) => slug !== undefined)
