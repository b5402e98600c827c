import type { Catalogue } from '../en.ts'

export const verification: Catalogue['verification'] = {
  title: 'Vérifier un fichier signé',
  lede: 'Sachez si un accord signé est toujours celui qui a été signé, par qui et quand.',
  upload: {
    title: 'Vérifier un fichier',
    file: 'PDF signé',
    hint: 'PDF, 30 Mo au plus. Le fichier est vérifié puis oublié : rien n’est conservé.',
    submit: 'Vérifier le fichier',
    errors: {
      empty: 'Choisissez d’abord un fichier',
      emptyFile: 'Ce fichier est vide. Choisissez le PDF que vous avez reçu',
      notPdf: 'Ce n’est pas un fichier PDF. Choisissez le PDF signé lui-même, et non un scan, une photo ou une archive',
      unreadable: 'Le fichier n’est pas arrivé en entier. Veuillez l’envoyer de nouveau',
    },
  },
  browser: {
    title: 'Vérifier dans ce navigateur',
    body: 'Le fichier est vérifié sur votre appareil et n’est envoyé nulle part. Vous vous fiez au certificat racine : prenez celui de cette installation, ou choisissez-en un qui vous est parvenu autrement.',
    file: 'PDF signé',
    root: 'Certificat racine (PEM), si vous en avez un',
    submit: 'Vérifier dans ce navigateur',
    checking: 'Vérification…',
    computedHere: 'Ce résultat a été calculé dans ce navigateur. Le fichier n’a pas été envoyé.',
    rootOfInstallation: 'Le certificat racine vient de cette installation.',
    rootOfReader: 'Le certificat racine est celui que vous avez choisi.',
    noRoot:
      'Le certificat racine n’a pas pu être chargé. Choisissez-en un sur votre appareil, ou envoyez le fichier avec le formulaire ci-dessus.',
    badRoot: 'Ce n’est pas un certificat au format PEM. Choisissez un fichier .pem ou .crt.',
    failed: 'Ce navigateur n’a pas pu faire la vérification. Envoyez le fichier avec le formulaire ci-dessus.',
    noRecord:
      'Seule l’installation peut dire si le registre des actes concorde : utilisez pour cela le formulaire ci-dessus.',
  },
  withoutScript:
    'Avec les scripts activés, le fichier peut aussi être vérifié dans votre navigateur, sans être envoyé.',
  lookup: {
    title: 'Chercher un accord',
    reference: 'Référence de l’accord',
    hint: 'Huit lettres et chiffres, comme 7K3F-9QX2 ; elle figure sur la première page.',
    submit: 'Afficher la vérification',
    unknown:
      'Aucun accord public ne porte cette référence. Comparez-la avec la première page ; les accords non publics ne sont montrés qu’à leurs parties',
  },
  resultTitle: 'Vérification',
  resultOf: (p) => `Vérification : ${p.title}`,
  verdicts: {
    holds: { word: 'En ordre', file: 'Tout ce qui peut être vérifié dans ce fichier est en ordre.' },
    warns: {
      word: 'En ordre, sous réserves',
      file: 'Les signatures de ce fichier sont en ordre, sous des réserves indiquées plus bas.',
    },
    fails: {
      word: 'Pas en ordre',
      file: 'Ne vous fiez pas à ce fichier. Ce qui n’est pas en ordre est indiqué plus bas.',
    },
  },
  reasons: {
    altered: 'Son contenu a été modifié après la signature.',
    unreadable: 'Il ne peut pas être lu comme un PDF conforme à la norme.',
    unsigned: 'Il ne porte aucune signature.',
    missing: 'Une signature qui devrait s’y trouver manque ou n’est pas valide.',
    record: 'Le registre des actes de cet accord ne concorde pas.',
    trial: 'C’est une démonstration, ou l’horodatage vient du service d’essai : il ne prouve rien à un tiers.',
    unknownRoot: 'L’émetteur de ses certificats n’est pas connu de cette installation.',
    olderRevision: 'C’est un état antérieur du document ; des signatures ultérieures n’y figurent pas.',
  },
  levels: { holds: 'en ordre', warns: 'réserve', fails: 'pas en ordre' },
  who: {
    title: 'Qui a signé',
    none: 'Ce fichier ne contient aucune signature.',
    unnamed: 'Nom illisible',
    seal: 'Sceau de l’installation',
    archive: 'Horodatage d’archivage',
    signature: 'Signature',
    office: 'Fonction',
    organisation: 'Organisation',
    at: 'Quand',
    atUnknown: 'Non prouvé : il n’y a pas d’horodatage valide',
    stampedBy: 'Horodaté par',
    trialService: (p) => `${p.service} (service d’essai de cette installation : ne prouve rien à un tiers)`,
    reason: 'Motif indiqué',
    root: 'Certifié par',
    certificate: 'Certificat (SHA-256)',
    findings: 'Ce qui a été vérifié',
    evidence: 'Preuve signée, telle qu’écrite à la signature',
    invalid: 'Ne vous fiez pas à ce que cette signature affirme.',
  },
  document: {
    title: 'Le document',
    sha256: 'Empreinte du fichier (SHA-256)',
    pages: 'Pages',
    size: 'Taille',
    bytes: (p) => `${p.count} octets`,
    agreement: 'Accord',
    revision: 'État',
    revisions: {
      newest: 'C’est l’état le plus récent du document conservé par cette installation.',
      earlier: 'C’est un état antérieur. Il en existe un plus récent, avec davantage de signatures.',
      none: 'Ce fichier précis n’a pas été produit par cette installation, mais l’accord qu’il contient l’a été.',
    },
    notOurs: 'Ce fichier ne contient aucun accord de cette installation : il a été vérifié d’après son seul contenu.',
    openAgreement: 'Ouvrir l’accord',
  },
  record: {
    title: 'Le registre des actes',
    explanation:
      'Chaque acte concernant un accord est une entrée qui porte l’empreinte de la précédente. Toute la chaîne vient d’être recalculée.',
    sound: (p) => `La chaîne est entière : ${p.rows} entrées.`,
    soundErased: (p) =>
      `La chaîne est entière : ${p.rows} entrées. Des données personnelles ont été effacées de certaines, comme les personnes concernées peuvent le demander ; rien d’autre ne manque.`,
    unsound: 'La chaîne n’est pas entière. Voici ce qui a été constaté :',
    empty: 'Il n’y a aucune entrée alors que l’accord existe : le registre a été supprimé.',
    headsMatch: (p) =>
      `Les derniers maillons portés par les signatures concordent avec la chaîne (${p.count} comparés).`,
    noHeads: 'Les signatures ne portent aucun maillon à comparer.',
    anchored: (p) =>
      `Les entrées jusqu’au numéro ${p.seq} ont été horodatées (${p.at}) par ${p.service}. Les suivantes reposent sur la seule base de données de cette installation.`,
    anchoredAll: (p) =>
      `Toutes les entrées, jusqu’à la dernière (numéro ${p.seq}), ont été horodatées (${p.at}) par ${p.service}.`,
    trial: 'C’est le service intégré, destiné aux essais : son horodatage ne prouve rien à un tiers.',
    notAnchored:
      'La chaîne n’a pas encore été horodatée : elle repose sur la seule base de données de cette installation.',
    findings: {
      altered: (p) => `L’entrée ${p.seq} a été modifiée après coup.`,
      reordered: (p) => `L’entrée ${p.seq} a été déplacée ; elle portait le numéro ${p.belongsAt}.`,
      missing: (p) => `Les entrées ${p.from} à ${p.to} manquent.`,
      duplicate: (p) => `Il y a plus d’une entrée ${p.seq}.`,
      'broken-link': (p) => `L’entrée ${p.seq} ne suit pas la précédente.`,
      foreign: (p) => `L’entrée ${p.seq} concerne autre chose.`,
      'head-differs': (p) => `La mention de la dernière entrée diffère de la dernière entrée, numéro ${p.last}.`,
      'cut-tail': (p) =>
        `La chaîne s’arrête à l’entrée ${p.last}, mais l’entrée ${p.anchored} est connue à l’extérieur : la fin a été coupée.`,
      recomputed: (p) => `L’entrée ${p.seq} diffère de ce qui était connu à l’extérieur : la chaîne a été réécrite.`,
      'anchor-unproven': (p) => `L’horodatage de l’entrée ${p.seq} n’est pas authentique.`,
      'commitment-mismatch': (p) =>
        `Une donnée personnelle de l’entrée ${p.seq} n’est pas celle qui a été enregistrée.`,
      uncommitted: (p) => `L’entrée ${p.seq} porte une donnée personnelle qui n’a jamais été enregistrée avec elle.`,
      erased: (p) =>
        `Une donnée personnelle de l’entrée ${p.seq} a été effacée, comme la personne concernée peut le demander. Ce n’est pas un défaut.`,
    },
  },
  proves: {
    title: 'Ce que cette page ne prouve pas',
    items: [
      'L’identité des signataires. Leurs noms ont été saisis par leurs organisations et leurs adresses électroniques ont été jointes ; aucune pièce d’identité n’a été vérifiée.',
      'Leur pouvoir d’engager leurs organisations. Le fondement indiqué est enregistré ; il n’a pas été examiné.',
      'Une signature électronique qualifiée. Ces signatures sont conçues comme avancées, sous l’autorité propre à cette installation.',
      'La véracité de cette page. Qui exploite le serveur pourrait la modifier. Vérifiez aussi le fichier ailleurs, comme indiqué ci-dessous.',
    ],
  },
  yourself: {
    title: 'Vérifier soi-même',
    body: 'Téléchargez le certificat racine, comparez son empreinte avec celle qui vous est parvenue autrement, et vérifiez le fichier avec un logiciel qui n’est pas le nôtre.',
    root: 'Certificat racine (PEM)',
    list: 'Certificats révoqués (CRL)',
    pdfsig: 'Avec pdfsig (Poppler), une fois le certificat racine ajouté à un magasin de certificats :',
    openssl: 'L’empreinte du certificat racine, avec OpenSSL :',
    another: 'Vérifier un autre fichier',
  },
  stored: {
    damaged:
      'Le fichier conservé par cette installation n’est plus celui qui avait été enregistré : son contenu a été modifié. Ne vous y fiez pas.',
    none: {
      title: 'Il n’y a pas encore de document',
      body: 'Le texte est encore en discussion. Le document sera établi quand toutes les parties l’auront approuvé.',
    },
  },
  signature: {
    'signature.intact': () => 'La signature correspond au contenu qu’elle couvre : aucun octet n’a été modifié.',
    'signature.broken': () =>
      'La signature ne correspond pas au contenu : il a été modifié après la signature, ou la signature est fausse.',
    'signature.malformed': (p) => `La signature est illisible (${p.detail}).`,
    'signature.covers-revision': (p) => `Elle couvre tout le fichier tel qu’il était à la signature (${p.end} octets).`,
    'signature.covers-too-little': () => 'Elle ne couvre pas tout le fichier tel qu’il était à la signature.',
    'certificate.trusted': (p) => `Le certificat mène à une racine reconnue ici : ${p.root}.`,
    'certificate.unknown-root': () =>
      'La racine du certificat n’est pas reconnue ici : le nom qu’il porte n’est qu’une affirmation.',
    'certificate.invalid': (p) => `Le certificat n’était pas valide pour cette signature : ${p.reason}.`,
    'root.demonstration': (p) =>
      `La racine (${p.root}) est celle d’une démonstration : la signature n’engage personne.`,
    'revocation.not-revoked': (p) => `Le certificat n’était pas révoqué, d’après la liste du ${p.listedAt}.`,
    'revocation.revoked-later': (p) =>
      `Le certificat a été révoqué le ${p.at}, après cette signature ; elle reste valable.`,
    'revocation.revoked': (p) => `Le certificat avait été révoqué avant cette signature, le ${p.at}.`,
    'revocation.unknown': () => 'On ne sait pas si le certificat était révoqué : le fichier n’apporte pas de liste.',
    'time-stamp.holds': (p) => `L’horodatage est valide : la signature existait le ${p.at}, selon ${p.service}.`,
    'time-stamp.trial': (p) => `L’heure vient du service d’essai ${p.service} : elle ne prouve rien à un tiers.`,
    'time-stamp.missing': () => 'Il n’y a pas d’horodatage : la date de signature n’est qu’affirmée.',
    'time-stamp.broken': () => 'L’horodatage n’appartient pas à cette signature, ou il est faux.',
    'time-stamp.unknown-root': (p) => `Le service d’horodatage ${p.service} n’est pas reconnu ici.`,
    'time-stamp.invalid': (p) => `Le certificat du service d’horodatage n’était pas valide : ${p.reason}.`,
    'time.differs': (p) =>
      `L’horloge du signataire indiquait ${p.claimed} ; l’horodatage indique ${p.stamped}. C’est l’horodatage qui compte.`,
    'evidence.unreadable': () => 'La preuve signée du consentement est illisible.',
  },
  file: {
    'document.unreadable': (p) => `Le fichier ne peut pas être lu comme PDF (${p.detail}).`,
    'document.encrypted': () =>
      'Le fichier est chiffré. Vérifiez-le sans mot de passe, tel que vous l’avez reçu pour le signer.',
    'document.too-large': () => 'Le fichier est plus grand ou plus complexe que ce qui peut être vérifié ici.',
    'document.unsigned': () => 'Le fichier ne porte aucune signature.',
    'document.active-content': (p) =>
      `Le fichier contient un script ou une action (objet ${p.object}) : ce qu’un lecteur affiche peut en dépendre.`,
    'approved.unchanged': () => 'Le texte est, à l’octet près, celui que toutes les parties ont approuvé.',
    'approved.changed': () => 'Le texte n’est pas celui que les parties ont approuvé.',
    'approved.unknown': () => 'Ce fichier ne permet pas de savoir quel texte les parties ont approuvé.',
    'certification.holds': () =>
      'L’installation a scellé le document de sorte que seules des signatures peuvent s’y ajouter.',
    'certification.missing': () => 'Aucun sceau ne limite ce qui peut être ajouté au document.',
    'certification.too-late': () =>
      'Le sceau a été apposé après la première signature : il ne dit rien de ce qui précède.',
    'certification.allows-too-much': () => 'Le sceau autorise d’autres changements que des signatures.',
    'changes.only-signatures': (p) =>
      `Seuls des signatures et des horodatages ont été ajoutés (${p.revisions} au total).`,
    'changes.not-allowed': (p) =>
      `Quelque chose a été modifié que les signatures n’autorisent pas : ${p.part} (objet ${p.object}, après ${p.after}).`,
    'changes.unsigned': () => 'Un ajout a été fait après la dernière signature ; personne ne l’a signé.',
    'trailing-bytes': (p) => `Après la fin du document se trouvent ${p.count} octets qui n’appartiennent à rien.`,
    'signatories.complete': (p) => `Tous ceux qui ont signé d’après le registre sont dans le fichier (${p.count}).`,
    'signatory.missing': (p) =>
      `Une signature que connaît le registre manque dans le fichier ou n’est pas valide (${p.field}).`,
    'signatory.other': (p) => `Le registre nomme « ${p.expected} », la signature du fichier « ${p.found} ».`,
    'archive.holds': (p) =>
      `Un horodatage d’archivage protège tout le fichier ; il devrait être renouvelé avant : ${p.until}.`,
    'archive.missing': () => 'Aucun horodatage d’archivage ne protège encore le fichier à long terme.',
  },
  invalidReasons: {
    expired: 'il avait expiré',
    'not-yet-valid': 'il n’était pas encore valide',
    'wrong-purpose': 'il avait été délivré pour un autre usage',
    'too-long': 'la chaîne de certificats est trop longue ou confuse',
    revoked: 'il avait été révoqué',
  },
  parts: {
    catalogue: 'le catalogue du document',
    page: 'une page',
    contents: 'le contenu d’une page',
    annotation: 'une annotation',
    field: 'un champ de formulaire',
    form: 'le formulaire',
    structure: 'la structure de lecture à voix haute',
    metadata: 'la description du document',
    trailer: 'le répertoire du fichier',
    removed: 'un élément supprimé',
    'filled-in': 'un emplacement rempli après coup',
    other: 'autre chose',
  },
}
