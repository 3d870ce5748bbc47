import { AvatarMosaic, AvatarProvider, WhatsAppAvatar } from '@greenapi/react-avatar'
import type { Contact } from '@greenapi/simulator'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ReactElement } from 'react'
import type { LiveBackend } from './createLiveBackend.js'
import { FAULT_SWITCHES } from './faults.js'
import type { FaultName } from './faults.js'
import { LiveMeter } from './LiveMeter.js'
import './live.css'

function Row({ contact }: { contact: Contact }): ReactElement {
  const { chatId, name, members } = contact
  return (
    <li className="live-row">
      <WhatsAppAvatar
        chatId={chatId}
        name={name}
        size={44}
        decorative
        {...(members && { fallback: <AvatarMosaic chatIds={members} /> })}
      />
      <bdi>{name}</bdi>
    </li>
  )
}

function Inbox({
  backend,
  fault,
  onFault,
}: {
  backend: LiveBackend
  fault: FaultName
  onFault: (name: FaultName) => void
}): ReactElement {
  return (
    <div className="live">
      <fieldset className="live-faults">
        <legend>GREEN-API is…</legend>
        {FAULT_SWITCHES.map(({ name, title }) => (
          <label key={name}>
            <input type="radio" name="fault" checked={fault === name} onChange={() => onFault(name)} />
            {title}
          </label>
        ))}
      </fieldset>
      <p className="hint">{FAULT_SWITCHES.find(({ name }) => name === fault)?.effect}</p>
      <LiveMeter calls={backend.calls} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- to be scrolled by key */}
      <section className="live-list" aria-label="Chats" tabIndex={0}>
        <ul>
          {backend.contacts.map((contact) => (
            <Row key={contact.chatId} contact={contact} />
          ))}
        </ul>
      </section>
    </div>
  )
}

/** One run: a backend and a browser that both know nothing yet. */
function Run({ fault, onFault }: { fault: FaultName; onFault: (name: FaultName) => void }): ReactElement {
  const [run, setRun] = useState<{ backend: LiveBackend; queryClient: QueryClient }>()
  useEffect(() => {
    let backend: LiveBackend | undefined
    let hasLeft = false
    const start = async (): Promise<void> => {
      // Loaded here, so that the other stories do without the server and the simulator.
      const { createLiveBackend } = await import('./createLiveBackend.js')
      if (hasLeft) return
      backend = createLiveBackend()
      setRun({ backend, queryClient: new QueryClient() })
    }
    void start()
    return () => {
      hasLeft = true
      backend?.close()
    }
  }, [])
  useEffect(() => {
    run?.backend.setFaults(FAULT_SWITCHES.find(({ name }) => name === fault)?.faults ?? [])
  }, [run, fault])
  if (run === undefined) return <div className="live live-starting" />
  return (
    <QueryClientProvider client={run.queryClient}>
      <AvatarProvider client={run.backend.client}>
        <Inbox backend={run.backend} fault={fault} onFault={onFault} />
      </AvatarProvider>
    </QueryClientProvider>
  )
}

/** A list of chats on a whole backend, with switches for what goes wrong behind it. */
export function LiveInbox({ initialFault = 'none' }: { initialFault?: FaultName | undefined }): ReactElement {
  const [fault, setFault] = useState<FaultName>(initialFault)
  const [runs, setRuns] = useState(0)
  return (
    <div className="stack live-page">
      <Run key={runs} fault={fault} onFault={setFault} />
      <button type="button" className="button" onClick={() => setRuns(runs + 1)}>
        Start again with empty memories
      </button>
    </div>
  )
}
