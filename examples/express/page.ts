import type { Chat } from './session.js'

/** The list as HTML, with pictures where there are any. A page with React has `<WhatsAppAvatar>` for this. */
export function renderPage(chats: readonly Chat[], urls: ReadonlyMap<string, string>): string {
  const rows = chats.map(({ id, name }) => {
    const url = urls.get(id)
    const picture =
      url === undefined
        ? (/\p{L}/u.exec(name)?.[0] ?? '')
        : `<img src="${escape(url)}" width="48" height="48" alt="">`
    return `<li><span>${picture}</span><b><bdi>${escape(name)}</bdi></b></li>`
  })
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Chats</title>
<link rel="stylesheet" href="/page.css">
<link rel="icon" href="/icon.svg">
<h1>Chats</h1>
<ul>${rows.join('\n')}</ul>
</html>
`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '')
}
