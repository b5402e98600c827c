import type { Content, Translated } from '../language/translated.ts'
import type {
  ReleaseAttendee,
  ReleaseFigure,
  ReleaseOrganisation,
  ReleaseRecord,
  ReleaseSlip,
} from '../press/record.ts'
import type { Example, ExampleCluster, ExamplePerson } from './reading.ts'
import type { ExampleRelease } from './release.ts'

/** The facts of the announcement as a release states them: the source's slips mended where it can be done without asking, and listed. */
export function recordOfAnnouncement(example: Example, release: ExampleRelease): ReleaseRecord {
  const { alliance, ceremony, people } = example
  const president = people.find(({ appearsAs }) => appearsAs === 'president')
  const issuer = president && organisationOf(example, president)
  if (!president || !issuer) throw new Error('the announcement has no issuer')
  const { begins, ends } = ceremony.time
  return {
    issuedOn: example.asOf,
    title: content(ceremony.title),
    subtitle: content(ceremony.subtitle),
    issuer: {
      organisation: content(issuer.name),
      head: president.office ? { office: content(president.office), name: president.name } : null,
    },
    lead: release.lead.map(content),
    event: {
      begins,
      ends,
      zone: ceremony.zone,
      place: release.place,
      zones: release.zones,
      venue: content(release.venue),
      attendees: ceremony.attendees
        .flatMap((slug) => people.filter((person) => person.slug === slug))
        .map(attendee(example)),
    },
    alliance: {
      name: alliance.name.source,
      expansion: alliance.expansion.source,
      programme: alliance.programme.name.source,
      programmeExpansion: alliance.programme.expansion.source,
      programmeOf: content(release.programmeOf),
      description: content(alliance.description),
      purpose: content(alliance.purpose),
      members: membersOf(example).map((cluster) => ({
        organisation: content(cluster.name),
        country: countryOf(example, cluster),
        regions: content(cluster.regions),
      })),
    },
    organisations: membersOf(example).map((cluster) => organisation(example, release, cluster)),
    press: {
      rules: ceremony.press.rules.map(({ text }) => asSentence(content(text))),
      deadline: { instant: ceremony.press.registration.deadline.instant, zone: ceremony.zone },
      contact: contactOf(example, president),
    },
    marks: ceremony.marks.map(content),
    slips: example.slips.map(({ slug, source, suggestion, why }) => slipOf(release, slug, source, suggestion, why)),
    demonstration: true,
  }
}

const content = ({ original, text }: Content): Content => ({ original, text })

/** A clause that the source goes on from (…設けますので) stands by itself here. */
const asSentence = ({ original, text }: Content): Content => {
  const { ja } = text
  return { original, text: ja === undefined || ja.endsWith('。') ? text : { ...text, ja: `${ja}。` } }
}

const organisationOf = ({ organisations }: Example, { organisation: slug }: { organisation: string }) =>
  organisations.find((candidate) => candidate.slug === slug)

const membersOf = ({ alliance, clusters }: Example): ExampleCluster[] =>
  alliance.members.flatMap((slug) => clusters.filter((cluster) => cluster.slug === slug))

const countryOf = (example: Example, { managedBy }: ExampleCluster): string =>
  organisationOf(example, { organisation: managedBy })?.country ?? ''

/** The other side comes for its cluster (bioPmed), the own side for its foundation. */
const attendee =
  (example: Example) =>
  (person: ExamplePerson): ReleaseAttendee => {
    const body = organisationOf(example, person)
    const cluster = membersOf(example).find(({ managedBy }) => managedBy === person.organisation)
    const name = cluster?.name ?? body?.name
    if (!person.office || !body || !name)
      throw new Error(`the announcement does not say for whom ${person.slug} attends`)
    return {
      name: person.name,
      office: content(person.office),
      organisation: content(name),
      country: body.country,
      side: person.side === 'own' ? 'own' : 'counterpart',
      honorific: person.courtesy === undefined ? null : person.courtesy === 'ms' ? 'Ms.' : 'Mr.',
    }
  }

function organisation(example: Example, release: ExampleRelease, cluster: ExampleCluster): ReleaseOrganisation {
  const body = organisationOf(example, { organisation: cluster.managedBy })
  const written = release.descriptions.find(({ slug }) => slug === cluster.slug)?.written
  const description = cluster.description && content(cluster.description)
  return {
    name: content(cluster.name),
    legalForm: body?.legalForm ?? null,
    managedBy: managedBy(cluster, body?.name.text ?? {}),
    country: body?.country ?? '',
    regions: content(cluster.regions),
    description:
      description && written ? { ...description, text: { ...description.text, ja: written } } : (description ?? null),
    figures: cluster.figures.map((figure) => figureOf(example, figure)),
  }
}

/** As the announcement heads its paragraphs: nothing where the body has the cluster's own name. */
function managedBy(cluster: ExampleCluster, body: Translated): Content | null {
  const { source: name } = cluster.name
  const legal = body.en ?? ''
  if (legal === '' || legal === name) return null
  const both = legal.startsWith(name) ? legal : `${legal} / ${name} Cluster`
  return { original: 'en', text: { ja: both, en: both, fr: both, de: both, it: both } }
}

const figureOf = (
  { asOf }: Example,
  { value, qualifier, counted, named, source }: ExampleCluster['figures'][number],
): ReleaseFigure => ({
  value,
  qualifier,
  counted: { original: 'ja', text: counted },
  named: named ?? null,
  asOf,
  source,
})

function contactOf(example: Example, president: ExamplePerson): ReleaseRecord['press']['contact'] {
  const { contact } = example.ceremony.press
  const people = contact.people.flatMap((slug) => example.people.filter((person) => person.slug === slug))
  const [first] = people
  const body = organisationOf(example, first ?? president)
  if (!first?.unit || !body) throw new Error('the announcement has no press contact')
  return {
    organisation: content(body.name),
    unit: content(first.unit),
    country: body.country,
    people: people.map(({ name }) => name),
    telephone: nationalNumber(contact.telephone.source),
    address: contact.address.source,
  }
}

/** The source's grouping, in digits that can be dialled. */
const nationalNumber = (source: string): string => source.normalize('NFKC')

function slipOf(
  { slipNotes }: ExampleRelease,
  slug: string,
  source: string[],
  suggestion: string,
  why: string,
): ReleaseSlip {
  const note = slipNotes.find((candidate) => candidate.slug === slug)
  const { ja, fr, de, it } = note ?? {}
  const text: Translated = { en: why, ...(ja && { ja }), ...(fr && { fr }), ...(de && { de }), ...(it && { it }) }
  const slip = {
    source: source.join(' ／ '),
    written: note?.written ?? suggestion,
    note: { original: 'en' as const, text },
  }
  return note?.open ? { ...slip, open: true } : slip
}
