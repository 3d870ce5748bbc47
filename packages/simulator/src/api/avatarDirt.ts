import type { FaultKind } from '../faults/kinds.js'

/** A getAvatar body before it is written out. */
export type AvatarBody = Record<string, string | boolean | number | null>

/** Soils a getAvatar body as old and new servers have been seen to. */
export function dirty(body: AvatarBody, kind: FaultKind | undefined): AvatarBody {
  switch (kind) {
    case 'reason_bad_request':
      return { existsWhatsapp: false, urlAvatar: '', reason: 'bad request data' }
    case 'reason_timeout':
      return { existsWhatsapp: false, urlAvatar: '', reason: 'get avatar timeout limit exceeded' }
    case 'url_missing':
      return without(body, 'urlAvatar')
    case 'url_null':
      return { ...body, urlAvatar: null }
    case 'url_undefined_text':
      return { ...body, urlAvatar: 'undefined' }
    case 'url_null_text':
      return { ...body, urlAvatar: 'null' }
    case 'url_number':
      return { ...body, urlAvatar: 0 }
    case 'available_missing':
      return without(body, 'available')
    case 'base64_undefined_text':
      return { ...body, base64Avatar: 'undefined' }
    case 'base64_null_text':
      return { ...body, base64Avatar: 'null' }
    case 'base64_broken':
      return { ...body, base64Avatar: '%%% not base64 %%%' }
    default:
      return body
  }
}

function without(body: AvatarBody, name: string): AvatarBody {
  return Object.fromEntries(Object.entries(body).filter(([key]) => key !== name))
}
