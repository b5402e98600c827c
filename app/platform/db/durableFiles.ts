import { fsyncSync } from 'node:fs'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import { syncPath } from './syncPath.ts'

/** What we use of the file system that PGlite's WebAssembly sees; Emscripten publishes no types for it. */
type Stream = { nfd?: number; node: unknown }
type NodeFiles = { stream_ops: { fsync?: (stream: Stream) => number }; realPath(node: unknown): string }

/**
 * PGlite's files on disk, with one thing added: a sync that PostgreSQL asks for reaches the disk. Without it PGlite never
 * syncs, whatever its settings say, and a power cut loses commits that were confirmed.
 */
export class DurableFiles extends NodeFS {
  override async init(...[pglite, start]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(pglite, start)
    const preRun = [
      ...(emscriptenOpts.preRun ?? []),
      (module: { NODEFS: unknown }) => forwardSync(module.NODEFS as NodeFiles),
    ]
    return { emscriptenOpts: { ...emscriptenOpts, preRun } }
  }
}

function forwardSync(files: NodeFiles): void {
  files.stream_ops.fsync = (stream) => {
    // Directories are opened without a descriptor of their own, and new names in them need a sync as well.
    if (stream.nfd === undefined) syncPath(files.realPath(stream.node))
    else fsyncSync(stream.nfd)
    return 0
  }
}
