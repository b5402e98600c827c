import { everybody, type Permissions } from './rows.ts'

/** Pages and files that belong to nobody. */
export const sitePermissions: Permissions = {
  'GET /healthz': { answers: everybody('open') },
  'GET /readyz': { answers: everybody('open') },
  // Built files are for everybody; a test has none built.
  'GET /assets/:file{[\\w.-]+}': { path: () => '/assets/absent.css', answers: everybody('hidden') },
  'GET /': { answers: everybody('open') },
  'GET /styleguide': { answers: everybody('open') },
  'GET /:locale{(?:ja|en|fr|de|it)}': { path: () => '/en', answers: everybody('open') },
  'GET /:locale/about': { answers: everybody('open') },
  'GET /:locale/status': { answers: everybody('open') },
  'GET /:locale/styleguide': { answers: everybody('open') },
  'GET /sitemap.xml': { answers: everybody('open') },
  'GET /robots.txt': { answers: everybody('open') },
  'GET /favicon.svg': { answers: everybody('open') },
  'GET /favicon.ico': { answers: everybody('open') },
  'GET /pki/root.pem': { answers: everybody('open') },
  'GET /pki/revoked.crl': { answers: everybody('open') },
}
