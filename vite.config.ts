import { globSync } from 'node:fs'
import { defineConfig } from 'vite'

// Builds only what browsers load: one style sheet, and one script an island. The server runs from source.
export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'dist/assets',
    assetsDir: '.',
    manifest: true,
    modulePreload: false,
    target: 'es2022',
    rollupOptions: {
      input: ['app/styles/index.css', ...globSync('app/islands/*.ts').filter((file) => !file.endsWith('.test.ts'))],
    },
  },
  logLevel: 'warn',
})
