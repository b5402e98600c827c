#!/usr/bin/env node
// The command line. This file only finds Node.js 24; the commands are in app/commandLine.
import { join } from 'node:path'
import { root } from './node24.mjs'
import { run } from './run.mjs'

// Compiled code is kept between starts: that is half a second of each.
const NODE_COMPILE_CACHE = process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.cache', 'musubi', 'compiled')

run(join(root, 'app', 'commandLine', 'main.ts'), process.argv.slice(2), { env: { NODE_COMPILE_CACHE } })
