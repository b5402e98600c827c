import { DataFileError, readYamlFile } from '../../agreements/templates/dataFile.ts'
import type { Example } from '../reading.ts'
import { type Afternoon, afternoonFile } from './schema.ts'

/**
 * Reads the afternoon that goes with an example.
 * @throws DataFileError naming the file and whatever points nowhere or comes in the wrong order
 */
export async function readAfternoon(root: string, example: Example, name = 'magia-kobe'): Promise<Afternoon> {
  const file = `examples/${name}/demonstration-ceremony.yaml`
  const afternoon = await readYamlFile(root, file, afternoonFile)
  const broken = findings(afternoon, example)
  if (broken[0]) throw new DataFileError(file, broken)
  return afternoon
}

function findings(afternoon: Afternoon, { signatories }: Example): string[] {
  const { journalists, questions, stages, ready, signatures } = afternoon
  const known = new Set(journalists.map(({ slug }) => slug))
  const asked = new Set(questions.map(({ slug }) => slug))
  return [
    ...questions.flatMap(({ slug, by }) => (known.has(by) ? [] : [`questions: ${slug}: by: there is no ${by}`])),
    ...questions.flatMap((question) =>
      question.fate === 'merged' && !asked.has(question.into)
        ? [`questions: ${question.slug}: into: there is no ${question.into}`]
        : [],
    ),
    ...(isAscending(stages.map(({ at }) => at)) ? [] : ['stages: each begins after the one before it']),
    ...[ready, signatures].flatMap((times) =>
      times.length === signatories.length && isAscending(times) ? [] : ['ready, signatures: one time each, in order'],
    ),
  ]
}

const isAscending = (times: string[]): boolean =>
  times.every((time, index) => index === 0 || time >= (times[index - 1] ?? ''))
