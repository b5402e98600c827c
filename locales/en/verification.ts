export const verification = {
  title: 'Verify a signed file',
  lede: 'Find out whether a signed agreement still is what was signed, who signed it and when.',
  upload: {
    title: 'Check a file',
    file: 'Signed PDF',
    hint: 'PDF, up to 30 MB. The file is checked and then forgotten: nothing is stored.',
    submit: 'Check the file',
    errors: {
      empty: 'Choose a file first',
      emptyFile: 'This file is empty. Choose the PDF you received',
      notPdf: 'This is not a PDF file. Choose the signed PDF itself, not a scan, a photograph or a packed folder',
      unreadable: 'The file did not arrive whole. Please send it again',
    },
  },
  browser: {
    title: 'Check it in this browser',
    body: 'The file is checked on your device and is not sent anywhere. What you rely on is the root certificate: take this installation’s, or choose one that reached you another way.',
    file: 'Signed PDF',
    root: 'Root certificate (PEM), if you have your own',
    submit: 'Check in this browser',
    checking: 'Checking …',
    computedHere: 'This result was computed in this browser. The file was not sent.',
    rootOfInstallation: 'The root certificate came from this installation.',
    rootOfReader: 'The root certificate is the one you chose.',
    noRoot:
      'The root certificate could not be loaded. Choose one from your device, or send the file with the form above.',
    badRoot: 'This is not a certificate in PEM form. Choose a .pem or .crt file.',
    failed: 'This browser could not do the check. Send the file with the form above instead.',
    noRecord: 'Whether the activity record matches can be said only by the installation: use the form above for that.',
  },
  withoutScript: 'With scripts switched on, the file can also be checked in your browser, without sending it.',
  lookup: {
    title: 'Look up an agreement',
    reference: 'Reference of the agreement',
    hint: 'Eight letters and figures such as 7K3F-9QX2; it stands on the first page.',
    submit: 'Show the verification',
    unknown:
      'No public agreement has this reference. Compare it with the first page; agreements that are not public are shown to their parties only',
  },
  resultTitle: 'Verification',
  resultOf: (p: { title: string }) => `Verification: ${p.title}`,
  verdicts: {
    holds: {
      word: 'Holds',
      file: 'Everything that can be checked about this file holds.',
    },
    warns: {
      word: 'Holds with reservations',
      file: 'The signatures in this file hold, with reservations that are named below.',
    },
    fails: {
      word: 'Does not hold',
      file: 'Do not rely on this file. What does not hold is named below.',
    },
  },
  reasons: {
    altered: 'Its content was changed after signing.',
    unreadable: 'It cannot be read as a PDF the standard describes.',
    unsigned: 'It carries no signature.',
    missing: 'A signature that should be there is missing or not valid.',
    record: 'The activity record of this agreement does not match.',
    trial: 'It is a demonstration or was stamped by the trial service: it proves nothing to a third party.',
    unknownRoot: 'Who issued its certificates is not known to this installation.',
    olderRevision: 'It is an earlier state of the document; later signatures are not in it.',
  },
  levels: { holds: 'holds', warns: 'note', fails: 'does not hold' },
  who: {
    title: 'Who signed',
    none: 'There is no signature in this file.',
    unnamed: 'Name not readable',
    seal: 'Seal of the installation',
    archive: 'Archive time-stamp',
    signature: 'Signature',
    office: 'Office',
    organisation: 'Organisation',
    at: 'When',
    atUnknown: 'Not proven: there is no valid time-stamp',
    stampedBy: 'Time-stamp by',
    trialService: (p: { service: string }) =>
      `${p.service} (trial service of this installation: proves nothing to a third party)`,
    reason: 'Stated reason',
    root: 'Certified by',
    certificate: 'Certificate (SHA-256)',
    findings: 'What was checked',
    evidence: 'Signed evidence, as the signer wrote it',
    invalid: 'What this signature claims must not be relied on.',
  },
  document: {
    title: 'The document',
    sha256: 'Fingerprint of the file (SHA-256)',
    pages: 'Pages',
    size: 'Size',
    bytes: (p: { count: string }) => `${p.count} bytes`,
    agreement: 'Agreement',
    revision: 'State',
    revisions: {
      newest: 'This is the newest state of the document that this installation keeps.',
      earlier: 'This is an earlier state. A newer one with more signatures exists.',
      none: 'These exact bytes were not made by this installation, though the agreement in them was.',
    },
    notOurs: 'No agreement of this installation is in this file, so it was checked by what it contains alone.',
    openAgreement: 'Open the agreement',
  },
  record: {
    title: 'The activity record',
    explanation:
      'Every act on an agreement is an entry that carries the fingerprint of the one before. The whole chain was computed again just now.',
    sound: (p: { rows: string }) => `The chain is whole: ${p.rows} entries.`,
    soundErased: (p: { rows: string }) =>
      `The chain is whole: ${p.rows} entries. Personal values were erased from some of them, as their owners may ask; nothing else is missing.`,
    unsound: 'The chain is not whole. What was found:',
    empty: 'There is no entry at all, though the agreement exists: the record was removed.',
    headsMatch: (p: { count: string }) => `The heads carried in the signatures match the chain (${p.count} checked).`,
    noHeads: 'The signatures carry no head of the chain to compare with.',
    anchored: (p: { seq: string; at: string; service: string }) =>
      `Entries up to number ${p.seq} were time-stamped on ${p.at} by ${p.service}. Later entries rest on this installation’s database alone.`,
    anchoredAll: (p: { seq: string; at: string; service: string }) =>
      `All entries up to the last one, number ${p.seq}, were time-stamped on ${p.at} by ${p.service}.`,
    trial: 'That service is the built-in one for trial: its time-stamp proves nothing to a third party.',
    notAnchored: 'No time-stamp was made over the chain yet: it rests on this installation’s database alone.',
    findings: {
      altered: (p: { seq: string }) => `Entry ${p.seq} was changed after it was written.`,
      reordered: (p: { seq: string; belongsAt: string }) =>
        `Entry ${p.seq} was moved; it was written as number ${p.belongsAt}.`,
      missing: (p: { from: string; to: string }) => `Entries ${p.from} to ${p.to} are missing.`,
      duplicate: (p: { seq: string }) => `There is more than one entry ${p.seq}.`,
      'broken-link': (p: { seq: string }) => `Entry ${p.seq} does not follow the one before it.`,
      foreign: (p: { seq: string }) => `Entry ${p.seq} belongs to something else.`,
      'head-differs': (p: { last: string }) =>
        `The note of the last entry differs from the last entry, number ${p.last}.`,
      'cut-tail': (p: { anchored: string; last: string }) =>
        `The chain ends at entry ${p.last}, but entry ${p.anchored} is known from outside: the end was cut off.`,
      recomputed: (p: { seq: string }) =>
        `Entry ${p.seq} differs from what was known outside: the chain was written anew.`,
      'anchor-unproven': (p: { seq: string }) => `The time-stamp over entry ${p.seq} is not genuine.`,
      'commitment-mismatch': (p: { seq: string }) =>
        `A personal value of entry ${p.seq} is not the one that was recorded.`,
      uncommitted: (p: { seq: string }) => `Entry ${p.seq} has a personal value that was never recorded with it.`,
      erased: (p: { seq: string }) =>
        `A personal value of entry ${p.seq} was erased, as its owner may ask. This is no fault.`,
    },
  },
  proves: {
    title: 'What this page does not prove',
    items: [
      'Who the signatories are. Their names were entered by their organisations and their mail addresses were reached; no identity document was checked.',
      'That they could bind their organisations. The ground they gave is on record; it was not examined.',
      'A qualified electronic signature. These signatures are designed as advanced ones, under this installation’s own authority.',
      'That this page tells the truth. Whoever runs the server could change it. Check the file elsewhere, as described below.',
    ],
  },
  yourself: {
    title: 'Check it yourself',
    body: 'Download the root certificate, compare its fingerprint with one that reached you another way, and verify the file with a program that is not ours.',
    root: 'Root certificate (PEM)',
    list: 'Revoked certificates (CRL)',
    pdfsig: 'With pdfsig (Poppler), after the root was added to a certificate store:',
    openssl: 'The root’s fingerprint, with OpenSSL:',
    another: 'Check another file',
  },
  stored: {
    damaged:
      'The file kept by this installation is no longer the one that was stored: its bytes were changed. Do not rely on it.',
    none: {
      title: 'There is no document yet',
      body: 'The text is still being agreed. The document is made when all parties have approved it.',
    },
  },
  signature: {
    'signature.intact': () => 'The signature fits the content it covers: not a byte of it was changed.',
    'signature.broken': () =>
      'The signature does not fit the content: it was changed after signing, or the signature is false.',
    'signature.malformed': (p: { detail: string }) => `The signature cannot be read (${p.detail}).`,
    'signature.covers-revision': (p: { end: string }) =>
      `It covers the whole file as it was when signed (${p.end} bytes).`,
    'signature.covers-too-little': () => 'It does not cover the whole file as it was when signed.',
    'certificate.trusted': (p: { root: string }) => `The certificate leads to a root that is trusted here: ${p.root}.`,
    'certificate.unknown-root': () =>
      'The certificate’s root is not among those trusted here: the name in it is only a claim.',
    'certificate.invalid': (p: { reason: string }) => `The certificate was not valid for this signature: ${p.reason}.`,
    'root.demonstration': (p: { root: string }) =>
      `The root (${p.root}) is a demonstration’s: the signature binds nobody.`,
    'revocation.not-revoked': (p: { listedAt: string }) =>
      `The certificate was not revoked, by the list of ${p.listedAt}.`,
    'revocation.revoked-later': (p: { at: string }) =>
      `The certificate was revoked on ${p.at}, after this signature; the signature stands.`,
    'revocation.revoked': (p: { at: string }) => `The certificate had been revoked before this signature, on ${p.at}.`,
    'revocation.unknown': () => 'Whether the certificate was revoked is not known: the file brings no list.',
    'time-stamp.holds': (p: { at: string; service: string }) =>
      `The time-stamp holds: the signature existed on ${p.at}, says ${p.service}.`,
    'time-stamp.trial': (p: { service: string }) =>
      `The time comes from the trial service ${p.service}: it proves nothing to a third party.`,
    'time-stamp.missing': () => 'There is no time-stamp: when it was signed is only claimed.',
    'time-stamp.broken': () => 'The time-stamp does not belong to this signature, or is false.',
    'time-stamp.unknown-root': (p: { service: string }) =>
      `The time-stamp service ${p.service} is not among those trusted here.`,
    'time-stamp.invalid': (p: { reason: string }) => `The time-stamp service’s certificate was not valid: ${p.reason}.`,
    'time.differs': (p: { claimed: string; stamped: string }) =>
      `The signer’s clock said ${p.claimed}; the time-stamp says ${p.stamped}. The time-stamp counts.`,
    'evidence.unreadable': () => 'The signed evidence of consent cannot be read.',
  },
  file: {
    'document.unreadable': (p: { detail: string }) => `The file cannot be read as a PDF (${p.detail}).`,
    'document.encrypted': () =>
      'The file is encrypted. Save a copy without a password, as you received it for signing, and check that.',
    'document.too-large': () => 'The file is larger or more complicated than what can be checked here.',
    'document.unsigned': () => 'The file carries no signature.',
    'document.active-content': (p: { object: string }) =>
      `The file holds a script or an action (object ${p.object}): what a reader shows may depend on it.`,
    'approved.unchanged': () => 'The text is, byte for byte, the one that all parties approved.',
    'approved.changed': () => 'The text is not the one that the parties approved.',
    'approved.unknown': () => 'Which text the parties approved cannot be seen from this file.',
    'certification.holds': () => 'The installation sealed the document so that only signatures may be added.',
    'certification.missing': () => 'No seal restricts what may be added to the document.',
    'certification.too-late': () =>
      'The seal was made after the first signature, so it says nothing about what came before.',
    'certification.allows-too-much': () => 'The seal allows more to be changed than signatures.',
    'changes.only-signatures': (p: { revisions: string }) =>
      `Nothing but signatures and time-stamps was added (${p.revisions} in all).`,
    'changes.not-allowed': (p: { part: string; object: string; after: string }) =>
      `Something was changed that signatures do not allow: ${p.part} (object ${p.object}, after ${p.after}).`,
    'changes.unsigned': () => 'Something was added after the last signature; nobody signed that addition.',
    'trailing-bytes': (p: { count: string }) =>
      `After the end of the document there are ${p.count} bytes that belong to nothing.`,
    'signatories.complete': (p: { count: string }) =>
      `Everybody who signed according to the record is in the file (${p.count}).`,
    'signatory.missing': (p: { field: string }) =>
      `A signature that the record knows is missing or not valid in the file (${p.field}).`,
    'signatory.other': (p: { expected: string; found: string }) =>
      `The record names “${p.expected}”, the signature in the file “${p.found}”.`,
    'archive.holds': (p: { until: string }) =>
      `An archive time-stamp protects the whole file; it should be renewed before ${p.until}.`,
    'archive.missing': () => 'No archive time-stamp protects the file for the long term yet.',
  },
  invalidReasons: {
    expired: 'it had expired',
    'not-yet-valid': 'it was not valid yet',
    'wrong-purpose': 'it was issued for another purpose',
    'too-long': 'the chain of certificates is too long or tangled',
    revoked: 'it had been revoked',
  },
  parts: {
    catalogue: 'the document’s catalogue',
    page: 'a page',
    contents: 'what a page shows',
    annotation: 'an annotation',
    field: 'a form field',
    form: 'the form',
    structure: 'the structure for reading aloud',
    metadata: 'the description of the document',
    trailer: 'the file’s directory',
    removed: 'something that was removed',
    'filled-in': 'a place that was filled in afterwards',
    other: 'something else',
  },
}
