/** Folded words that carry no meaning of their own, in any of the languages, and legal forms. */
const words = new Set(
  `
  a an the and or of for in on at to from by with without into our we us you your they their it its is are be been was as that this these
  which who what we're looking seeking want need
  le la les un une des du de et ou au aux en dans sur par pour avec sans ce ces cette nous notre nos vous votre vos leur leurs qui que est sont
  der die das den dem des ein eine einer eines einem einen und oder von vom zu zum zur im am auf mit ohne aus bei fur wir uns unser unsere
  unserer sie ihr ihre ist sind wird werden als nach uber
  il lo gli i uno una di del dello della dei degli delle da dal dalla dai dalle nel nella nei nelle su sul sulla sui sulle con per tra fra e ed
  o che non si al allo alla ai agli alle noi nostro nostra nostri nostre sono come anche
  gmbh ag kg kgaa ohg ug ev se sa sas sarl sasu srl srls spa sprl bv nv bvba asbl scrl ltd limited inc llc plc co corp corporation kk gk
  societe societa gesellschaft holding
  `
    .trim()
    .split(/\s+/),
)

export const isStopWord = (folded: string): boolean => words.has(folded)

/** Legal forms that stand inside a Japanese run. */
export const withoutLegalForms = (text: string): string =>
  text.replaceAll(
    /株式会社|有限会社|合同会社|合資会社|一般社団法人|公益社団法人|一般財団法人|公益財団法人|国立大学法人|医療法人|\(株\)|㈱/g,
    '、',
  )
