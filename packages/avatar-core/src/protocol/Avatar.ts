/**
 * What is known about the picture of one chat. Every member is an answer, so it is cached and never thrown:
 * - `found`: there is a picture at `url` (relative to the backend's url, or absolute). `sizes`, where given, are the widths in
 *   pixels that the backend can scale to with `?size=`.
 * - `none`: there is no picture (or no account, where the backend cannot tell the two apart).
 * - `hidden`: the contact's privacy settings hide the picture from this account.
 * - `no_account`: the number is known not to be on the messenger.
 *
 * `freshForMs`: for how many milliseconds from its arrival the answer need not be asked again.
 */
export type Avatar =
  | { status: 'found'; url: string; sizes?: readonly number[] | undefined; freshForMs: number }
  | { status: 'none' | 'hidden' | 'no_account'; freshForMs: number }
