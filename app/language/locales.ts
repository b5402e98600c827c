/** The interface's languages, in the order in which they are offered. */
export const locales = ['ja', 'en', 'fr', 'de', 'it'] as const

export type Locale = (typeof locales)[number]

export const isLocale = (text: string): text is Locale => (locales as readonly string[]).includes(text)
