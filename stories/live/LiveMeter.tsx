import type { Call } from '@greenapi/simulator'
import { useEffect, useState } from 'react'
import type { ReactElement } from 'react'

const EVERY_MS = 250

interface Figures {
  lookUps: number
  lastSecond: number
  refused: number
  pictures: number
}

function figuresOf(calls: readonly Call[], now: number): Figures {
  const lookUps = calls.filter(({ method }) => method === 'getAvatar')
  return {
    lookUps: lookUps.length,
    lastSecond: lookUps.filter(({ at }) => at > now - 1_000).length,
    refused: lookUps.filter(({ status }) => typeof status === 'number' && status !== 200).length,
    pictures: calls.filter(({ method, status }) => method === 'picture' && status === 200).length,
  }
}

/** What reached GREEN-API so far. */
export function LiveMeter({ calls }: { calls: () => readonly Call[] }): ReactElement {
  const [figures, setFigures] = useState<Figures>(() => figuresOf(calls(), Date.now()))
  useEffect(() => {
    const timer = setInterval(() => setFigures(figuresOf(calls(), Date.now())), EVERY_MS)
    return () => clearInterval(timer)
  }, [calls])
  return (
    <dl className="live-meter">
      <div>
        <dt>calls of GREEN-API</dt>
        <dd>{figures.lookUps}</dd>
      </div>
      <div>
        <dt>in the last second</dt>
        <dd>{figures.lastSecond}</dd>
      </div>
      <div>
        <dt>refused</dt>
        <dd>{figures.refused}</dd>
      </div>
      <div>
        <dt>pictures fetched</dt>
        <dd>{figures.pictures}</dd>
      </div>
    </dl>
  )
}
