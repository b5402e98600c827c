import { paragraphsOf } from '../document/paragraphs.ts'

/** The numbering of a text, paragraph by paragraph: texts that say the same in two languages have the same shape. `1.` and `１．` are one number. */
export const shapeOf = (body: string): string[] =>
  paragraphsOf(body).map(({ marker, level }) => `${level}:${(marker ?? '').normalize('NFKC')}`)
