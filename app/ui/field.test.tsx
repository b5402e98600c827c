import { expect, test } from 'vitest'
import { Checkbox, Checkboxes, Radios } from './choices.tsx'
import { ErrorSummary, Form } from './form.tsx'
import { FileField, Select, TextArea, TextField } from './inputs.tsx'

const html = (view: unknown) => String(view)

test('a field ties its label, hint and error to its control', () => {
  const text = html(
    <TextField name="email" label="E-mail" hint="Only this one" error="Write an address" type="email" value="a@" />,
  )
  expect(text).toContain('<label class="field-label" for="email">E-mail</label>')
  expect(text).toMatch(
    /<input id="email"[^>]* aria-describedby="email-hint email-error" aria-invalid="true"[^>]* value="a@"/,
  )
  expect(text).toContain('id="email-hint"')
  expect(text).toContain('id="email-error"')
})

test('a field without hint and error describes nothing', () => {
  const text = html(<TextField name="outlet" label="Outlet" />)
  expect(text).not.toContain('aria-')
})

test('entries come back as they were written, and as text', () => {
  const nasty = '"><script>alert(1)</script>&amp;'
  expect(html(<TextField name="a" label="A" value={nasty} />)).toContain(
    'value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;"',
  )
  const area = html(<TextArea name="a" label="A" value={`\n${nasty}`} />)
  expect(area).toContain('>\n\n&quot;&gt;&lt;script&gt;')
  expect(area).not.toContain('<script>')
})

test('one option is chosen, by value', () => {
  const options = [
    { value: 'fr', label: 'Français' },
    { value: 'de', label: 'Deutsch' },
  ]
  const text = html(<Select name="l" label="L" options={options} value="de" />)
  expect(text.match(/ selected/g)).toHaveLength(1)
  expect(text).toMatch(/value="de" selected[^>]*>Deutsch/)
})

test('a group is a fieldset whose first control bears its name, so that the summary leads there', () => {
  const choices = [
    { value: 'online', label: 'Online', hint: 'From the broadcast' },
    { value: 'venue', label: 'At the venue' },
  ]
  const text = html(<Radios name="how" label="How" error="Choose one" choices={choices} value="venue" />)
  expect(text).toContain('<fieldset class="field field-wrong" aria-describedby="how-error">')
  expect(text).toMatch(/<input id="how" type="radio" name="how" value="online"[^>]* aria-describedby="how-hint"/)
  expect(text).toMatch(/<input id="how-2" type="radio" name="how" value="venue" checked/)
  expect(html(<Checkboxes name="c" label="C" choices={choices} values={['online']} />).match(/ checked/g)).toHaveLength(
    1,
  )
})

test('a single box says its mistake before it', () => {
  const text = html(<Checkbox name="rules" label="I accept" hint="All of them" error="Please accept" />)
  expect(text).toContain('aria-describedby="rules-hint rules-error"')
  expect(text.match(/id="rules-hint"/g)).toHaveLength(1)
})

test('a file is named by its label like any other field', () => {
  expect(html(<FileField name="proof" label="Press card" accept=".pdf" />)).toMatch(
    /<input id="proof"[^>]* type="file" accept=".pdf"/,
  )
})

test('the summary takes the focus and leads to each field; without mistakes there is none', () => {
  const text = html(<ErrorSummary title="Please correct" errors={{ email: 'Write an address', form: 'Too late' }} />)
  expect(text).toContain('tabindex="-1" autofocus')
  expect(text).toContain('<a href="#email">Write an address</a>')
  expect(text).toContain('<li>Too late</li>')
  expect(html(<ErrorSummary title="Please correct" errors={{}} />)).not.toContain('section')
})

test('a form carries its hidden values and leaves judging to the server', () => {
  const text = html(<Form action="/x" hidden={{ token: 'a"b' }} />)
  expect(text).toContain('<form method="post" action="/x" class="form" novalidate')
  expect(text).toContain('<input type="hidden" name="token" value="a&quot;b"/>')
})
