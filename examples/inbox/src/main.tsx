import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { AvatarProvider } from '@greenapi/react-avatar'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.js'

const root = document.querySelector('#root')
if (root === null) throw new Error('index.html has no element with the id "root".')

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={new QueryClient()}>
      <AvatarProvider backendUrl="/api/avatars">
        <App />
      </AvatarProvider>
    </QueryClientProvider>
  </StrictMode>,
)
