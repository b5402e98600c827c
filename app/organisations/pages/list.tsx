import { countryName } from '../../language/countries.ts'
import type { Locale } from '../../language/locales.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card, Cards } from '../../ui/card.tsx'
import { Empty } from '../../ui/notice.tsx'
import { Table } from '../../ui/table.tsx'
import type { Directory, OrganisationLine } from '../queries.ts'
import { nameLang, nameText, ProfileName, type Reader } from './profileText.tsx'

type Props = Reader & { directory: Directory; mayRegister: boolean }

export function DirectoryView({ t, locale, directory, mayRegister }: Props) {
  const words = t.organisations.list
  const { alliances, clusters, organisations } = directory
  const register = mayRegister ? <ButtonLink href={`/${locale}/organisations/new`}>{words.register}</ButtonLink> : null
  return (
    <div class="stack-wide">
      <header class="stack">
        <h1>{words.title}</h1>
        <p class="lede">{words.lede}</p>
        {register && organisations.length ? <div>{register}</div> : null}
      </header>
      {organisations.length === 0 ? (
        <Empty title={words.empty.title} action={register}>
          <p>{words.empty.body}</p>
        </Empty>
      ) : null}
      {alliances.length ? (
        <section class="stack" aria-labelledby="alliances">
          <h2 id="alliances">{words.alliances}</h2>
          <Cards>
            {alliances.map((alliance) => (
              <Card
                title={nameText(alliance.name, locale)}
                {...langProp(alliance.name, locale)}
                href={`/${locale}/alliances/${alliance.slug}`}
                foot={words.members({ count: alliance.clusters })}
              >
                {alliance.expansion ? <p lang="en">{alliance.expansion}</p> : null}
              </Card>
            ))}
          </Cards>
        </section>
      ) : null}
      {clusters.length ? (
        <section class="stack" aria-labelledby="clusters">
          <h2 id="clusters">{words.clusters}</h2>
          <Cards>
            {clusters.map((cluster) => (
              <Card
                title={nameText(cluster.name, locale)}
                {...langProp(cluster.name, locale)}
                href={`/${locale}/clusters/${cluster.slug}`}
                kicker={<ProfileName name={cluster.regions} locale={locale} />}
              >
                <p class="soft">{words.managedBy({ name: nameText(cluster.managing.name, locale) })}</p>
              </Card>
            ))}
          </Cards>
        </section>
      ) : null}
      {organisations.length ? <OrganisationTable t={t} locale={locale} organisations={organisations} /> : null}
    </div>
  )
}

function langProp(name: OrganisationLine['name'], locale: Locale) {
  const lang = nameLang(name, locale)
  return lang ? { lang } : {}
}

function OrganisationTable({ t, locale, organisations }: Reader & { organisations: OrganisationLine[] }) {
  const words = t.organisations.list
  return (
    <section class="stack" aria-labelledby="organisations">
      <h2 id="organisations">{words.organisations}</h2>
      <Table
        caption={words.organisations}
        hidesCaption
        columns={[{ label: words.name }, { label: words.kind }, { label: words.place }]}
        rows={organisations.map((organisation) => [
          <a href={`/${locale}/organisations/${organisation.slug}`}>
            <ProfileName name={organisation.name} locale={locale} />
          </a>,
          t.organisations.kinds[organisation.kind],
          [organisation.seat && nameText(organisation.seat, locale), countryName(organisation.country, locale)]
            .filter(Boolean)
            .join(locale === 'ja' ? '、' : ', '),
        ])}
      />
    </section>
  )
}
