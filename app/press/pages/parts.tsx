import type { Catalogue } from '../../platform/i18n/catalogue.ts'
import { Breadcrumb } from '../../ui/breadcrumb.tsx'
import { ErrorSummary } from '../../ui/form.tsx'
import { Status, type Tone } from '../../ui/status.tsx'
import type { Standing } from '../standing.ts'
import type { Reader } from './words.ts'

const tones: Record<Standing, Tone> = {
  unapproved: 'open',
  held: 'waiting',
  public: 'done',
  stopped: 'ended',
  withdrawn: 'ended',
}

export const StandingStatus = ({ t, standing }: { t: Catalogue; standing: Standing }) => (
  <Status tone={tones[standing]}>{t.press.standings[standing]}</Status>
)

export const Errors = ({ t, errors }: { t: Catalogue; errors: Record<string, string> | undefined }) => (
  <ErrorSummary title={t.errors.summary} errors={errors ?? {}} />
)

export function Trail(props: Reader & { here: string; more?: { href: string; label: string }[] }) {
  const { t, locale, here, more = [] } = props
  const list = { href: `/${locale}/releases`, label: t.press.list.title }
  return <Breadcrumb label={t.press.trail} trail={[list, ...more]} here={here} />
}
