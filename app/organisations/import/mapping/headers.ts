import { locales } from '../../../language/locales.ts'
import { catalogues } from '../../../platform/i18n/catalogue.ts'
import { fields, type Field } from './fields.ts'

/** How columns are called in five languages, as cluster offices and registers write them. */
const names: Record<Field, string> = {
  externalId:
    'id|srn|actor id|actor id/srn|member id|member no|member number|no|nr|nr.|number|会員番号|会員no|会員id|番号|法人番号|mitgliedsnummer|mitglieds-nr|numéro|n°|numéro d’adhérent|numéro adhérent|siren|siret|numero|numero socio|codice|codice socio|partita iva|registration number|corporate number',
  version: 'version|fassung|versione|版|バージョン|履歴',
  name: 'name|company|company name|organisation|organization|member|member name|firm|firma|firmenname|unternehmen|unternehmensname|mitglied|organisationsname|nom|entreprise|société|raison sociale|nom de l’entreprise|dénomination|dénomination sociale|adhérent|membre|azienda|società|nome|nome azienda|ragione sociale|denominazione|impresa|socio|企業名|会社名|社名|法人名|名称|会員名|団体名|機関名|組織名|事業者名|商号',
  nameLatin:
    'english name|name in english|name (english)|company name (english)|latin name|英文社名|英語名|英文名称|英語表記|英文名|英文会社名|nom anglais|englischer name|nome inglese|nome in inglese',
  nameReading:
    'kana|reading|フリガナ|ふりがな|カナ|社名カナ|会社名カナ|企業名カナ|よみ|読み|ヨミガナ|よみがな|name (kana)',
  country: 'country|land|staat|pays|paese|nazione|stato|国|国名|国・地域|country/region|所在国',
  city: 'city|town|seat|location|ort|stadt|sitz|standort|ville|commune|localité|siège|città|sede|comune|località|市|市区町村|所在地|都市|本社所在地|本社',
  website:
    'website|web|url|homepage|web site|internet|webseite|internetseite|site|site web|site internet|sito|sito web|ホームページ|hp|ウェブサイト|サイト|webサイト',
  description:
    'description|about|profile|activity|activities|business|beschreibung|tätigkeit|profil|geschäftsfeld|activité|activités|présentation|descrizione|attività|profilo|事業内容|概要|会社概要|説明|業務内容|紹介',
  size: 'size|employees|company size|number of employees|staff|größe|mitarbeiter|mitarbeiterzahl|unternehmensgröße|taille|effectif|effectifs|nombre de salariés|salariés|dimensione|dipendenti|addetti|numero dipendenti|従業員数|従業員|社員数|規模|企業規模',
  founded:
    'founded|founded in|year founded|foundation|established|gegründet|gründungsjahr|gründung|fondée|fondée en|année de création|création|fondazione|anno di fondazione|fondata|設立|設立年|設立年月日|創業|創立',
  products:
    'products|product|products and services|produkte|produkt|produits|produit|prodotti|prodotto|製品|主要製品|主な製品|製品名|取扱製品|商品',
  emdn: 'emdn|emdn code|emdn codes|emdn-code|code emdn|codice emdn|emdnコード',
  jmdn: 'jmdn|jmdn code|jmdn codes|jmdn-code|jmdnコード|一般的名称コード',
  marketsServed:
    'markets|markets served|export markets|märkte|exportmärkte|bediente märkte|marchés|marchés servis|mercati|mercati serviti|輸出先|展開国|販売国|輸出国',
  marketsSought:
    'markets sought|target markets|target countries|zielmärkte|zielländer|marchés visés|marchés recherchés|mercati cercati|mercati di interesse|希望市場|進出希望国|ターゲット国|関心国',
  languages: 'languages|language|sprachen|sprache|langues|langue|lingue|lingua|言語|対応言語|使用言語',
  memberSince:
    'member since|joined|since|mitglied seit|beitritt|beitrittsdatum|membre depuis|date d’adhésion|adhésion|socio dal|data di adesione|入会日|入会年月日|加入日|入会',
  contactName:
    'contact|contact name|contact person|person|ansprechpartner|ansprechpartnerin|kontakt|kontaktperson|interlocuteur|personne de contact|nom du contact|referente|contatto|persona di contatto|担当者|担当者名|連絡先担当者|ご担当者|担当者氏名|氏名',
  contactOffice:
    'position|title|role of contact|job title|department|funktion|abteilung|fonction|poste|service|funzione|ruolo|ufficio|役職|部署|担当部署|所属|部署名',
  contactAddress:
    'email|e-mail|mail|email address|e-mail address|e-mail-adresse|courriel|adresse e-mail|adresse électronique|adresse mail|posta elettronica|indirizzo e-mail|メール|メールアドレス|eメール|電子メール',
  contactPhone:
    'phone|telephone|tel|tel.|telefon|telefonnummer|téléphone|tél|tél.|telefono|電話|電話番号|連絡先電話番号|連絡先',
}

/** Header texts and choices are compared without case, accents, width, spaces and what stands between words. */
export const plainHeader = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}(?<![\u3099\u309a])/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s._\-:*/'’"()（）・#№°]+/g, '')

/** Our own words for the columns, too: a list that Musubi wrote is one that it reads. */
const ours = (field: Field): string[] => locales.map((locale) => catalogues[locale].imports.fields[field])

const known = new Map(
  fields.flatMap((field) =>
    [...names[field].split('|'), ...ours(field)].map((name): [string, Field] => [plainHeader(name), field]),
  ),
)

/** Without what explains a header: `City (headquarters)`, `Name *`, `会社名\nCompany name`. */
const partsOf = (header: string): string[] => [header, ...header.split(/[\n/|(（]/)]

/** The field a header names; null for one that is not known. */
export function fieldOfHeader(header: string): Field | null {
  if (header.length > 80) return null
  for (const part of partsOf(header)) {
    const found = known.get(plainHeader(part))
    if (found) return found
  }
  return null
}
