import type { Child } from 'hono/jsx'
import type { Locale } from '../language/locales.ts'
import { catalogues } from '../platform/i18n/catalogue.ts'
import { CordRule } from './cord.tsx'
import { Layout } from './layout.tsx'
import { FormExamples } from './styleguideForms.tsx'
import { CordExamples, MapExample, TimelineExample } from './styleguidePictures.tsx'
import { samplesFor } from './styleguideSamples.ts'
import { BilingualExample, DataExamples, StateExamples, WayExamples } from './styleguideTexts.tsx'

type StyleguideProps = { locale: Locale; assets: { css: string; scripts: string[] }; theme?: 'light' | 'dark' }

const languages = { ja: '日本語', en: 'English', fr: 'Français', de: 'Deutsch', it: 'Italiano' } as const

/** Every part on one page, framed as a page. For those who write pages and those who look after the look. */
export function StyleguidePage({ locale, assets, theme }: StyleguideProps) {
  const words = catalogues[locale].common
  const { nav } = words
  return (
    <Layout
      locale={locale}
      title={words.footer.styleguide}
      isPublic={false}
      words={words}
      assets={assets}
      {...(theme ? { theme } : {})}
      banner={words.demonstrationBanner}
      notice={samplesFor(locale).samples.notices.done}
      account={<a href="#forms">{words.account.signIn}</a>}
      nav={[nav.today, nav.organisations, nav.agreements, nav.verify].map((label, index) => ({
        label,
        href: '#content',
        current: index === 2,
      }))}
      alternates={Object.entries(languages).map(([other, label]) => ({
        locale: other as Locale,
        label,
        href: `/${other}/styleguide`,
      }))}
    >
      <StyleguideContent locale={locale} />
    </Layout>
  )
}

/** The parts without the frame, for a route that frames its pages itself. */
export function StyleguideContent({ locale }: { locale: Locale }) {
  const { samples, lang } = samplesFor(locale)
  return (
    <div class="stack-wide" lang={lang}>
      <header class="stack">
        <h1>{samples.title}</h1>
        <p class="lede">{samples.lede}</p>
        <CordRule />
      </header>
      <Section id="cord">
        <CordExamples samples={samples} />
      </Section>
      <Section id="timeline">
        <TimelineExample samples={samples} locale={lang} />
      </Section>
      <Section id="map">
        <MapExample samples={samples} />
      </Section>
      <Section id="bilingual">
        <BilingualExample samples={samples} />
      </Section>
      <Section id="data">
        <DataExamples samples={samples} locale={lang} />
      </Section>
      <Section id="states">
        <StateExamples samples={samples} />
      </Section>
      <Section id="ways">
        <WayExamples samples={samples} />
      </Section>
      <Section id="forms">
        <FormExamples samples={samples.form} />
      </Section>
    </div>
  )
}

/** Sections are named by the word they have in the code, which is English. */
function Section({ id, children }: { id: string; children?: Child }) {
  return (
    <section class="stack" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} lang="en">
        {id}
      </h2>
      {children}
    </section>
  )
}
