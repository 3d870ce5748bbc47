import { toNextHandlers } from '@greenapi/avatar-server/next'
import { after } from 'next/server'
import { avatars } from '@/lib/avatars'

export const { GET, HEAD, POST, OPTIONS } = toNextHandlers(avatars, { waitUntil: after })
