import type { SignedIn } from '../accounts/scope.ts'
import type { Locale } from '../language/locales.ts'
import type { Catalogue } from '../platform/i18n/catalogue.ts'
import { Button } from '../ui/button.tsx'
import type { Web } from './env.ts'

/** The main navigation follows the flow of the product; Today is there for those who have work waiting. */
export function mainNavigation(c: Web): { href: string; label: string; current: boolean }[] {
  const { t, locale, scope } = c.var
  const entries = [
    ...(scope.person ? [['today', t.common.nav.today]] : []),
    ['organisations', t.common.nav.organisations],
    ['agreements', t.common.nav.agreements],
    ['events', t.common.nav.events],
    ['releases', t.common.nav.releases],
    ['directory', t.common.nav.directory],
    ...(scope.person ? [['referrals', t.common.nav.exchange]] : []),
    ['verify', t.common.nav.verify],
  ] as [string, string][]
  return entries.map(([path, label]) => ({
    href: `/${locale}/${path}`,
    label,
    current: c.req.path === `/${locale}/${path}` || c.req.path.startsWith(`/${locale}/${path}/`),
  }))
}

export function AccountMenu(props: { t: Catalogue; locale: Locale; person: SignedIn | null; path: string }) {
  const { t, locale, person } = props
  if (!person)
    return <a href={`/${locale}/sign-in?return=${encodeURIComponent(props.path)}`}>{t.common.account.signIn}</a>
  return (
    <>
      <a href={`/${locale}/account`}>{person.name}</a>
      <form method="post" action={`/${locale}/sign-out`}>
        <Button kind="quiet">{t.common.account.signOut}</Button>
      </form>
    </>
  )
}
