import { plural } from '../../app/platform/i18n/plural.ts'

export const codes = {
  title: 'EMDN codes',
  lookUp: 'Look up EMDN codes',
  lede: 'Find the code of a device by what it is called in any of the five languages, or by the beginning of a code.',
  question: 'Device or code',
  questionHint: 'As in: endoscope, 内視鏡, Z1202',
  find: 'Find',
  all: 'All categories',
  found: (p: { count: number }) => plural('en', p.count, { one: `# code`, other: `# codes` }),
  code: 'Code',
  term: 'Term (in English)',
  further: 'Further',
  members: 'Members',
  below: (p: { code: string }) => `Below ${p.code}`,
  none: {
    title: 'No code answers this',
    body: 'Try another word, or start from the categories.',
  },
  more: 'There are more. Say it more exactly.',
  source: 'European Medical Device Nomenclature, as published by the European Commission and loaded by the operator.',
  notLoaded: {
    title: 'The nomenclature has not been loaded',
    body: 'The operator loads the official workbook of the European Commission with “musubi emdn load”. Codes can be entered without it.',
  },
}
