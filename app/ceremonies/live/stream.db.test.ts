import { get, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApplication, type TestApplication } from '../../../test/harness/application.ts'
import { granted, scopeOf } from '../../agreements/testing/alliance.ts'
import { listen } from '../../http.ts'
import { beginStage } from '../beginning.ts'
import type { Board } from '../board.ts'
import { markReady } from '../readying.ts'
import { inEnglish, landSignature, makeCeremony, type TestCeremony } from '../testing/ceremony.ts'
import { pauseCeremony } from '../pausing.ts'
import { patched } from './patch.ts'
import { listenFanOut } from './fanOut.ts'

let it: TestApplication
let web: Awaited<ReturnType<typeof listen>>
let fanOut: Awaited<ReturnType<typeof listenFanOut>>
beforeAll(async () => {
  it = await testApplication()
  Object.assign(it.services.config, { port: 0, livePort: 0, viewersPerAddress: 4 })
  web = await listen(it.services)
  fanOut = await listenFanOut(it.services.config, it.services.database, () => {})
})
afterAll(() => Promise.all([web.close(), fanOut.close()]))

type Told = { event: string; id: number; data: Partial<Board> }

/** One viewer: what they were told, the board as they have it, and how to wait until they know a number. */
async function follow(
  port: number,
  { slug }: Pick<TestCeremony, 'slug'>,
  { heard, cookie }: { heard?: number; cookie?: string } = {},
) {
  const headers = {
    host: 'localhost:3000',
    ...(heard === undefined ? {} : { 'last-event-id': String(heard) }),
    ...(cookie ? { cookie } : {}),
  }
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get({ host: '127.0.0.1', port, path: `/ceremonies/${slug}/board/stream`, headers, agent: false }, resolve).on(
      'error',
      reject,
    )
  })
  const told: Told[] = []
  let rest = ''
  let moved = () => {}
  response.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n\n')
    rest = parts.pop() ?? ''
    told.push(...parts.flatMap(read))
    moved()
  })
  const until = async (enough: () => boolean) => {
    while (!enough()) await new Promise<void>((resolve) => (moved = resolve))
  }
  return {
    status: response.statusCode,
    headers: response.headers,
    told,
    board: () =>
      told.reduce(
        (board, { data, event }) => (event === 'board' ? (data as Board) : patched(board, { seq: 0, ...data })),
        {} as Board,
      ),
    knows: (seq: number) => until(() => (told.at(-1)?.id ?? -1) >= seq),
    ended: new Promise<void>((resolve) => response.once('close', () => resolve())),
    leave: () => response.destroy(),
  }
}

function read(text: string): Told[] {
  const fields = Object.fromEntries(
    text.split('\n').map((line) => [line.split(': ')[0], line.slice(line.indexOf(': ') + 2)]),
  )
  return fields['event']
    ? [{ event: fields['event'], id: Number(fields['id']), data: JSON.parse(fields['data'] ?? '') as Partial<Board> }]
    : []
}

const begin = async (ceremony: TestCeremony, kind: string) =>
  granted(
    await beginStage(it.services, ceremony.operator, ceremony.eventId, {
      seen: (await ceremony.board()).seq,
      stageId: ceremony.stage[kind] ?? '',
    }),
  )

describe.each([
  ['the web process', () => web.port],
  ['the fan-out process', () => fanOut.port],
])('followed at %s', (_, port) => {
  test('a board comes whole and then in steps, and is the same in the end', async () => {
    const ceremony = await makeCeremony(it)
    const viewer = await follow(port(), ceremony)
    expect(viewer.headers).toMatchObject({ 'content-type': 'text/event-stream; charset=utf-8', connection: 'close' })
    await viewer.knows(1)
    await begin(ceremony, 'signing')
    const [signatory] = (await ceremony.board()).signatories
    await landSignature(it, ceremony, signatory!.id)
    const { seq } = await begin(ceremony, 'photo')
    await viewer.knows(seq)
    expect(viewer.board()).toEqual(await ceremony.board())
    expect(viewer.told[0]?.event).toBe('board')
    expect(viewer.told.slice(1).map(({ event }) => event)).toEqual(viewer.told.slice(1).map(() => 'patch'))
    const ids = viewer.told.map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)].toSorted((a, b) => a - b))
    viewer.leave()
  })

  test('somebody who was cut off gets what they missed, and nothing twice', async () => {
    const ceremony = await makeCeremony(it)
    const stays = await follow(port(), ceremony)
    const goes = await follow(port(), ceremony)
    await goes.knows(1)
    const had = goes.board()
    goes.leave()
    const { seq } = await begin(ceremony, 'signing')
    await stays.knows(seq)
    const back = await follow(port(), ceremony, { heard: had.seq })
    await back.knows(seq)
    expect(back.told.map(({ event, id }) => [event, id])).toEqual([['patch', seq]])
    expect(patched(had, { seq: 0, ...back.told[0]?.data })).toEqual(await ceremony.board())
    const same = await follow(port(), ceremony, { heard: seq })
    const next = await begin(ceremony, 'photo')
    await same.knows(next.seq)
    expect(same.told.map(({ id }) => id)).toEqual([next.seq])
    for (const viewer of [stays, back, same]) viewer.leave()
  })

  test('a number that this process never sent is answered with the whole board', async () => {
    const ceremony = await makeCeremony(it)
    const viewer = await follow(port(), ceremony, { heard: 4711 })
    await viewer.knows(1)
    expect(viewer.told.map(({ event }) => event)).toEqual(['board'])
    viewer.leave()
  })

  test('nobody learns of a ceremony that is not published', async () => {
    const ceremony = await makeCeremony(it, { published: false })
    expect((await follow(port(), ceremony)).status).toBe(404)
    expect((await follow(port(), { slug: 'no-such-ceremony' })).status).toBe(404)
  })

  test('one place on the internet gets only so many', async () => {
    const ceremony = await makeCeremony(it)
    const viewers = await Promise.all([1, 2, 3, 4].map(() => follow(port(), ceremony)))
    expect(viewers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect((await follow(port(), ceremony)).status).toBe(503)
    viewers[0]!.leave()
    await viewers[0]!.ended
    for (const viewer of viewers) viewer.leave()
  })
})

