import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseDocument } from 'yaml'
import type { z } from 'zod'

/** A file that ships with the product is not as its reader needs it; the message says which file, and where in it. */
export class DataFileError extends Error {
  override name = 'DataFileError'
  readonly file: string
  readonly findings: readonly string[]

  constructor(file: string, findings: readonly string[]) {
    super(`${file}: ${findings.join('; ')}`)
    this.file = file
    this.findings = findings
  }
}

/** The text of a file, named by its path from the root with `/`. Throws DataFileError when it cannot be read or is not UTF-8. */
export async function readTextFile(root: string, file: string): Promise<string> {
  const bytes = await readFile(join(root, file)).catch((cause: NodeJS.ErrnoException) => {
    throw new DataFileError(file, [
      cause.code === 'ENOENT' ? 'there is no such file' : `cannot be read (${cause.code})`,
    ])
  })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new DataFileError(file, ['is not UTF-8'])
  }
}

/** A YAML file in the shape of its schema. Throws DataFileError with every finding, each naming its field: `people[2].office.text.fr: …`. */
export async function readYamlFile<Schema extends z.ZodType>(
  root: string,
  file: string,
  schema: Schema,
): Promise<z.output<Schema>> {
  const document = parseDocument(await readTextFile(root, file))
  if (document.errors.length > 0)
    throw new DataFileError(
      file,
      document.errors.map((error) => error.message.split('\n')[0] ?? error.code),
    )
  const parsed = schema.safeParse(document.toJS())
  if (!parsed.success)
    throw new DataFileError(
      file,
      parsed.error.issues.map((issue) => `${fieldPath(issue.path)}: ${issue.message}`),
    )
  return parsed.data
}

const fieldPath = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (written, key) =>
      typeof key === 'number' ? `${written}[${key}]` : written ? `${written}.${String(key)}` : String(key),
    '',
  ) || 'the whole file'
