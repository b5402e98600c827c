import type { Catalogue } from '../en.ts'

export const api: Catalogue['api'] = {
  title: 'API',
  lede: 'Alles, was auf dem Bildschirm geht, geht auch mit Programmen, durch dieselben Handlungen und nach denselben Regeln.',
  tokens:
    'Ein Token wird auf der Kontoseite erstellt, für gewählte Bereiche und eine gewählte Zeit. Es wird als Bearer-Token gesendet; Cookies öffnen hier nichts. Was öffentlich ist, braucht kein Token.',
  errors:
    'Eine Ablehnung kommt als problem+json (RFC 9457): `code` ist unveränderlich und für Programme, `title` ein Satz in der gewünschten Sprache. Listen liest man seitenweise: `next` der einen Seite ist `before` der folgenden.',
  retries:
    'Anfragen dürfen wiederholt werden: Was schon geschehen ist, wird mit eigenem Code abgelehnt, und nichts geschieht zweimal. Bei den wenigen Ausnahmen (eine Vereinbarung beginnen, eine Klausel hinzufügen oder verschieben, vorschlagen) steht es dabei.',
  inEnglish: 'Die Beschreibungen der Operationen sind auf Englisch.',
  document: 'OpenAPI-3.1-Dokument (JSON)',
  needs: 'Erfordert',
  public: 'kein Token',
  anyToken: 'beliebiges Token',
  parameters: 'Parameter',
  body: 'Inhalt',
  answer: 'Antwort',
  refusals: 'Ablehnungen',
  code: 'Code',
  status: 'Status',
  meaning: 'Bedeutung',
  bodySchema: 'Schema des Inhalts',
  answerSchema: 'Schema der Antwort',
  always: 'Was jede Operation antworten kann, steht im OpenAPI-Dokument.',
  operations: 'Operationen',
}