test('the fan-out process lets pages of this installation follow, and answers nothing but what it is for', async () => {
  const ceremony = await makeCeremony(it)
  const viewer = await follow(fanOut.port, ceremony)
  expect(viewer.headers['access-control-allow-origin']).toBe(it.services.config.origin)
  viewer.leave()
  const said = async (request: string) => {
    const socket = connect(fanOut.port, '127.0.0.1')
    socket.end(request)
    let answer = ''
    for await (const chunk of socket) answer += String(chunk)
    return answer.split('\r\n')[0]
  }
  const path = `/ceremonies/${ceremony.slug}/board/stream`
  expect(await said('nonsense\r\n\r\n')).toBe('HTTP/1.1 400 Bad Request')
  expect(await said(`POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc`)).toBe('HTTP/1.1 404 Not Found')
  expect(await said('GET /en HTTP/1.1\r\nHost: x\r\n\r\n')).toBe('HTTP/1.1 404 Not Found')
  expect(await said('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n')).toBe('HTTP/1.1 200 OK')
  expect(await said(`GET / HTTP/1.1\r\nX: ${'x'.repeat(20_000)}`)).toMatch(/^HTTP\/1\.1 431 /)
})

test('before it is published, those who run it follow it at the web process', async () => {
  const ceremony = await makeCeremony(it, { published: false })
  const cookie = await it.signIn(ceremony.alliance.lead.coordinator)
  const viewer = await follow(web.port, ceremony, { cookie })
  await viewer.knows(1)
  expect(viewer.told[0]?.data.slug).toBe(ceremony.slug)
  viewer.leave()
})

test('both processes follow one board: what is done through one is told by the other', async () => {
  const ceremony = await makeCeremony(it)
  const viewers = [await follow(web.port, ceremony), await follow(fanOut.port, ceremony)]
  await Promise.all(viewers.map((viewer) => viewer.knows(1)))
  const own = await scopeOf(it, ceremony.alliance.lead.signatory)
  const { signatories } = await ceremony.board()
  const { seq } = granted(await markReady(it.services, own, ceremony.eventId, { signatoryId: signatories[0]!.id }))
  await Promise.all(viewers.map((viewer) => viewer.knows(seq)))
  for (const viewer of viewers) {
    expect(viewer.board()).toEqual(await ceremony.board())
    viewer.leave()
  }
})

test('asked to stop, a process ends its streams at once, so that browsers ask another one', async () => {
  const ceremony = await makeCeremony(it)
  const door = await listenFanOut(it.services.config, it.services.database, () => {})
  const viewer = await follow(door.port, ceremony)
  await viewer.knows(1)
  await door.close()
  await viewer.ended
  granted(
    await pauseCeremony(it.services, ceremony.operator, ceremony.eventId, { seen: 1, reason: inEnglish('Sound') }).then(
      (outcome) => ('refused' in outcome ? { seq: 0 } : outcome),
    ),
  )
})

test('without a connection of its own the stream is the board once', async () => {
  const ceremony = await makeCeremony(it)
  const response = await it.get(`/ceremonies/${ceremony.slug}/board/stream`)
  expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/)
  expect(await response.text()).toContain(`event: board\nid: 1\ndata: {"eventId":"${ceremony.eventId}"`)
})
