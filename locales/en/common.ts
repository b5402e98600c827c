export const common = {
  product: 'Musubi',
  tagline: 'From a signed memorandum to a working alliance',
  skipToContent: 'Skip to content',
  language: 'Language',
  menu: 'Menu',
  nav: {
    label: 'Main',
    today: 'Today',
    organisations: 'Organisations',
    agreements: 'Agreements',
    events: 'Events',
    releases: 'Press',
    verify: 'Verify',
    about: 'About',
  },
  account: { signIn: 'Sign in', signOut: 'Sign out', signedInAs: (p: { name: string }) => `Signed in as ${p.name}` },
  demonstration: 'DEMONSTRATION',
  demonstrationBanner:
    'This is a demonstration. The people who act here are invented, and nothing signed here binds anybody.',
  embeddedBanner:
    'Musubi is running on its embedded database: good for trying out and for a small office. For signing in earnest, use PostgreSQL.',
  actions: {
    save: 'Save',
    cancel: 'Cancel',
    back: 'Back',
    continue: 'Continue',
    edit: 'Edit',
    remove: 'Remove',
    close: 'Close',
    search: 'Search',
  },
  footer: {
    licence: 'Free software under the EUPL 1.2',
    api: 'API',
    styleguide: 'Style guide',
    status: 'Status',
  },
}
