import { templateDump } from './templateDump.ts'

/** Before the tests of the project “embedded”: the dump that each worker begins from, made once and not by all of them. */
export default async function setUp(): Promise<void> {
  await templateDump()
}
