const SOURCES = import.meta.glob<string>('./[A-Z]*.tsx', { query: '?raw', import: 'default', eager: true })

/** The source of a component beside this file, to be shown as the code of a story. */
export function sourceOf(component: string): string {
  const source = SOURCES[`./${component}.tsx`]
  if (source === undefined)
    throw new Error(`stories: there is no ${component}.tsx beside the stories of the hooks`)
  return source
}
