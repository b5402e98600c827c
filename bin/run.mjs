// `node bin/run.mjs FILE|TOOL [ARGS]`: runs a TypeScript file of ours, or a tool from node_modules, on Node.js 24.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { findNode24, root } from './node24.mjs'

// Named whole: a bare name would be looked for where the caller stands, not here.
const tsx = () => ['--import', import.meta.resolve('tsx')]

/** Starts Node.js 24 on what is asked, passes signals on, and ends as it ends. */
export function run(target, args, options = {}) {
  const isScript = /\.(ts|tsx|mjs)$/.test(target) && existsSync(target)
  const command = isScript ? [...tsx(), target] : [toolPath(target)]
  const child = spawn(findNode24(), ['--disable-warning=ExperimentalWarning', ...command, ...args], {
    stdio: 'inherit',
    ...options,
    env: { TSX_TSCONFIG_PATH: join(root, 'tsconfig.json'), ...process.env, ...options.env },
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
}

function toolPath(name) {
  const folder = join(root, 'node_modules', ...name.split('/'))
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, typeof bin === 'string' ? bin : Object.values(bin)[0])
}

if (process.argv[1] && dirname(process.argv[1]) === join(root, 'bin') && process.argv[1].endsWith('run.mjs')) {
  const [target, ...args] = process.argv.slice(2)
  if (!target) {
    console.error('usage: node bin/run.mjs FILE|TOOL [ARGS]')
    process.exit(2)
  }
  run(target, args)
}
