import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { build } from 'vite'
import { isLocale } from '../language/locales.ts'
import { StyleguidePage } from './styleguide.tsx'

// For looking at the parts while working on them, without a database:
//   node bin/run.mjs app/ui/preview.ts [port] [minutes]
// Serves the style guide at /ja, /en … with the style sheet as it will be shipped, and ends by itself.

const port = Number(process.argv[2] ?? 24_040)
const minutes = Number(process.argv[3] ?? 10)

async function bundle(input: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: { write: false, target: 'es2022', rollupOptions: { input } },
  })
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) => ('output' in one ? one.output : []))
  const wanted = input.endsWith('.css') ? '.css' : '.js'
  const found = outputs.find((output) => output.fileName.endsWith(wanted))
  return found?.type === 'asset' ? String(found.source) : (found?.code ?? '')
}

const server = createServer((request, response) => void answer(request, response))

async function answer(request: IncomingMessage, response: ServerResponse) {
  const { pathname, searchParams } = new URL(request.url ?? '/', `http://127.0.0.1:${port}`)
  if (pathname === '/index.css') return send('text/css', await bundle('app/styles/index.css'))
  if (pathname === '/copy-text.js') return send('text/javascript', await bundle('app/islands/copy-text.ts'))
  const locale = pathname.slice(1, 3)
  if (!isLocale(locale)) return response.writeHead(302, { location: '/en' }).end()
  const asked = searchParams.get('theme')
  const theme: 'dark' | 'light' | undefined = asked === 'dark' || asked === 'light' ? asked : undefined
  const assets = { css: '/index.css', scripts: ['/copy-text.js'] }
  send('text/html; charset=utf-8', String(await StyleguidePage({ locale, assets, ...(theme ? { theme } : {}) })))

  function send(type: string, body: string) {
    response
      .writeHead(200, {
        'content-type': type,
        'content-security-policy':
          "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'",
      })
      .end(body)
  }
}

server.listen(port, '127.0.0.1', () => process.stdout.write(`http://127.0.0.1:${port}/en for ${minutes} minutes\n`))
setTimeout(() => process.exit(0), minutes * 60_000)
