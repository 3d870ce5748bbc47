import type { ReactElement } from 'react'

/** Rows in the shape of chats, until the list is here. */
export function ListLoading(): ReactElement {
  return (
    <main className="inbox" data-pane="list" aria-busy="true" aria-label="Loading the chats">
      <div className="list-pane">
        <div className="skeleton skeleton-title" />
        <div className="skeleton skeleton-field" />
        {Array.from({ length: 9 }, (_, index) => (
          <div className="skeleton-row" key={index}>
            <div className="skeleton skeleton-avatar" />
            <div className="skeleton skeleton-lines" />
          </div>
        ))}
      </div>
      <div className="sheet conversation" />
    </main>
  )
}

/** The demo's own server is gone: say so, and how to go on. */
export function ListUnavailable({ retry }: { readonly retry: () => void }): ReactElement {
  return (
    <main className="notice-page">
      <div className="sheet notice">
        <h1>The demo’s server does not answer</h1>
        <p>
          The chats come from the program that was started in the terminal. Start it again there, then try
          once more.
        </p>
        <button type="button" className="button" onClick={retry}>
          Try again
        </button>
      </div>
    </main>
  )
}
