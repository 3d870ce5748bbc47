/**
 * Makes the function that joins a picture's url to the backend's. It asks nothing of the page it runs in, so that a server and
 * a browser write the same url.
 */
export function createResolveUrl(backendUrl: string): (url: string) => string {
  const base = backendUrl.replace(/\/*$/, '/')
  const [origin = ''] = /^\w+:\/\/[^/]*/.exec(base) ?? []
  return (url) => (/^\w+:|^\/\//.test(url) ? url : (url.startsWith('/') ? origin : base) + url)
}
