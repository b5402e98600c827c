import type { Locale } from '../language/locales.ts'
import { timeForReader } from '../language/timesForReader.ts'
import { Bilingual } from './bilingual.tsx'
import { Breadcrumb } from './breadcrumb.tsx'
import { ButtonLink } from './button.tsx'
import { Card, Cards, Lines } from './card.tsx'
import { Facts } from './facts.tsx'
import { Hash } from './hash.tsx'
import { Moment } from './moment.tsx'
import { Empty, Notice } from './notice.tsx'
import { Pager } from './pager.tsx'
import { Person } from './person.tsx'
import { Status, type Tone } from './status.tsx'
import { Steps } from './steps.tsx'
import type { Samples } from './styleguideSamples.ts'
import { Table } from './table.tsx'
import { Tabs } from './tabs.tsx'

const fingerprint = '9f2c4a1d77e05b3886cbe1f4a20d953e6b7f18c2d4a90e5377bb12c8f6ed0341'

export function WayExamples({ samples }: { samples: Samples }) {
  const { ways, timeline, stateWords } = samples
  const states = ['done', 'done', 'current', 'ahead'] as const
  const words = { done: stateWords.tied, current: stateWords.now, ahead: stateWords.ahead }
  return (
    <div class="stack">
      <Breadcrumb
        label={ways.crumb}
        trail={[
          { href: '#ways', label: 'MAGIA' },
          { href: '#ways', label: 'Lyonbiopole', lang: 'fr' },
        ]}
        here={samples.parties.title}
      />
      <Tabs
        label={ways.tabs}
        tabs={ways.tabList.map((label, index) => ({
          href: '#ways',
          label,
          current: index === 1,
          ...(index === 2 ? { count: 12 } : {}),
        }))}
      />
      <Steps
        label={ways.steps}
        steps={states.map((state, index) => ({ label: timeline[index] ?? '', state, stateWord: words[state] }))}
      />
      <Pager
        label={ways.pager}
        position={ways.position}
        previous={{ href: '#ways', label: ways.previous }}
        next={{ href: '#ways', label: ways.next }}
      />
    </div>
  )
}

export function StateExamples({ samples }: { samples: Samples }) {
  const { notices, empty, cards } = samples
  return (
    <div class="stack">
      <div class="row">
        {Object.entries(samples.states).map(([tone, word]) => (
          <Status tone={tone as Tone}>{word}</Status>
        ))}
      </div>
      <Notice kind="note" title={notices.note}>
        <p>{notices.noteBody}</p>
      </Notice>
      <Notice kind="care" title={notices.care}>
        <p>{notices.careBody}</p>
      </Notice>
      <Notice kind="done" title={notices.done} />
      <Cards>
        {['Life Science Nord', 'Lyonbiopole', 'BioWin'].map((title) => (
          <Card
            title={title}
            href="#states"
            kicker={cards.kicker}
            foot={<Status tone="done">{samples.states.done}</Status>}
          >
            <p>{cards.body}</p>
          </Card>
        ))}
      </Cards>
      <Lines>
        {samples.timeline.slice(0, 3).map((line) => (
          <span>{line}</span>
        ))}
      </Lines>
      <Empty title={empty.title} action={<ButtonLink href="#states">{empty.action}</ButtonLink>}>
        <p>{empty.body}</p>
      </Empty>
    </div>
  )
}

export function DataExamples({ samples, locale }: { samples: Samples; locale: Locale }) {
  const { facts, parties } = samples
  const deadline = timeForReader(
    { instant: '2022-03-22T03:00:00Z', zone: 'Asia/Tokyo', place: { ja: '神戸', en: 'Kobe', de: 'Kobe' } },
    { locale, zone: 'America/New_York', place: { ja: 'ニューヨーク', en: 'New York', de: 'New York' } },
  )
  return (
    <div class="stack-wide">
      <Facts
        items={[
          { term: facts.term, value: facts.termValue },
          { term: facts.languages, value: facts.languagesValue },
          { term: facts.ceremony, value: <Moment time={deadline} /> },
          { term: facts.person, value: <Person name="村上 雅義" lang="ja" office={facts.office} /> },
          { term: facts.hash, value: <Hash value={fingerprint} words={samples.copy} /> },
        ]}
      />
      <Table
        caption={parties.title}
        columns={[
          { label: parties.name },
          { label: parties.place },
          { label: parties.members, isNumeric: true },
          { label: parties.asOf },
        ]}
        rows={[
          ['Lyonbiopole', 'Auvergne-Rhône-Alpes', '238', '2021'],
          ['Life Science Nord', 'Hamburg, Schleswig-Holstein', '245', '2021'],
          [<span lang="ja">神戸医療産業都市</span>, <span lang="ja">兵庫県神戸市</span>, '1,000+', '2022'],
        ]}
      />
      <p class="soft small">{parties.total}</p>
    </div>
  )
}

/** A clause of our own wording, for its length and its characters. */
export function BilingualExample({ samples }: { samples: Samples }) {
  return (
    <Bilingual
      languages={[
        { locale: 'ja', label: '日本語' },
        { locale: 'de', label: 'Deutsch' },
      ]}
      missing={samples.missing}
      passages={[
        {
          id: 'clause-1',
          heading: `1. ${samples.clauses[0]}`,
          texts: [
            <p>
              両当事者は、医療機器分野における会員企業の国際競争力を高めるため、対等の立場で相互に交流し、支援する。会員企業の紹介、施設の利用、薬事に関する情報の提供を含む。
            </p>,
            <p>
              Die Parteien tauschen sich gleichberechtigt aus und unterstützen einander, um die internationale
              Wettbewerbsfähigkeit ihrer Mitgliedsunternehmen auf dem Gebiet der Medizinprodukte zu stärken. Dazu
              gehören die Vermittlung von Kontakten, die Nutzung von Einrichtungen und die Weitergabe regulatorischer
              Informationen.
            </p>,
          ],
          aside: <Status tone="waiting">{samples.states.waiting}</Status>,
        },
        {
          id: 'clause-2',
          heading: `2. ${samples.clauses[1]}`,
          texts: [
            <p>相手方から秘密である旨を示して開示された情報は、書面による承諾なしに第三者に開示しない。</p>,
            null,
          ],
        },
      ]}
    />
  )
}
