import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ReleaseBody } from '../body.tsx'
import type { ComposedRelease } from '../composed.ts'
import type { Program } from '../../../../test/oracles/program.ts'

/** Full and half width as one, without spaces, line ends and the hyphens of divided words: as one compares what two papers say. */
export const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[\s\u00AD\u2060-]/gu, '')
    .replaceAll('\u2010', '')

const html = (view: unknown): string => String(view)

/** The release as a page has it. */
export const htmlOf = (composed: ComposedRelease): string => html(<ReleaseBody composed={composed} />)

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }

/** What a reader of the page reads, one block after the other. */
export const textOfHtml = (html: string): string =>
  html.replaceAll(/<[^>]*>/g, '').replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity)

/** Asks a program about a PDF; the file is gone afterwards. `-` in the options stands for it. */
export function asked(program: Program, pdf: Uint8Array, options: (file: string) => string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'musubi-release-'))
  const file = join(folder, 'release.pdf')
  writeFileSync(file, pdf)
  const { stdout } = spawnSync(program, options(file), { encoding: 'utf8', timeout: 30_000 })
  rmSync(folder, { recursive: true })
  return stdout
}

/**
 * The text between the margins: without the page numbers, and without the mark of a demonstration, which would stand in the middle of a sentence.
 * In the order of the file, which is that of its tags; pdftotext would otherwise take a full-width space for the gap between two columns.
 */
export const textOfPdf = (pdf: Uint8Array): string =>
  asked('pdftotext', pdf, (file) => ['-raw', '-x', '55', '-y', '50', '-W', '486', '-H', '742', file, '-'])
