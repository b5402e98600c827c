/** Legal forms as they are written, each with the one spelling it is known by. Longer spellings come before those they contain. */
const forms: readonly [spelling: RegExp, form: string][] = (
  [
    ['株式会社|\\(株\\)|㈱|kabushiki ?(kaisha|gaisha)|k\\.? ?k\\.?', '株式会社'],
    ['有限会社|\\(有\\)|㈲|yugen ?(kaisha|gaisha)', '有限会社'],
    ['合同会社|\\(同\\)|godo ?(kaisha|gaisha)', '合同会社'],
    ['一般社団法人|公益社団法人|\\(一社\\)|\\(公社\\)', '社団法人'],
    ['一般財団法人|公益財団法人|\\(一財\\)|\\(公財\\)|\\(財\\)|㈶', '財団法人'],
    ['国立大学法人', '国立大学法人'],
    ['co\\.?,? ?ltd\\.?|company,? limited|ltd\\.?|limited', 'Ltd'],
    ['gmbh & co\\.? ?kg(aa)?|gmbh u\\.? co\\.? kg', 'GmbH & Co. KG'],
    ['ggmbh|gesellschaft mit beschr(ä|ae)nkter haftung|g\\.? ?m\\.? ?b\\.? ?h\\.?', 'GmbH'],
    ['ug ?\\(haftungsbeschr(ä|ae)nkt\\)|ug', 'UG'],
    ['ag & co\\.? kgaa|kgaa|aktiengesellschaft|ag', 'AG'],
    ['ohg|e\\. ?k\\.?|e\\. ?kfm\\.?|kg', 'KG'],
    ['e\\. ?v\\.?', 'e.V.'],
    ['s\\.? ?p\\.? ?a\\.?|societ(à|a) per azioni', 'S.p.A.'],
    ['s\\.? ?r\\.? ?l\\.? ?s\\.?|societ(à|a) a responsabilit(à|a) limitata semplificata', 'S.r.l.s.'],
    ['s\\.? ?r\\.? ?l\\.?(?: ?unipersonale| a socio unico)?|societ(à|a) a responsabilit(à|a) limitata', 'S.r.l.'],
    ['s\\.? ?a\\.? ?s\\.? ?u\\.?', 'SASU'],
    ['s\\.? ?n\\.? ?c\\.?(?: di .+)?', 'S.n.c.'],
    ['s\\.? ?a\\.? ?s\\.?(?: di .+)?|soci(é|e)t(é|e) par actions simplifi(é|e)e', 'SAS'],
    [
      's\\.? ?a\\.? ?r\\.? ?l\\.?|soci(é|e)t(é|e) (à|a) responsabilit(é|e) limit(é|e)e|e\\.? ?u\\.? ?r\\.? ?l\\.?',
      'SARL',
    ],
    ['s\\.? ?p\\.? ?r\\.? ?l\\.?|b\\.? ?v\\.? ?b\\.? ?a\\.?|s\\.?r\\.?l\\.? ?/ ?b\\.?v\\.?|b\\.? ?v\\.?', 'SRL/BV'],
    ['s\\.? ?c\\.? ?r\\.? ?l\\.?|c\\.? ?v\\.? ?b\\.? ?a\\.?', 'SC/CV'],
    [
      's\\.? ?a\\.? ?/ ?n\\.? ?v\\.?|n\\.? ?v\\.? ?/ ?s\\.? ?a\\.?|naamloze vennootschap|soci(é|e)t(é|e) anonyme|n\\.? ?v\\.?|s\\.? ?a\\.?',
      'SA/NV',
    ],
    ['a\\.? ?s\\.? ?b\\.? ?l\\.?|v\\.? ?z\\.? ?w\\.?', 'ASBL/VZW'],
    ['s\\.? ?e\\.?', 'SE'],
    ['incorporated|inc\\.?|corporation|corp\\.?', 'Inc'],
    ['l\\.? ?l\\.? ?c\\.?', 'LLC'],
    ['plc', 'plc'],
  ] as const
).map(([spelling, form]) => [
  new RegExp(`(?:^(?:${spelling})(?=[\\s,]|[^\\x00-\\x7f]|$)|(?<=[\\s,]|[^\\x00-\\x7f])(?:${spelling})$)`, 'iu'),
  form,
])

/** The firm's own name and its legal form, which may stand before or after it; the form is null where none is recognised. */
export function splitLegalForm(name: string): { core: string; form: string | null } {
  const text = name.normalize('NFKC').replaceAll(/\s+/g, ' ').trim()
  for (const [spelling, form] of forms) {
    const core = text
      .replace(spelling, ' ')
      .replaceAll(/^[\s,]+|[\s,]+$/g, '')
      .replaceAll(/\s+/g, ' ')
    if (core !== text && core) return { core, form }
  }
  return { core: text, form: null }
}
