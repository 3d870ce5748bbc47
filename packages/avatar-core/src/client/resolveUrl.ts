/**
 * Makes the function that joins a picture's url to the backend's. It asks nothing of the page it runs in, so that a server and
 * a browser write the same url.
 */
export const createResolveUrl =
  (backendUrl: string) =>
  (url: string): string => {
    if (/^(\w+:|\/\/)/.test(url)) return url
    if (url[0] === '/') return backendUrl.replace(/^(\w+:\/\/[^/]*)?.*/, '$1') + url
    return backendUrl.replace(/\/*$/, '/') + url
  }
