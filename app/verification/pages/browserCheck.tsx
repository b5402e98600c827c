import type { Locale } from '../../language/locales.ts'
import type { Catalogue } from '../../platform/i18n/catalogue.ts'
import { Button } from '../../ui/button.tsx'
import { FileField } from '../../ui/inputs.tsx'
import { Status } from '../../ui/status.tsx'
import type { BrowserWords } from '../browserWords.ts'
import { browserWords } from '../browserWords.ts'
import { tones } from './said.tsx'
import { Verdict } from './verdict.tsx'

const levels = ['holds', 'warns', 'fails'] as const

/**
 * The frame for the island `check-file`: without scripts a sentence that names the other way; with them a form of its own. Its
 * words and shapes stand in templates, which no policy on scripts has to allow.
 */
export function BrowserCheck({ t, locale }: { t: Catalogue; locale: Locale }) {
  const words = t.verification.browser
  const handed: BrowserWords = browserWords(t, locale)
  return (
    <section class="stack" aria-labelledby="browser">
      <h2 id="browser">{words.title}</h2>
      <check-file data-root="/pki/root.pem">
        <p>{t.verification.withoutScript}</p>
        <template data-part="words">{JSON.stringify(handed)}</template>
        <template data-part="form">
          <p>{words.body}</p>
          <form class="form">
            <FileField name="file" id="browser-file" label={words.file} accept=".pdf,application/pdf" required />
            <FileField name="root" id="browser-root" label={words.root} accept=".pem,.crt,.cer" />
            <div class="form-actions">
              <Button kind="secondary">{words.submit}</Button>
            </div>
          </form>
          <div role="status" data-part="result"></div>
        </template>
        {levels.map((level) => (
          <>
            <template data-part={`verdict-${level}`}>
              <Verdict judgement={{ level, reasons: [] }} t={t} />
            </template>
            <template data-part={`status-${level}`}>
              <Status tone={tones[level]}>{t.verification.levels[level]}</Status>
            </template>
          </>
        ))}
      </check-file>
    </section>
  )
}
