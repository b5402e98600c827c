import type { z } from 'zod'
import { DataFileError, readYamlFile } from '../agreements/templates/dataFile.ts'
import { readTemplate, readWording, type Template, type WrittenClause } from '../agreements/templates/reading.ts'
import type { Locale } from '../language/locales.ts'
import type { PersonName } from '../language/names.ts'
import type { StoredName } from '../organisations/storedName.ts'
import { findBrokenReferences } from './references.ts'
import {
  agreementFile,
  allianceFile,
  ceremonyFile,
  organisationsFile,
  peopleFile,
  signatoriesFile,
  slipsFile,
  usersFile,
} from './schema.ts'

type OrganisationsFile = z.output<typeof organisationsFile>
type PersonEntry = z.output<typeof peopleFile>['people'][number]

export type ExampleOrganisation = OrganisationsFile['organisations'][number]
export type ExampleCluster = OrganisationsFile['clusters'][number]
export type ExampleAlliance = z.output<typeof allianceFile>
export type ExampleCeremony = z.output<typeof ceremonyFile>
export type ExampleSlip = z.output<typeof slipsFile>['slips'][number]
export type ExampleDemonstrationOrganisation = z.output<typeof usersFile>['organisations'][number]

/** A real person, as the announcement names them. They never act: no account, no signature, no mail. */
export type ExamplePerson = Omit<PersonEntry, 'name'> & { name: PersonName }

type Demonstrating<Entry> = Omit<Entry, 'name'> & { name: StoredName & { label: Record<Locale, string> } }
export type ExampleSignatory = Demonstrating<z.output<typeof signatoriesFile>['signatories'][number]>
export type ExampleUser = Demonstrating<z.output<typeof usersFile>['users'][number]>

export type ExampleAgreement = Omit<z.output<typeof agreementFile>, 'clauses'> & {
  title: Partial<Record<Locale, string>>
  preamble: Partial<Record<Locale, string>>
  /** With a text in each of `languages`. */
  clauses: (Omit<WrittenClause<Locale>, 'texts'> & { texts: Partial<WrittenClause<Locale>['texts']> })[]
}

/** A case to show Musubi with: what is known of it, a model agreement, and demonstration people who act in it. */
export type Example = {
  /** The day of the announcement, `YYYY-MM-DD`: figures are as of it. */
  asOf: string
  citation: Record<Locale, string>
  organisations: ExampleOrganisation[]
  clusters: ExampleCluster[]
  alliance: ExampleAlliance
  people: ExamplePerson[]
  ceremony: ExampleCeremony
  slips: ExampleSlip[]
  agreement: ExampleAgreement
  signatories: ExampleSignatory[]
  demonstrationOrganisations: ExampleDemonstrationOrganisation[]
  users: ExampleUser[]
}

/**
 * Reads `examples/<name>` below the product's folder `root`. Throws DataFileError, which names the file and every field that is wrong: unknown keys,
 * missing languages, and slugs that point nowhere.
 */
export async function readExample(root: string, name = 'magia-kobe'): Promise<Example> {
  const folder = `examples/${name}`
  const { asOf, citation, organisations, clusters } = await readYamlFile(
    root,
    `${folder}/organisations.yaml`,
    organisationsFile,
  )
  const { people } = await readYamlFile(root, `${folder}/people.yaml`, peopleFile)
  const { signatories } = await readYamlFile(root, `${folder}/demonstration-signatories.yaml`, signatoriesFile)
  const acting = await readYamlFile(root, `${folder}/demonstration-users.yaml`, usersFile)
  const example: Example = {
    asOf,
    citation,
    organisations,
    clusters,
    alliance: await readYamlFile(root, `${folder}/alliance.yaml`, allianceFile),
    people: people.map((person) => ({ ...person, name: nameOf(person) })),
    ceremony: await readYamlFile(root, `${folder}/ceremony.yaml`, ceremonyFile),
    slips: (await readYamlFile(root, `${folder}/slips.yaml`, slipsFile)).slips,
    agreement: await readAgreement(root, folder),
    signatories: signatories.map(labelled),
    demonstrationOrganisations: acting.organisations,
    users: acting.users.map(labelled),
  }
  const broken = findBrokenReferences(example)
  if (broken[0]) throw new DataFileError(folder, broken)
  return example
}

async function readAgreement(root: string, folder: string): Promise<ExampleAgreement> {
  const file = await readYamlFile(root, `${folder}/agreement.yaml`, agreementFile)
  const template = await readTemplate(root, file.template)
  const terms = file.clauses.map((clause) => ({ ...termsFrom(template, clause.slug), ...clause }))
  const wording = await readWording(root, file.languages, (language) => `${folder}/mou/${language}.md`, terms)
  return { ...file, ...wording }
}

const termsFrom = (template: Template, slug: string) => {
  const clause = template.clauses.find((candidate) => candidate.slug === slug)
  return { undertakings: clause?.undertakings ?? [], grants: clause?.grants ?? [] }
}

const nameOf = ({ name, notFromAnnouncement }: PersonEntry): PersonName =>
  notFromAnnouncement ? { ...name, latin: notFromAnnouncement.latin, kana: notFromAnnouncement.kana } : name

const labelled = <Entry extends { name: Record<Locale, string> }>(entry: Entry): Demonstrating<Entry> => ({
  ...entry,
  name: { label: entry.name },
})
