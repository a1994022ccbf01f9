/** The platform's file storage. Nothing in it is public. */
export interface Files {
  /** Keeps a file under this path, in place of what was there. Returns the platform's id of it. */
  put(path: string, bytes: Buffer): Promise<string>
  /** An address from which the file is fetched without further proof, for this many seconds. */
  link(fileId: string, seconds: number): Promise<string>
  /** The file's content; null where there is no such file, `too-large` where it has more bytes than this. */
  get(fileId: string, mostBytes: number): Promise<Buffer | 'too-large' | null>
  /** Removes files; one that is gone already is no error. */
  remove(fileIds: readonly string[]): Promise<void>
}
