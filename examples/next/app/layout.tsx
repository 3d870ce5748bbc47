import '@greenapi/react-avatar/styles.css'
import './page.css'
import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { userOf } from '@/lib/session'
import { Providers } from './providers'

export const metadata: Metadata = {
  title: 'Chats',
  description: 'WhatsApp avatars in a server-rendered list',
}
export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f3f5f4' },
    { media: '(prefers-color-scheme: dark)', color: '#0e1412' },
  ],
}

export default async function Layout({ children }: { children: ReactNode }) {
  const user = userOf(await headers())
  return (
    <html lang="en">
      <body>
        <Providers scope={user?.id ?? 'signed-out'}>{children}</Providers>
      </body>
    </html>
  )
}
