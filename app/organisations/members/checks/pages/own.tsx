import type { Locale } from '../../../../language/locales.ts'
import type { Catalogue } from '../../../../platform/i18n/catalogue.ts'
import { Button } from '../../../../ui/button.tsx'
import { Form, FormActions } from '../../../../ui/form.tsx'
import { Table } from '../../../../ui/table.tsx'
import { MemberView } from '../../pages/member.tsx'
import { fieldGroups } from '../../profile.ts'
import type { Member } from '../../reading.ts'

type Props = {
  t: Catalogue
  locale: Locale
  member: Member
  title: string
  address: string
  today: string
  codeNames: Map<string, string>
}

/** The whole profile as the member itself sees it, the way to correct each part, and the one press that says all of it is right. */
export function OwnView({ title, address, ...props }: Props) {
  const { t, member } = props
  const words = t.profileChecks.own
  return (
    <div class="stack-wide">
      <header class="stack">
        <h1>{title}</h1>
        <p class="lede">{words.lede}</p>
      </header>
      <Form action={address}>
        <FormActions>
          <Button>{words.confirm}</Button>
        </FormActions>
      </Form>
      <Table
        caption={title}
        hidesCaption
        columns={[{ label: words.part }, { label: words.seenBy }]}
        rows={fieldGroups.map((group) => {
          const part = member.parts[group]
          return [
            <a href={`${address}/${group}`}>{t.members.groups[group]}</a>,
            part ? t.members.visibilities[part.visibility] : words.missing,
          ]
        })}
      />
      <MemberView {...props} isPart logo={null} asksForContacts={false} purpose={null} />
    </div>
  )
}

export function OverView({ t }: { t: Catalogue }) {
  const words = t.profileChecks.over
  return (
    <div class="stack-wide">
      <h1>{words.title}</h1>
      <p class="lede">{words.body}</p>
    </div>
  )
}
