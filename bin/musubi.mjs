#!/usr/bin/env node
// The command line. This file only finds Node.js 24; the commands are in app/commandLine.
import { join } from 'node:path'
import { root } from './node24.mjs'
import { run } from './run.mjs'

run(join(root, 'app', 'commandLine', 'main.ts'), process.argv.slice(2))
