import type { AvatarStatus } from '../part/PartProps.js'
import type { Answer } from './liveAnswer.js'

/** The `data-status` of an answer. */
export function answerStatus(answer: Answer): AvatarStatus {
  if (answer === undefined || answer === 'pending') return answer ?? 'idle'
  return 'status' in answer && typeof answer.status === 'string' ? answer.status : 'error'
}
