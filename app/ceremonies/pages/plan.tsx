import { languageName } from '../../language/countries.ts'
import { storedNameText } from '../../organisations/storedName.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Checkboxes } from '../../ui/choices.tsx'
import { ErrorSummary, Form, FormActions } from '../../ui/form.tsx'
import { Select, TextField } from '../../ui/inputs.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { Content } from '../../language/translated.ts'
import type { Candidate } from '../finding.ts'
import { type StageRow, stageKinds, templates } from '../planForms.ts'
import { placeOf, type Reader, type Setting, shown } from './reader.ts'
import { reasonLanguages } from './reasons.tsx'
import { Views } from './views.tsx'

export type PlanProps = Reader & {
  title: Content
  setting: Setting
  base: string
  rows: StageRow[]
  /** People of the hosts who may be named to move the ceremony. */
  candidates: Candidate[]
  operatorIds: string[]
  questionsPerOutlet: string
  errors: Record<string, string>
  isPlanned: boolean
  hasBegun: boolean
  isSaved: boolean
}

/** The run of show, written and rewritten until it begins. */
export function PlanPage(props: PlanProps) {
  const { t, locale, base, errors } = props
  const words = t.ceremonies.plan
  const title = shown(props.title, locale)
  return (
    <article class="stack-wide">
      <ErrorSummary title={words.refused} errors={errors} />
      <header class="stack">
        {props.isPlanned ? <Views {...props} here="plan" /> : null}
        <p class="soft" lang={title.locale}>
          {title.text}
        </p>
        <h1>{words.title}</h1>
        <p>{words.lede}</p>
        {props.isSaved ? <Notice kind="done" title={words.saved} /> : null}
        {props.hasBegun ? <Notice kind="care" title={t.ceremonies.refusals.begun} /> : null}
      </header>
      {props.isPlanned ? null : <Templates {...props} />}
      <Form action={`${base}/plan`} class="stack-wide">
        <section class="stack" aria-labelledby="stages">
          <h2 id="stages">{words.stages}</h2>
          <p class="soft">{words.timesOf({ place: placeOf(props.setting, locale) })}</p>
          <ol class="plan-rows" role="list">
            {props.rows.map((row, index) => (
              <Row {...props} row={row} number={index + 1} />
            ))}
          </ol>
        </section>
        <Crew {...props} />
        <FormActions>
          <Button>{words.save}</Button>
          {props.isPlanned ? <ButtonLink href={`${base}/cues`}>{t.ceremonies.views.cues}</ButtonLink> : null}
        </FormActions>
      </Form>
    </article>
  )
}

function Templates({ t, base }: PlanProps) {
  const words = t.ceremonies.plan
  return (
    <section class="stack" aria-labelledby="templates">
      <h2 id="templates">{words.templates}</h2>
      <ul class="lines" role="list">
        {templates.map((template) => (
          <li>
            <a href={`${base}/plan?template=${template}`}>{words.templateNames[template]}</a>
            <p class="soft">{words.templateHints[template]}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Row(props: PlanProps & { row: StageRow; number: number }) {
  const { t, locale, setting, row, number, errors } = props
  const words = t.ceremonies.plan
  const field = (name: string) => `${name}.${number}`
  return (
    <li>
      <fieldset class="plan-row">
        <legend>{words.stageNumber({ number })}</legend>
        <input type="hidden" name={field('id')} value={row.id} />
        <Select
          name={field('kind')}
          label={words.kind}
          error={errors[field('kind')]}
          value={row.kind}
          options={[
            { value: '', label: words.none },
            ...stageKinds.map((kind) => ({ value: kind, label: t.ceremonies.stageKinds[kind] })),
          ]}
        />
        <TextField
          name={field('at')}
          type="datetime-local"
          label={t.ceremonies.board.planned}
          value={row.at}
          error={errors[field('at')]}
        />
        <TextField
          name={field('minutes')}
          inputmode="numeric"
          width="short"
          label={words.minutes}
          value={row.minutes}
          error={errors[field('minutes')]}
        />
        {reasonLanguages(setting, locale).map((language) => (
          <TextField
            name={field(`title.${language}`)}
            label={words.titleIn({ language: languageName(language, locale) ?? language })}
            lang={language}
            value={row.titles[language]}
            optional={words.optional}
          />
        ))}
        <TextField name={field('cue')} label={words.cue} value={row.cue} optional={words.optional} />
      </fieldset>
    </li>
  )
}

function Crew({ t, locale, candidates, operatorIds, questionsPerOutlet, errors }: PlanProps) {
  const words = t.ceremonies.plan
  return (
    <section class="stack" aria-labelledby="crew">
      <h2 id="crew">{words.crew}</h2>
      {candidates.length > 0 ? (
        <Checkboxes
          name="operators"
          label={words.operators}
          hint={words.operatorsHint}
          values={operatorIds}
          choices={candidates.map(({ id, name, organisation }) => ({
            value: id,
            label: storedNameText(name, locale),
            hint: shown(organisation, locale).text,
          }))}
        />
      ) : null}
      <TextField
        name="questionsPerOutlet"
        inputmode="numeric"
        width="short"
        label={words.perOutlet}
        hint={words.perOutletHint}
        value={questionsPerOutlet}
        error={errors['questionsPerOutlet']}
        optional={words.optional}
      />
    </section>
  )
}
