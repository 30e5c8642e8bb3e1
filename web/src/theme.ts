import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** A warm grey scale: paper rather than steel. */
const warm: MantineColorsTuple = [
  '#faf9f7',
  '#f3f1ed',
  '#e8e5df',
  '#d6d2ca',
  '#bdb8ae',
  '#958f84',
  '#726d63',
  '#57534b',
  '#3d3a35',
  '#262420',
];
const warmDark: MantineColorsTuple = [
  '#e6e3dd',
  '#cbc7bf',
  '#a8a399',
  '#7c776e',
  '#57534c',
  '#45423c',
  '#34322d',
  '#262521',
  '#1e1d1a',
  '#161513',
];
/** The one accent: deep teal, at least 4.5:1 on white (shade 7), on the dark surface (shade 3), and under white words (6, 7). */
const teal: MantineColorsTuple = [
  '#e9f5f3',
  '#d3e9e6',
  '#a8d4cf',
  '#7bc0b9',
  '#4fa59d',
  '#2f8a83',
  '#1a756f',
  '#0e6460',
  '#0a514e',
  '#063c3a',
];
/** Needs attention. */
const amber: MantineColorsTuple = [
  '#fdf6e3',
  '#f9eac3',
  '#f2d78e',
  '#e8bf56',
  '#d9a428',
  '#b98512',
  '#93680a',
  '#7a5507',
  '#5c4005',
  '#3f2c03',
];

const fonts =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Naskh Arabic", "Noto Sans Arabic", "Noto Sans Ethiopic", "Noto Sans Bengali", "Noto Sans Devanagari", "Cairn Noto", sans-serif';

/** Controls are 44 px high and text is 16 px, so that a thumb finds them and a phone does not zoom in. */
const touch = { defaultProps: { size: 'md' }, styles: { input: { minHeight: 44 } } };

export const theme = createTheme({
  colors: { gray: warm, dark: warmDark, cairn: teal, amber },
  primaryColor: 'cairn',
  primaryShade: { light: 7, dark: 6 },
  black: '#262420',
  fontFamily: fonts,
  headings: { fontFamily: fonts, fontWeight: '600', sizes: { h1: { fontSize: '1.625rem', lineHeight: '1.25' } } },
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
  lineHeights: { xs: '1.5', sm: '1.5', md: '1.5', lg: '1.5', xl: '1.5' },
  defaultRadius: 6,
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    Button: {
      defaultProps: { size: 'md' },
      styles: {
        root: {
          display: 'inline-flex',
          alignItems: 'center',
          justifyContent: 'center',
          minHeight: 44,
          height: 'auto',
          paddingBlock: 6,
        },
        inner: { height: 'auto' },
        label: { whiteSpace: 'normal', overflow: 'visible', height: 'auto', lineHeight: 1.35 },
      },
    },
    TextInput: touch,
    PasswordInput: touch,
    Textarea: touch,
    NativeSelect: touch,
    NumberInput: touch,
    Checkbox: { defaultProps: { size: 'md' } },
    Radio: { defaultProps: { size: 'md' } },
  },
});
