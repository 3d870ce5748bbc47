import type { Locale } from '../locale.js'

export const hebrew: Locale = {
  code: 'he',
  weight: 4,
  women: ['אביגיל', 'דנה', 'הילה', 'טליה', 'יעל', 'מאיה', 'נועה', 'רוני', 'שירה', 'תמר'],
  men: ['אורי', 'אייל', 'דוד', 'יוסי', 'יונתן', 'משה', 'נדב', 'עומר', 'רועי', 'תומר'],
  families: ['אברהם', 'ביטון', 'גולן', 'כהן', 'לוי', 'מזרחי', 'פרץ', 'פרידמן', 'שפירא', 'שרון'],
  order: 'given family',
  businesses: ['מאפיית הצפון', 'ד״ר לוי – רופא שיניים', 'פרחי השרון 💐', 'מוסך כהן'],
  groups: ['כדורגל שישי ⚽', 'ועד בית הרצל 12', 'הורים גן רימון', 'צוות פיתוח'],
  familyGroup: 'משפחת *',
  phone: (random) => `9725${random.integer(0, 8)}000${random.digits(4)}`,
  showPhone: (digits) => `+972 ${digits.slice(3, 5)}-${digits.slice(5, 8)}-${digits.slice(8)}`,
}
