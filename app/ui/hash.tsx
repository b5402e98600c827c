type HashProps = {
  /** Hexadecimal or another dense text. */
  value: string
  /** Words of the button that the island `copy-text` adds; without it the text can still be selected. */
  words?: { copy: string; copied: string }
  groupLength?: number
}

/** A fingerprint in groups that can be compared by eye. The gaps are not text: what is copied is the fingerprint itself. */
export function Hash({ value, words, groupLength = 4 }: HashProps) {
  const groups = value.match(new RegExp(`.{1,${groupLength}}`, 'gu')) ?? []
  const code = (
    <code class="hash" lang="zxx" translate="no">
      {groups.map((group) => (
        <>
          <span>{group}</span>
          <wbr />
        </>
      ))}
    </code>
  )
  return words ? (
    <copy-text data-label={words.copy} data-done={words.copied}>
      {code}
    </copy-text>
  ) : (
    code
  )
}
