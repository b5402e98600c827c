import { stateOfTranslation } from '../../language/content.ts'
import { locales } from '../../language/locales.ts'
import { versionOf } from '../describing.ts'
import { type ProfileText, withHistory } from '../profileText.ts'
import type { AlliancePage, ClusterPage, Directory, OrganisationPage } from '../queries.ts'

/** A text for programs: what it says and how far the translations may be relied on, but not who wrote them. */
export function presentText(content: ProfileText) {
  const { original, text, translations = {} } = content
  const known = locales.filter((locale) => translations[locale])
  const credited = known.flatMap((locale) => {
    const credit = translations[locale]?.credit
    return credit ? [[locale, credit]] : []
  })
  return {
    original,
    text,
    stale: known.filter((locale) => stateOfTranslation(withHistory(content), locale) === 'stale'),
    credits: Object.fromEntries(credited) as Record<string, string>,
  }
}

const ifAny = (content: ProfileText | null) => content && presentText(content)

type Link = { slug: string; name: ProfileText }
const presentLink = ({ slug, name }: Link) => ({ slug, name: presentText(name) })

type Seated = { name: ProfileText; seat: ProfileText | null }
const presentSeated = <Place extends Seated>(place: Place) => ({
  ...place,
  name: presentText(place.name),
  seat: ifAny(place.seat),
})

const presentCluster = ({ slug, name, regions, managing }: Directory['clusters'][number]) => ({
  ...presentLink({ slug, name }),
  regions: presentText(regions),
  managing: presentLink(managing),
})

export const presentDirectory = ({ alliances, clusters, organisations }: Directory) => ({
  alliances: alliances.map((line) => ({ ...line, name: presentText(line.name) })),
  clusters: clusters.map(presentCluster),
  organisations: organisations.map(presentSeated),
})

export const presentOrganisation = (organisation: OrganisationPage) => ({
  ...presentSeated(organisation),
  description: ifAny(organisation.description),
  clusters: organisation.clusters.map(presentLink),
  version: versionOf(organisation),
})

export const presentClusterPage = (cluster: ClusterPage) => ({
  slug: cluster.slug,
  name: presentText(cluster.name),
  regions: presentText(cluster.regions),
  description: ifAny(cluster.description),
  managing: presentSeated(cluster.managing),
  figures: cluster.figures.map((figure) => ({ ...figure, counted: presentText(figure.counted) })),
  alliances: cluster.alliances.map(presentLink),
})

export const presentAlliance = (alliance: AlliancePage) => ({
  ...alliance,
  name: presentText(alliance.name),
  purpose: ifAny(alliance.purpose),
  members: alliance.members.map(({ seat, coordinates, ...cluster }) => ({
    ...presentCluster(cluster),
    seat: presentSeated(seat),
    coordinates,
  })),
  partners: alliance.partners.map(({ cluster, ...place }) => ({
    ...presentSeated(place),
    cluster: cluster && presentLink(cluster),
  })),
})
