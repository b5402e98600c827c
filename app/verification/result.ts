import { headsIn, type Verification } from '../agreements/verifying.ts'
import type { Report } from '../platform/audit/check.ts'
import { type Judgement, judge } from './judging.ts'

/** A verification as a page shows it. */
export type Result = Verification & {
  judgement: Judgement
  /** How many heads of the record the sound signatures in the file carry. */
  heads: number
}

/** An agreement always has entries: a chain of none means that they were removed. */
export const isWhole = (record: Report): boolean => record.sound && record.rows > 0

export function resultOf(verification: Verification): Result {
  const { file, agreement, revision, record } = verification
  const beside = agreement && record ? { revision, isRecordWhole: isWhole(record) } : null
  return { ...verification, judgement: judge(file, beside), heads: headsIn(file).length }
}
