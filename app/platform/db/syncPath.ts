import { closeSync, fsyncSync, openSync } from 'node:fs'

/** Brings a file, or the names in a directory, safely to disk. Directories cannot be opened on Windows, where their entries are journalled anyway. */
export function syncPath(path: string): void {
  let descriptor: number
  try {
    descriptor = openSync(path, 'r')
  } catch (error) {
    if (process.platform === 'win32') return
    throw error
  }
  try {
    fsyncSync(descriptor)
  } catch (error) {
    if (process.platform !== 'win32') throw error
  } finally {
    closeSync(descriptor)
  }
}
