import { type AvatarHandlerOptions, createAvatarHandler } from '@greenapi/avatar-server'

/**
 * What the handler says about options, `undefined` when it takes them: its checks, not a copy of them. Its messages name
 * the option and never the value; `says` replaces the one that would.
 */
export function checkByHandler(
  options: Omit<AvatarHandlerOptions, 'authorize'>,
  says?: string,
): string | undefined {
  try {
    createAvatarHandler({ ...options, authorize: 'public' }).close()
    return undefined
  } catch (error) {
    const message = error instanceof TypeError || error instanceof RangeError ? error.message : ''
    return says ?? message.replace('@greenapi/avatar-server: ', '')
  }
}
