import { create } from 'storybook/theming'
import type { ThemeVars } from 'storybook/theming'

const FONTS = {
  fontBase: "Inter, system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', sans-serif",
  fontCode: "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Noto Sans Mono', monospace",
}

const BRAND = {
  brandTitle: '@greenapi/react-avatar',
  brandUrl: './?path=/docs/introduction--docs',
  brandTarget: '_self',
}

const SHAPE = { appBorderRadius: 8, inputBorderRadius: 6 }

/** What Storybook itself and its docs pages look like by day. */
export const lightTheme: ThemeVars = create({
  base: 'light',
  ...FONTS,
  ...BRAND,
  ...SHAPE,
  colorPrimary: '#0f7a4a',
  colorSecondary: '#0f7a4a',
  appBg: '#f5f6f5',
  appContentBg: '#ffffff',
  appPreviewBg: '#ffffff',
  appBorderColor: '#e2e6e3',
  barBg: '#ffffff',
  barTextColor: '#55605a',
  barHoverColor: '#0f7a4a',
  barSelectedColor: '#0f7a4a',
  textColor: '#1b211e',
  textMutedColor: '#56615b',
})

/** The same by night. The page colour is the one browsers call `Canvas`, so that rings around avatars meet it. */
export const darkTheme: ThemeVars = create({
  base: 'dark',
  ...FONTS,
  ...BRAND,
  ...SHAPE,
  colorPrimary: '#4ec98a',
  colorSecondary: '#4ec98a',
  appBg: '#181b1a',
  appContentBg: '#121212',
  appPreviewBg: '#121212',
  appHoverBg: '#242a27',
  appBorderColor: '#2c322f',
  barBg: '#181b1a',
  barTextColor: '#a5b0aa',
  barHoverColor: '#4ec98a',
  barSelectedColor: '#4ec98a',
  textColor: '#e6ebe8',
  textMutedColor: '#9da9a2',
  textInverseColor: '#121212',
  inputBg: '#1d2220',
  inputBorder: '#3a423e',
  inputTextColor: '#e6ebe8',
})
