export const api = {
  title: 'API',
  lede: 'Everything the screens do can be done by programs, by the same acts and under the same rules.',
  tokens:
    'A token is made on the account page, for chosen scopes and a chosen time. It is sent as a bearer token; cookies open nothing here. What is public needs no token.',
  errors:
    'A refusal comes as problem+json (RFC 9457): `code` is stable and for programs, `title` is a sentence in the language asked for. Lists are read page by page: `next` of one page is `before` of the following one.',
  retries:
    'Requests may be repeated: what has been done already is refused by its own code, and nothing is done twice. The few exceptions (beginning an agreement, adding or moving a clause, proposing) say so.',
  inEnglish: 'The descriptions of the operations are in English.',
  document: 'OpenAPI 3.1 document (JSON)',
  needs: 'Needs',
  public: 'no token',
  anyToken: 'any token',
  parameters: 'Parameters',
  body: 'Body',
  answer: 'Answer',
  refusals: 'Refusals',
  code: 'Code',
  status: 'Status',
  meaning: 'Says',
  bodySchema: 'Schema of the body',
  answerSchema: 'Schema of the answer',
  always: 'What every operation may answer stands in the OpenAPI document.',
  operations: 'Operations',
}
