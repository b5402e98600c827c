import type { Child } from 'hono/jsx'
import type { Block, ComposedRelease, Item, Line, Run, Side } from './composed.ts'

/** Of the release's own title; sections follow below it. */
type Level = 1 | 2

/**
 * A release as a page shows it and a printer prints it, everything in the language it is in. `level` is that of its title: 1 where the release is the
 * page, 2 within another.
 */
export function ReleaseBody({ composed, level = 1 }: { composed: ComposedRelease; level?: Level }) {
  const { locale, form, lead, body } = composed
  return (
    <article class={`release release-${form}`} lang={locale}>
      {form === 'japanese' ? <JapaneseHead {...{ composed, level }} /> : <EuropeanHead {...{ composed, level }} />}
      {lead.length > 0 ? (
        <div class="release-lead">
          {lead.map((line) => (
            <p>
              <Runs line={line} />
            </p>
          ))}
        </div>
      ) : null}
      <Blocks blocks={body} level={level + 1} />
    </article>
  )
}

type Head = { composed: ComposedRelease; level: Level }

function JapaneseHead({ composed, level }: Head) {
  return (
    <header class="release-head">
      <Mark composed={composed} />
      <div class="release-top">
        <p class="release-kind">
          <Runs line={composed.kind} />
        </p>
        <p>
          <Runs line={composed.issued} />
        </p>
      </div>
      <p class="release-addressees">
        <Runs line={composed.addressees} />
      </p>
      <Sender composed={composed} />
      <Status composed={composed} />
      <Title {...{ composed, level }} />
    </header>
  )
}

function EuropeanHead({ composed, level }: Head) {
  return (
    <header class="release-head">
      <Mark composed={composed} />
      <div class="release-letterhead">
        <Sender composed={composed} />
        <div class="release-kind">
          <p>
            <strong>
              <Runs line={composed.kind} />
            </strong>
          </p>
          <p>
            <Runs line={composed.issued} />
          </p>
          <p>
            <Runs line={composed.addressees} />
          </p>
        </div>
      </div>
      <Status composed={composed} />
      <Title {...{ composed, level }} />
    </header>
  )
}

const Mark = ({ composed: { mark } }: { composed: ComposedRelease }) =>
  mark === null ? null : <p class="release-mark">{mark}</p>

function Sender({ composed }: { composed: ComposedRelease }) {
  return (
    <div class="release-sender">
      {composed.sender.map((line) => (
        <p>
          <Runs line={line} />
        </p>
      ))}
    </div>
  )
}

const Status = ({ composed: { status } }: { composed: ComposedRelease }) =>
  status === null ? null : (
    <p class="release-status">
      <Runs line={status} />
    </p>
  )

function Title({ composed: { title, subtitle }, level }: Head) {
  return (
    <hgroup class="release-title">
      <Heading level={level}>
        <Runs line={title} />
      </Heading>
      {subtitle === null ? null : (
        <p>
          <Runs line={subtitle} />
        </p>
      )}
    </hgroup>
  )
}

function Heading({ level, children }: { level: number; children?: Child }) {
  if (level === 1) return <h1>{children}</h1>
  if (level === 2) return <h2>{children}</h2>
  return level === 3 ? <h3>{children}</h3> : <h4>{children}</h4>
}

const Blocks = ({ blocks, level }: { blocks: Block[]; level: number }) => (
  <>
    {blocks.map((block) => (
      <OneBlock block={block} level={level} />
    ))}
  </>
)

function OneBlock({ block, level }: { block: Block; level: number }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <Runs line={block.line} />
        </p>
      )
    case 'section':
      return (
        <section class="release-section">
          <Heading level={level}>
            <Runs line={block.heading} />
          </Heading>
          <Blocks blocks={block.blocks} level={level + 1} />
        </section>
      )
    case 'items':
      return <Items items={block.items} level={level} />
    case 'sides':
      return <Sides sides={block.sides} />
    case 'notes':
      return (
        <ul class="release-notes" role="list">
          {block.notes.map(({ mark, line, list = [] }) => (
            <li>
              <span class="release-note-mark">{mark}</span>
              <span>
                <Runs line={line} />
                <List lines={list} />
              </span>
            </li>
          ))}
        </ul>
      )
    case 'contact':
      return (
        <section class="release-contact">
          <Heading level={level}>
            <Runs line={block.heading} />
          </Heading>
          {block.lines.map((line) => (
            <p>
              <Runs line={line} />
            </p>
          ))}
        </section>
      )
    case 'marks':
      return (
        <div class="release-marks">
          {block.lines.map((line) => (
            <p>
              <Runs line={line} />
            </p>
          ))}
        </div>
      )
    case 'closing':
      return (
        <p class="release-closing">
          <Runs line={block.line} />
        </p>
      )
  }
}

function List({ lines }: { lines: Line[] }) {
  if (lines.length === 0) return null
  return (
    <ul>
      {lines.map((line) => (
        <li>
          <Runs line={line} />
        </li>
      ))}
    </ul>
  )
}

const Items = ({ items, level }: { items: Item[]; level: number }) => (
  <dl class="release-items">
    {items.map(({ label, value, blocks }) => (
      <div>
        <dt>
          <Runs line={label} />
        </dt>
        <dd>
          {value === null ? null : <Runs line={value} />}
          <Blocks blocks={blocks} level={level} />
        </dd>
      </div>
    ))}
  </dl>
)

const Sides = ({ sides }: { sides: Side[] }) => (
  <dl class="release-sides">
    {sides.map(({ label, attendees }) => (
      <div>
        <dt>
          <Runs line={label} />
        </dt>
        {attendees.map((line) => (
          <dd>
            <Runs line={line} />
          </dd>
        ))}
      </div>
    ))}
  </dl>
)

const Runs = ({ line }: { line: Line }) => (
  <>
    {line.map((run) => (
      <OneRun run={run} />
    ))}
  </>
)

function OneRun({ run: { text, lang, addition, href, machine, strong } }: { run: Run }) {
  const spoken = strong ? <strong lang={lang}>{text}</strong> : text
  if (href !== undefined) return <a href={href}>{spoken}</a>
  if (machine !== undefined)
    return (
      <time datetime={machine} data-addition={addition}>
        {spoken}
      </time>
    )
  if (strong) return spoken
  if (lang === undefined && addition === undefined) return <>{text}</>
  return (
    <span lang={lang} data-addition={addition}>
      {text}
    </span>
  )
}
