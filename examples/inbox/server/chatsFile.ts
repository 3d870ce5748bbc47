import { readFile } from 'node:fs/promises'
import type { Chat } from '../shared/chat.js'
import { parseChatJson, parseChatLines, type ChatLines } from '../shared/chatLines.js'
import { StartError } from './settings.js'

/**
 * Reads the file that `DEMO_CHATS` names: a JSON list, or one chat a line.
 *
 * @throws {StartError} when it cannot be read, or holds no chat.
 */
export async function readChatsFile(path: string): Promise<readonly Chat[]> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new StartError(`DEMO_CHATS names ${path}, which cannot be read (${codeOf(error)}).`)
  })
  const { chats, problems } = parse(path, text)
  const first = problems[0]
  if (first !== undefined) {
    const others = problems.length > 1 ? ` There are ${problems.length - 1} more lines like it.` : ''
    throw new StartError(`DEMO_CHATS, ${path}, line ${first.line}: ${first.message}${others}`)
  }
  if (chats.length === 0) throw new StartError(`DEMO_CHATS names ${path}, which holds no chat.`)
  return chats
}

function parse(path: string, text: string): ChatLines {
  if (!text.trimStart().startsWith('[')) return parseChatLines(text)
  try {
    return parseChatJson(text)
  } catch (error) {
    throw new StartError(`DEMO_CHATS names ${path}, which is not the JSON it should be: ${String(error)}`)
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason'
}
