import type { CueSheet } from './cueSheet.ts'
import type { Reader, Setting } from './reader.ts'

/** What was typed into a form that was refused, and what to correct; `form` names which of the page's forms it was. */
export type Kept = { form: string; entries: Record<string, string>; errors: Record<string, string> }

export type CuesProps = Reader & {
  sheet: CueSheet
  setting: Setting
  stream: string
  /** Address of the ceremony, below which all forms lie. */
  base: string
  kept?: Kept | undefined
}

export const keptFor = (kept: Kept | undefined, form: string) =>
  kept?.form === form ? { entries: kept.entries, errors: kept.errors } : {}
