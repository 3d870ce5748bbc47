// Runs before the first paint, so that a chosen theme never flashes the other one. `src/state/useTheme.ts` does the rest.
{
  const theme = localStorage.getItem('inbox.theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
}
