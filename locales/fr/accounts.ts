import { plural } from '../../app/platform/i18n/plural.ts'
import type { Catalogue } from '../en.ts'

export const accounts: Catalogue['accounts'] = {
  roles: {
    operator: {
      name: 'Exploitation',
      description:
        'Fait fonctionner cette installation : inscrit les organisations et désigne leur première direction.',
    },
    manager: {
      name: 'Direction',
      description: 'Décide qui agit pour l’organisation et approuve les accords en son nom.',
    },
    coordinator: {
      name: 'Coordination',
      description: 'Rédige et négocie les accords pour l’organisation et les fait vivre.',
    },
    signatory: { name: 'Signataire', description: 'Signe les accords pour l’organisation.' },
    member: { name: 'Membre', description: 'Lit ce que l’organisation a convenu.' },
    journalist: {
      name: 'Presse',
      description: 'Travaille pour un média et peut obtenir une accréditation aux événements.',
    },
    'programme-officer': {
      name: 'Suivi de programme',
      description: 'Suit les résultats d’un programme pour l’organisation qui le finance.',
    },
  },
  signIn: {
    title: 'Se connecter',
    explanation:
      'Vous n’avez besoin d’aucun mot de passe. Nous envoyons à votre adresse électronique un lien qui vous connecte une fois.',
    address: 'Adresse électronique',
    action: 'Recevoir un lien',
    passkey: {
      title: 'Avec une clé d’accès',
      explanation:
        'Si vous avez ajouté une clé d’accès à votre compte, votre appareil vous connecte par empreinte digitale, reconnaissance faciale ou code.',
      action: 'Se connecter avec une clé d’accès',
      withoutScript:
        'Une clé d’accès nécessite JavaScript et un navigateur récent. À défaut, utilisez le lien envoyé par courriel ci-dessus.',
    },
    sent: {
      title: 'Consultez vos courriels',
      body: 'Si cette adresse appartient à quelqu’un ici, un message contenant un lien est en route. Le lien fonctionne une fois, pendant 30 minutes.',
      nothingCame:
        'Si rien n’arrive au bout de quelques minutes, consultez le dossier des indésirables et vérifiez l’adresse. C’est la direction de votre organisation qui invite les personnes.',
      noMailServer: 'Cette démonstration n’envoie pas de courriels : le message se trouve dans la boîte d’envoi.',
      outbox: 'Ouvrir la boîte d’envoi',
    },
    follow: {
      title: 'Se connecter',
      explanation: (p) => `Ce lien vous connecte en tant que ${p.name}.`,
      action: 'Se connecter',
    },
    refused: {
      unknown: {
        title: 'Ce lien est incomplet',
        body: 'L’adresse du lien n’est pas l’une des nôtres. Les messageries coupent parfois les longues adresses : copiez-la en entier, ou demandez ici un nouveau lien.',
      },
      used: {
        title: 'Ce lien a déjà servi',
        body: 'Chaque lien ne connecte qu’une fois. Si ce n’était pas vous, fermez vos autres sessions sur la page de votre compte après la connexion. Vous pouvez demander ici un nouveau lien.',
      },
      expired: {
        title: 'Ce lien a expiré',
        body: 'Les liens fonctionnent pendant 30 minutes. Vous pouvez en demander un nouveau ici.',
      },
    },
  },
  passkeys: {
    title: 'Clés d’accès',
    explanation:
      'Une clé d’accès vous connecte sans courriel et confirme votre consentement avant la signature d’un accord. Elle reste sur votre appareil ; nous n’en gardons que la moitié publique.',
    none: 'Vous n’avez pas encore de clé d’accès.',
    add: {
      title: 'Ajouter une clé d’accès',
      label: 'Nom de la clé d’accès',
      hint: 'Pour la reconnaître, par exemple « Portable du bureau ».',
      action: 'Ajouter une clé d’accès',
      withoutScript:
        'Ajouter une clé d’accès nécessite JavaScript et un navigateur récent. À défaut, vous continuez à vous connecter par le lien envoyé par courriel.',
    },
    added: (p) => `ajoutée le ${p.date}`,
    lastUsed: (p) => `dernière utilisation le ${p.date}`,
    neverUsed: 'pas encore utilisée',
    rename: 'Renommer',
    remove: 'Supprimer',
    removeNamed: (p) => `Supprimer la clé d’accès « ${p.label} »`,
    removeWarning:
      'Plus personne ne pourra l’utiliser pour se connecter. Sur l’appareil lui-même, elle reste jusqu’à ce que vous l’y supprimiez.',
    wasAdded: 'La clé d’accès a été ajoutée.',
    wasRenamed: 'La clé d’accès porte son nouveau nom.',
    wasRemoved: 'La clé d’accès a été supprimée.',
    browser: {
      cancelled: 'Rien n’a été fait : la demande a été annulée ou a pris trop de temps.',
      failed: 'La clé d’accès n’a pas fonctionné. Réessayez, ou utilisez le lien envoyé par courriel.',
      known: 'Cet appareil a déjà une clé d’accès pour votre compte.',
    },
    refused: {
      'too-late': 'Cela a pris trop de temps, ou la page était ouverte deux fois. Veuillez réessayer.',
      'not-valid':
        'La réponse de la clé d’accès n’a pas pu être vérifiée ; rien n’a donc été fait. Veuillez réessayer.',
      unknown:
        'Cette clé d’accès n’est pas connue ici, ou ne l’est plus. Connectez-vous par le lien envoyé par courriel.',
      'already-there': 'Cette clé d’accès a déjà été ajoutée.',
    },
  },
  name: {
    legend: 'Nom',
    family: 'Nom de famille',
    given: 'Prénom',
    order: 'Lequel des deux vient en premier dans votre langue ?',
    'family-first': 'Nom de famille en premier',
    'given-first': 'Prénom en premier',
    latin: 'En lettres latines',
    latinHint: 'Si votre nom s’écrit dans une autre écriture.',
    kana: 'Lecture en kana',
    kanaHint: 'La façon dont votre nom se dit en japonais : フローレンス.',
    latinFamily: 'Nom de famille en lettres latines',
    latinGiven: 'Prénom en lettres latines',
    kanaFamily: 'Nom de famille en kana',
    kanaGiven: 'Prénom en kana',
    bothParts: 'Indiquez aussi le nom de famille',
    label: 'Ce compte de démonstration porte une désignation au lieu d’un nom.',
  },
  account: {
    title: 'Votre compte',
    signedInAs: (p) => `Vous vous connectez avec ${p.address}.`,
    details: 'Nom, langue, fuseau horaire',
    language: 'Langue',
    languageHint: 'Pour les pages et les courriels.',
    timeZone: 'Fuseau horaire',
    allZones: 'Tous les fuseaux horaires',
    optional: 'facultatif',
    saved: 'Vos informations ont été enregistrées.',
    rolesTitle: 'Vos rôles',
    noRoles:
      'Vous n’avez encore de rôle dans aucune organisation. C’est la direction de votre organisation qui l’attribue.',
    roleAt: (p) => `${p.role}, ${p.organisation}`,
    zoneUnknown: 'Choisissez un fuseau horaire dans la liste',
  },
  sessions: {
    title: 'Vos sessions ouvertes',
    thisOne: 'cette session',
    began: (p) => `depuis le ${p.date}`,
    lastUsed: (p) => `dernière utilisation le ${p.date}`,
    unknownDevice: 'Appareil inconnu',
    methods: {
      'mail-link': 'par lien reçu',
      passkey: 'par clé d’accès',
      invitation: 'par invitation',
      demonstration: 'par la démonstration',
    },
    endOthers: 'Fermer toutes les autres sessions',
    othersEnded: 'Toutes les autres sessions ont été fermées.',
    onlyThis: 'Aucune autre session n’est ouverte.',
  },
  tokens: {
    title: 'Accès pour des programmes (API)',
    explanation:
      'Un jeton permet à un programme d’agir pour vous, dans les limites que vous fixez ici. Gardez-le comme une clé.',
    none: 'Vous n’avez pas encore créé de jeton.',
    add: 'Créer un jeton',
    name: 'À quoi sert-il ?',
    nameHint: 'Par exemple « Export vers notre site ».',
    scopes: 'Que peut-il faire ?',
    scopeNames: {
      'organisations:read': 'Lire les organisations',
      'organisations:write': 'Modifier les organisations',
      'agreements:read': 'Lire les accords',
      'agreements:write': 'Rédiger et modifier les accords',
      'agreements:sign': 'Consentir et signer comme signataire',
      'events:read': 'Lire les événements et les inscriptions',
      'events:write': 'Modifier les événements et les inscriptions',
      'ceremonies:read': 'Lire les cérémonies',
      'ceremonies:write': 'Conduire les cérémonies',
      'press:read': 'Lire les communiqués de presse',
      'press:write': 'Rédiger et approuver des communiqués de presse',
      'exchange:read': 'Lire le journal des contacts',
      'exchange:write': 'Tenir le journal des contacts',
    },
    expiry: 'Valable',
    days: (p) => plural('fr', p.count, { one: '# jour', other: '# jours' }),
    action: 'Créer le jeton',
    madeTitle: 'Votre nouveau jeton',
    madeBody:
      'Copiez-le maintenant : il n’est affiché que cette fois et nous n’en gardons pas de copie. Quiconque le possède agit en votre nom.',
    copy: 'Copier',
    copied: 'Copié',
    backToAccount: 'Retour à votre compte',
    validUntil: (p) => `valable jusqu’au ${p.date}`,
    expired: (p) => `expiré le ${p.date}`,
    lastUsed: (p) => `dernière utilisation le ${p.date}`,
    neverUsed: 'pas encore utilisé',
    revoke: 'Révoquer',
    revokeNamed: (p) => `Révoquer le jeton « ${p.name} »`,
    revoked: 'Le jeton a été révoqué et ne fonctionne plus.',
    tooMany: 'Vous avez 20 jetons. Révoquez d’abord celui dont vous n’avez plus besoin',
    notValid: 'Le jeton est inconnu, a expiré ou a été révoqué.',
    scopeMissing: (p) => `Ce jeton n’a pas été créé pour cela ; il lui faudrait la portée ${p.scope}.`,
  },
  people: {
    title: (p) => `Personnes de ${p.organisation}`,
    explanation: 'Qui agit ici pour cette organisation, et dans quel rôle. Une personne peut en avoir plusieurs.',
    name: 'Nom',
    address: 'Courriel',
    role: 'Rôle',
    since: 'Depuis',
    end: 'Mettre fin',
    endNamed: (p) => `Mettre fin au rôle ${p.role} de ${p.name}`,
    none: 'Personne n’a encore de rôle dans cette organisation. Invitez ci-dessous la première personne.',
    give: 'Attribuer un autre rôle',
    person: 'Personne',
    giveAction: 'Attribuer le rôle',
    given: 'Le rôle a été attribué.',
    ended: 'Le rôle a pris fin.',
    refused: {
      'last-manager':
        'C’est la dernière personne à la direction. Attribuez d’abord ce rôle à quelqu’un d’autre, pour que l’organisation ne reste pas sans direction.',
      'already-held': 'Cette personne a déjà ce rôle.',
      'not-there': 'Cette personne n’a plus de rôle ici. Veuillez consulter de nouveau la liste.',
    },
  },
  operators: {
    title: 'Exploitation',
    explanation:
      'Ces personnes font fonctionner l’installation : elles inscrivent les organisations et désignent leur première direction, mais n’agissent pour aucune d’elles.',
    address: 'Adresse électronique d’une personne ayant un compte',
    action: 'Confier l’exploitation',
    given: 'Le rôle d’exploitation a été attribué.',
    ended: 'Le rôle a pris fin.',
    unknown: 'Personne n’a cette adresse ici. Faites d’abord inviter la personne par une organisation',
    last: 'C’est la dernière personne chargée de l’exploitation. Confiez d’abord ce rôle à quelqu’un d’autre.',
  },
  invitations: {
    title: 'Invitations',
    invite: 'Inviter quelqu’un',
    explanation: 'La personne reçoit par courriel un lien personnel, valable 14 jours.',
    address: 'Adresse électronique',
    role: 'Rôle',
    language: 'Langue du courriel',
    action: 'Envoyer l’invitation',
    sent: 'L’invitation a été envoyée.',
    open: (p) => `ouverte jusqu’au ${p.date}`,
    expired: (p) => `expirée le ${p.date}`,
    none: 'Aucune invitation n’est ouverte.',
    withdraw: 'Retirer',
    withdrawNamed: (p) => `Retirer l’invitation adressée à ${p.address}`,
    withdrawn: 'L’invitation a été retirée ; son lien ne fonctionne plus.',
    alreadyHeld: 'Cette personne a déjà ce rôle',
    tooMany: 'Vous avez envoyé un très grand nombre d’invitations aujourd’hui. Veuillez continuer demain',
    accept: {
      title: (p) => `Invitation de ${p.organisation}`,
      invited: (p) => `${p.organisation} vous invite à agir pour elle. Votre rôle : ${p.role}.`,
      asKnown: (p) => `Vous avez déjà un compte ici, ${p.name}. Le rôle s’y ajoute.`,
      yourName: 'Indiquez votre nom tel qu’il doit apparaître aux autres organisations.',
      action: 'Accepter et se connecter',
    },
    refused: {
      unknown: {
        title: 'Ce lien est incomplet',
        body: 'L’adresse du lien n’est pas l’une des nôtres. Copiez-la en entier depuis le courriel, ou adressez-vous à l’organisation dont vient l’invitation.',
      },
      accepted: {
        title: 'Cette invitation a déjà été acceptée',
        body: 'Chaque invitation ne sert qu’une fois. Si c’était vous, connectez-vous avec votre adresse électronique.',
      },
      expired: {
        title: 'Cette invitation a expiré',
        body: 'Les invitations sont valables 14 jours. Demandez-en une nouvelle à l’organisation dont elle vient.',
      },
      withdrawn: {
        title: 'Cette invitation a été retirée',
        body: 'L’organisation l’a reprise ou vous en a envoyé une plus récente. Cherchez un message plus récent, ou adressez-vous à elle.',
      },
    },
  },
  demonstration: {
    title: 'Agir à la place de quelqu’un',
    explanation:
      'Dans cette démonstration, vous prenez la place de chacun d’un seul clic. Les personnes sont fictives et représentent leurs fonctions.',
    actAs: 'Agir pour cette personne',
    actAsNamed: (p) => `Agir en tant que ${p.name}`,
    none: 'La démonstration n’a encore personne.',
  },
  outbox: {
    title: 'Boîte d’envoi',
    explanation: 'Tous les messages que cette installation a rédigés, les plus récents d’abord.',
    warning:
      'Les messages contiennent des liens personnels. Lorsqu’un serveur de messagerie les remet, leur contenu n’est pas montré ici.',
    none: 'Aucun message n’a encore été rédigé.',
    to: 'À',
    subject: 'Objet',
    written: 'Rédigé',
    state: 'État',
    states: { waiting: 'en attente', retrying: 'sera réessayé', delivered: 'remis', 'given-up': 'abandonné' },
    older: 'Messages plus anciens',
    notShown: 'Contenu non montré',
    withoutContent:
      'Le contenu n’est pas montré : il a été effacé au terme de son délai, ou bien il donne accès à une seule personne et lui est remis par courriel.',
    asText: 'En texte',
    asHtml: 'Ouvrir tel que le destinataire le voit',
    attachments: 'Pièces jointes',
    tries: 'Tentatives de remise',
    outcomes: { delivered: 'remis', deferred: 'reporté', failed: 'échoué' },
    retry: 'Réessayer',
    retried: 'Une nouvelle tentative a lieu maintenant.',
    back: 'Tous les messages',
  },
  mails: {
    signIn: {
      subject: 'Votre lien de connexion à Musubi',
      greeting: (p) => `Bonjour ${p.name},`,
      body: (p) =>
        `Ouvrez ce lien et appuyez sur le bouton qui s’y trouve pour vous connecter. Il fonctionne une fois, pendant ${p.minutes} minutes.`,
      action: 'Se connecter',
      footer: 'Si vous n’avez rien demandé, ne faites rien : sans le lien, personne n’entre.',
    },
    invitation: {
      subject: (p) => `${p.organisation} vous invite sur Musubi`,
      greeting: 'Bonjour,',
      invitedBy: (p) =>
        `${p.inviter} vous invite à agir pour ${p.organisation} sur Musubi, où les pôles concluent leurs accords. Votre rôle : ${p.role}.`,
      invited: (p) =>
        `Cette invitation vous permet d’agir pour ${p.organisation} sur Musubi, où les pôles concluent leurs accords. Votre rôle : ${p.role}.`,
      validFor: (p) => `Le lien est personnel et valable ${p.days} jours.`,
      action: 'Voir l’invitation',
      footer:
        'Si vous n’attendiez pas ce message, ne faites rien : aucun compte n’est créé tant que vous n’acceptez pas.',
    },
  },
}
