import { Button, ButtonLink } from './button.tsx'
import { Checkbox, Checkboxes, Radios } from './choices.tsx'
import { ErrorSummary, Form, FormActions } from './form.tsx'
import { FileField, Select, TextArea, TextField } from './inputs.tsx'
import type { Samples } from './styleguideSamples.ts'

/** A request for press accreditation, sent with two mistakes: everything else is still there. */
export function FormExamples({ samples }: { samples: Samples['form'] }) {
  const errors = { email: samples.emailError, coverage: samples.coverageError }
  return (
    <div class="stack">
      <ErrorSummary title={samples.summary} errors={errors} />
      <Form action="#forms" method="get">
        <TextField
          name="email"
          label={samples.email}
          hint={samples.emailHint}
          error={errors.email}
          type="email"
          autocomplete="email"
          value="redaktion@beispiel"
        />
        <TextField name="outlet" label={samples.outlet} optional={samples.optional} value="神戸新聞 / Le Progrès" />
        <Select
          name="language"
          label={samples.language}
          value="de"
          options={[
            { value: 'ja', label: '日本語', lang: 'ja' },
            { value: 'fr', label: 'Français', lang: 'fr' },
            { value: 'de', label: 'Deutsch', lang: 'de' },
          ]}
        />
        <TextField name="deadline" label={samples.deadline} type="date" value="2022-03-22" />
        <Radios
          name="coverage"
          label={samples.coverage}
          error={errors.coverage}
          choices={[
            { value: 'online', label: samples.online, hint: samples.onlineHint },
            { value: 'venue', label: samples.venue },
          ]}
        />
        <Checkboxes
          name="topics"
          label={samples.topics}
          values={['1']}
          choices={samples.topicList.map((label, index) => ({ value: String(index), label }))}
        />
        <TextArea name="question" label={samples.question} optional={samples.optional} value="" />
        <FileField name="proof" label={samples.proof} hint={samples.proofHint} accept=".pdf,.jpg,.png" />
        <Checkbox name="rules" label={samples.rules} checked />
        <FormActions>
          <Button>{samples.send}</Button>
          <Button kind="secondary" name="do" value="save">
            {samples.save}
          </Button>
          <ButtonLink kind="quiet" href="#forms">
            {samples.cancel}
          </ButtonLink>
          <Button kind="grave" name="do" value="withdraw">
            {samples.withdraw}
          </Button>
        </FormActions>
      </Form>
    </div>
  )
}
