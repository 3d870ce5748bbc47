import type { ShippedLabels } from './AvatarLabels.js'

/** Brazilian Portuguese. */
export const ptBRLabels: ShippedLabels<'pt-BR'> = {
  locale: 'pt-BR',
  person: 'Contato do WhatsApp',
  group: 'Grupo do WhatsApp',
  badge: '{name}, {badge}',
  more: { one: 'mais {count} pessoa', many: 'mais {count} pessoas', other: 'mais {count} pessoas' },
}
