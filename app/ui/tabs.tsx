/** Views of one thing, each with its own address: links, so that they can be opened, sent and gone back from. */
export function Tabs(props: {
  label: string
  tabs: { href: string; label: string; current: boolean; count?: number }[]
}) {
  return (
    <nav class="tabs" aria-label={props.label}>
      <ul role="list">
        {props.tabs.map((tab) => (
          <li>
            <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.label}
              {tab.count === undefined ? null : <span class="tabs-count"> {tab.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
