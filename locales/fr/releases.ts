import type { Catalogue } from '../en.ts'

export const releases: Catalogue['releases'] = {
  title: 'Communiqués de presse',
  form: {
    kind: 'Communiqué de presse',
    addressees: 'Aux rédactions',
    immediate: 'Pour diffusion immédiate',
    embargoed: (p) => `Sous embargo jusqu’au ${p.until}`,
    uponSignature: 'Sous embargo jusqu’à la signature de toutes les parties',
    outline: 'L’événement en bref',
    when: 'Date et heure',
    where: 'Lieu',
    attendees: 'Participants',
    counterpart: 'Partenaires',
    own: 'Organisateur',
    aboutAlliance: (p) => `À propos de ${p.name}`,
    aboutOrganisation: (p) => `À propos de ${p.name}`,
    programme: (p) => `du programme ${p.programme} (${p.of})`,
    plainProgramme: (p) => `du programme ${p.programme}`,
    takingPart: (p) =>
      p.count === 1 ? `Un pôle y participe : ${p.members}.` : `Les ${p.word} pôles participants sont ${p.members}.`,
    takingPartThrough: (p) =>
      p.count === 1
        ? `Un pôle y participe dans le cadre ${p.programme} : ${p.members}.`
        : `Dans le cadre ${p.programme}, ${p.word} pôles y participent : ${p.members}.`,
    countWords: [
      'aucun',
      'un',
      'deux',
      'trois',
      'quatre',
      'cinq',
      'six',
      'sept',
      'huit',
      'neuf',
      'dix',
      'onze',
      'douze',
    ],
    standsFor: (p) => `${p.short} est l’abréviation de « ${p.long} ».`,
    qualified: {
      exactly: (p) => `${p.value} ${p.counted}`,
      about: (p) => `environ ${p.value} ${p.counted}`,
      'more-than': (p) => `plus de ${p.value} ${p.counted}`,
    },
    figures: (p) => `En chiffres : ${p.figures}.`,
    coverage: 'Informations pour les journalistes',
    apply:
      'Les journalistes qui souhaitent participer sont priés d’écrire par courriel au contact presse indiqué ci-dessous.',
    deadline: (p) => `Date limite : ${p.until}.`,
    applyOnPage: (p) =>
      `Les journalistes qui souhaitent participer sont priés de s’inscrire sur cette page : ${p.page}`,
    applyUntil: (p) => `Date limite : ${p.until}.`,
    contact: 'Contact presse',
    telephone: (p) => `Téléphone : ${p.number}`,
    address: (p) => `Courriel : ${p.address}`,
    closing: 'Fin du communiqué',
    notes: 'Notes aux rédactions',
    countedApart:
      'Les chiffres donnés pour les pôles ne comptent pas la même chose et ne peuvent pas être additionnés :',
    nativeNames: (p) => `Noms en japonais : ${p.names}.`,
    mark: 'DÉMONSTRATION',
    page: (p) => `${p.page} sur ${p.pages}`,
  },
  slips: {
    title: 'Erreurs de la source',
    intro:
      'L’annonce dont ces faits sont tirés contient les erreurs suivantes. Le communiqué ne les reproduit pas ; veuillez les signaler à l’auteur de l’annonce.',
    caption: 'Ce que dit la source, et ce qu’écrit le communiqué',
    columns: { source: 'Dans la source', written: 'Dans le communiqué', note: 'Pourquoi' },
    open: 'Non corrigé, à vérifier. Proposition :',
    additions: 'Ajouté par la forme',
    addition: {
      year: 'L’année de la date limite, qui est toujours écrite en entier.',
      zone: 'Le fuseau de chaque heure, puisque les lecteurs vivent dans plusieurs.',
    },
    none: 'Aucune erreur n’est relevée pour ce communiqué.',
  },
}
