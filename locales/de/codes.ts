import { plural } from '../../app/platform/i18n/plural.ts'
import type { Catalogue } from '../en.ts'

export const codes: Catalogue['codes'] = {
  title: 'EMDN-Codes',
  lookUp: 'EMDN-Codes nachschlagen',
  lede: 'Finden Sie den Code eines Produkts nach seinem Namen in einer der fünf Sprachen oder nach dem Anfang eines Codes.',
  question: 'Produkt oder Code',
  questionHint: 'Etwa: Endoskop, 内視鏡, Z1202',
  find: 'Suchen',
  all: 'Alle Kategorien',
  found: (p) => plural('de', p.count, { one: `# Code`, other: `# Codes` }),
  code: 'Code',
  term: 'Bezeichnung (englisch)',
  further: 'Weiter',
  members: 'Mitglieder',
  below: (p) => `Unter ${p.code}`,
  none: {
    title: 'Kein Code passt dazu',
    body: 'Versuchen Sie ein anderes Wort, oder gehen Sie von den Kategorien aus.',
  },
  more: 'Es gibt mehr. Fragen Sie genauer.',
  source:
    'Europäische Nomenklatur für Medizinprodukte, wie von der Europäischen Kommission veröffentlicht und vom Betreiber geladen.',
  notLoaded: {
    title: 'Die Nomenklatur wurde nicht geladen',
    body: 'Der Betreiber lädt die offizielle Arbeitsmappe der Europäischen Kommission mit „musubi emdn load“. Codes lassen sich auch ohne sie eingeben.',
  },
}
