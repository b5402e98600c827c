import type { Locale } from '../../../language/locales.ts'

type Props = { locale: Locale; slug: string; changed: Date; alt: string }

/** The address changes with the logo, so that nobody sees the old one. */
export const Logo = ({ locale, slug, changed, alt }: Props) => (
  <img class="logo" src={`/${locale}/members/${slug}/logo/image?at=${changed.getTime()}`} alt={alt} />
)
