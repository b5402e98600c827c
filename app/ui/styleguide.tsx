import type { Locale } from '../language/locales.ts'
import { Button } from './button.tsx'
import { Form, FormActions, ErrorSummary } from './form.tsx'
import { Layout } from './layout.tsx'
import { TextField, TextArea } from './inputs.tsx'

export function StyleguidePage({
  locale,
  assets,
  theme,
}: {
  locale: Locale
  assets: { css: string; scripts: string[] }
  theme?: 'light' | 'dark'
}) {
  return (
    <Layout
      locale={locale}
      title="Style guide"
      alternates={(['ja', 'en', 'fr', 'de', 'it'] as const).map((l, i) => ({
        locale: l,
        href: `/${l}`,
        label: ['日本語', 'English', 'Français', 'Deutsch', 'Italiano'][i]!,
      }))}
      nav={[
        { href: '#', label: 'Today', current: false },
        { href: '#', label: 'Organisations', current: true },
        { href: '#', label: 'Agreements', current: false },
        { href: '#', label: 'Verify', current: false },
      ]}
      words={{
        product: 'Musubi',
        tagline: 'From a signed memorandum to a working alliance',
        skipToContent: 'Skip to content',
        language: 'Language',
        menu: 'Menu',
        nav: { label: 'Main' },
        footer: {
          licence: 'Free software under the EUPL 1.2',
          api: 'API',
          styleguide: 'Style guide',
          status: 'Status',
        },
      }}
      account={<a href="#">Sign in</a>}
      {...(theme ? { theme } : {})}
      banner="This is a demonstration."
      notice="Saved."
      assets={assets}
    >
      <div class="stack-wide">
        <ErrorSummary title="Please correct the following" errors={{ email: 'Write an e-mail address' }} />
        <h1>Style guide</h1>
        <p class="lede">結び Musubi</p>
        <Form action="#">
          <TextField
            name="email"
            label="E-mail"
            hint="We answer there"
            error="Write an e-mail address"
            value="a@"
            type="email"
          />
          <TextArea name="t" label="Text" value="abc" />
          <FormActions>
            <Button>Save</Button>
            <Button kind="secondary">Cancel</Button>
            <Button kind="quiet">Later</Button>
            <Button kind="grave">Withdraw</Button>
          </FormActions>
        </Form>
      </div>
    </Layout>
  )
}
