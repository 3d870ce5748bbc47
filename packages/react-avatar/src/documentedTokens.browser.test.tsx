import { expect, test } from 'vitest'
import readme from '../README.md?raw'
import styles from './styles.css?raw'

const all = (text: string, pattern: RegExp): string[] =>
  [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))].sort()

const read = all(styles, /var\(\s*(--avatar-[\w-]+)/g)

test('default: the head of the style sheet names every property that it reads, and no other', () => {
  expect(read).toContain('--avatar-focus-color')
  expect(all(styles, /^ \* +(--avatar-[\w-]+)/gm)).toEqual(read)
})

test('so does the table of the README', () => {
  const [, table = ''] = readme.split('## Looks')
  const rows = table.split('\n').filter((line) => line.startsWith('| `--avatar-'))
  expect(all(rows.join('\n'), /`(--avatar-[\w-]+)`/g)).toEqual(read)
})
